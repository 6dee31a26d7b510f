"""The guide by keyboard alone: in order, past nothing, and out again."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

PLAN = "planera/#m=rehab&d=privat&start=2028-03-01&idag=2026-11-23"
WALKS = (
    "",
    "primarvard/",
    "tjanster/",
    "tjanster/kiv/",
    "checklistor/rehab/privat/",
    "checklistor/samla/rehab/privat/",
    "kalender/",
    "karta/",
    "jamfor/",
    "planera/",
    PLAN,
    "redaktor/format/",
)

_CAN = """() => {
  const all = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]')];
  const can = all.filter(each => each.tabIndex >= 0 && !each.disabled
    && each.checkVisibility({visibilityProperty: true}));
  can.forEach((each, at) => { each.dataset.stop = at; });
  return can.map(each => each.type === 'radio'
    ? `radio ${each.name}` : `${each.dataset.stop}`);
}"""
_HERE = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const {left, top, bottom, height} = at.getBoundingClientRect();
  const head = document.querySelector('.sk-header').getBoundingClientRect();
  const inside = at.closest('.sk-header, .sk-skip');
  return {
    stop: at.type === 'radio' ? `radio ${at.name}` : at.dataset.stop ?? at.outerHTML.slice(0, 80),
    words: (at.ariaLabel || at.textContent || at.name || '').trim().slice(0, 40),
    hidden: !inside && height > 0 && (bottom <= head.bottom + 1 || top >= innerHeight - 1),
  };
}"""


@dataclass(frozen=True)
class Stop:
    stop: str
    words: str
    hidden: bool
    """Under the header or outside the window: WCAG 2.4.11."""


@pytest.fixture(params=[360, 1440])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        locale="sv-SE",
        reduced_motion="reduce",
        viewport={"width": request.param, "height": 700},
    )
    yield context.new_page()
    context.close()


def open_(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}/{address}")
    if address.startswith("planera/"):
        page.locator("[data-sk-planner]:not([data-sk-drawing])").wait_for()


def walk(page: Page, key: str, most: int) -> list[Stop]:
    """From the page's beginning or end, until the keyboard leaves it."""
    stops: list[Stop] = []
    for _ in range(most):
        page.keyboard.press(key)
        here = page.evaluate(_HERE)
        if here is None:
            return stops
        if not stops or here["stop"] != stops[-1].stop:
            stops.append(Stop(**here))
    raise AssertionError(f"a trap: {stops[-1]}")


@pytest.mark.parametrize("address", WALKS)
def test_everything_is_reached_in_the_order_it_is_read(
    page: Page, site_address: str, address: str
) -> None:
    open_(page, site_address, address)
    can = list(dict.fromkeys(page.evaluate(_CAN)))
    stops = walk(page, "Tab", 4 * len(can) + 9)
    assert stops[0].words == "Gå till innehållet"
    assert list(dict.fromkeys(stop.stop for stop in stops)) == can
    assert [stop.words for stop in stops if stop.hidden] == []


def test_the_first_link_leads_past_the_header(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/tjanster/kiv/")
    page.keyboard.press("Tab")
    assert page.locator(".sk-skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innehall"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_menu_opens_closes_and_gives_the_place_back(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/tjanster/kiv/")
    button = page.get_by_role("button", name="Meny", exact=True)
    if not button.is_visible():
        assert page.locator("#meny").is_visible(), "where there is room it is open"
        return
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#meny")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#meny') !== null")
    page.keyboard.press("Escape")
    expect(page.locator("#meny")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_search_holds_the_keyboard_and_gives_it_back(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/tjanster/kiv/")
    button = page.get_by_role("button", name="Sök i guiden")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("kort")
    expect(page.locator("#sok-svar")).to_contain_text("«kort»")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_no_single_character_does_anything(page: Page, site_address: str) -> None:
    """WCAG 2.1.4: who speaks to the computer types single characters without meaning to."""
    page.goto(f"{site_address}/tjanster/kiv/")
    for character in "abcdefghijklmnopqrstuvwxyz0123456789/?.,+-*":
        page.keyboard.press(character)
    assert page.locator("dialog[open], :popover-open").count() == 0
    assert page.url.endswith("/tjanster/kiv/")


def test_a_plan_is_asked_for_and_ticked_off(page: Page, site_address: str) -> None:
    open_(page, site_address, "planera/")
    page.get_by_label("VG Primärvård").focus()
    page.keyboard.press("Space")
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.get_by_label("Startdatum").fill("2028-03-01")
    expect(page.locator(".sk-verdict__headline")).to_be_visible()
    box = page.locator("[data-sk-list] input[type=checkbox]").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_focused()
    expect(box).to_be_checked()
