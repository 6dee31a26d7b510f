"""The frame around every page, as a reader uses it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

PHONE, DESK = {"width": 360, "height": 800}, {"width": 1440, "height": 900}
HALL = {"width": 1920, "height": 2400}
_CURRENT = ".sk-contents [aria-current]"
_SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""


@pytest.fixture
def visit(browser: Browser, site_address: str) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_page(address: str = "/rehab/", **settings: Any) -> Page:
        contexts.append(browser.new_context(**{"viewport": DESK, **settings}))
        page = contexts[-1].new_page()
        page.goto(site_address + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_on_a_telephone_the_menu_is_opened_and_left_by_keyboard(
    visit: Callable[..., Page], *, script: bool
) -> None:
    page = visit(viewport=PHONE, java_script_enabled=script)
    menu = page.get_by_role("navigation", name="Meny")
    link = menu.get_by_role("link", name="Kontakter")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Meny", exact=True).press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(page.get_by_role("button", name="Meny", exact=True)).to_be_focused()


def test_on_a_desk_menu_and_contents_stand_beside_the_page(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    expect(page.get_by_role("navigation", name="Meny").get_by_text("Vårdval Rehab")).to_be_visible()
    expect(page.get_by_role("navigation", name="På den här sidan")).to_be_visible()
    expect(page.get_by_role("button", name="Meny", exact=True)).to_be_hidden()
    assert page.locator(".sk-menu [aria-current=page]").inner_text() == "Vårdval Rehab"


def test_the_contents_close_when_a_place_is_chosen(visit: Callable[..., Page]) -> None:
    page = visit(viewport=PHONE)
    page.get_by_role("button", name="På den här sidan").click()
    contents = page.locator("#sidan")
    contents.get_by_role("link", name="Tjänsterna").click()
    expect(contents).to_be_hidden()
    assert page.evaluate("location.hash") == "#tjanster"


def test_the_contents_show_where_the_reader_is(visit: Callable[..., Page]) -> None:
    page = visit("/rehab/#vagen")
    expect(page.locator(_CURRENT)).to_have_text("Vägen, omgång för omgång")
    page.mouse.wheel(0, -600)
    expect(page.locator(_CURRENT)).not_to_have_text("Vägen, omgång för omgång")


@pytest.mark.parametrize("size", [PHONE, DESK, HALL], ids=["phone", "desk", "hall"])
@pytest.mark.parametrize("address", ["/rehab/", "/tjanster/sjunet/", "/om/"])
def test_whatever_place_the_reader_asks_for_is_the_one_shown(
    visit: Callable[..., Page], address: str, size: dict[str, int]
) -> None:
    """Also the last ones, which cannot come to the top, and one after another without a scroll."""
    page = visit(address, viewport=size)
    links = page.locator(".sk-contents a").evaluate_all("all => all.map(one => one.hash)")
    for place in [*links, *reversed(links)]:
        page.evaluate("hash => { location.hash = hash }", place)
        expect(page.locator(_CURRENT)).to_have_attribute("href", place)


@pytest.mark.parametrize("system", ["light", "dark"])
def test_a_scheme_is_kept_when_chosen_and_forgotten_when_given_back(
    visit: Callable[..., Page], system: str
) -> None:
    page = visit(color_scheme=system)
    button = page.get_by_role("button", name="Mörkt läge")
    stored, ground = "localStorage.length", "getComputedStyle(document.body).backgroundColor"
    first = page.evaluate(ground)
    expect(button).to_have_attribute("aria-pressed", str(system == "dark").lower())
    assert page.evaluate(stored) == 0
    button.click()
    page.reload()
    assert page.evaluate(ground) != first
    expect(button).to_have_attribute("aria-pressed", str(system != "dark").lower())
    button.click()
    assert page.evaluate(ground) == first
    assert page.evaluate(stored) == 0


def test_without_scripts_the_system_s_scheme_holds(visit: Callable[..., Page]) -> None:
    dark = visit(java_script_enabled=False, color_scheme="dark")
    expect(dark.locator("body")).not_to_have_css("background-color", "rgb(255, 255, 255)")
    expect(dark.locator("[data-sk-scheme]")).to_be_hidden()


@pytest.mark.parametrize("address", ["/", "/rehab/", "/tjanster/", "/tjanster/sjunet/"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves_while_the_page_comes(
    visit: Callable[..., Page], address: str, size: dict[str, int]
) -> None:
    assert visit(address, viewport=size).evaluate(_SHIFT) == 0


def test_the_page_for_what_is_not_found_has_its_look_at_any_depth(
    visit: Callable[..., Page],
) -> None:
    page = visit("/tjanster/finns/inte/alls")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sidan finns inte")
    page.get_by_role("main").get_by_role("link", name="A till Ö").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tjänster")
