"""The explanation of a word, in a browser: hover, focus, touch, Escape, and without a script."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.rendered import THEME

PART = THEME / "parts" / "word" / "word"
SCRIPT = PART.with_suffix(".js").read_text(encoding="utf-8")
STYLE = (THEME / "css" / "tokens.css").read_text(encoding="utf-8") + PART.with_suffix(
    ".css"
).read_text(encoding="utf-8")
BODY = f"""<!doctype html><html lang="sv"><style>{STYLE}</style><main class="md-typeset">
<p>Först <a class="sk-word" href="#kiv" data-sk-explains="En katalog &lt;b&gt;.">KIV</a>, sedan
<a class="sk-word" href="#hsa" data-sk-explains="{"En lång förklaring. " * 20}">HSA</a>.</p>
<p id="kiv">Ordlistan</p><p id="hsa">Ordlistan</p></main>"""
BODY_WITH_SCRIPT = f"{BODY}<script>{SCRIPT}</script>"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 480})
    page.set_content(BODY_WITH_SCRIPT)
    yield page
    page.close()


def told(page: Page) -> list[str]:
    return page.locator("[role=tooltip]:visible").all_inner_texts()


def test_hovering_shows_it_and_it_can_be_pointed_at(page: Page) -> None:
    assert told(page) == []
    page.get_by_text("KIV", exact=True).hover()
    assert told(page) == ["En katalog <b>."]
    page.get_by_role("tooltip").hover()
    page.wait_for_timeout(400)
    assert told(page) == ["En katalog <b>."], "it stays for whoever points at it"
    page.mouse.move(300, 470)
    page.wait_for_function("!document.querySelector('[role=tooltip]:not([hidden])')")


def test_the_keyboard_shows_it_and_escape_takes_it_away(page: Page) -> None:
    page.keyboard.press("Tab")
    assert told(page) == ["En katalog <b>."]
    assert page.locator(":focus").inner_text() == "KIV"
    page.keyboard.press("Escape")
    assert told(page) == []
    assert page.locator(":focus").inner_text() == "KIV", "the focus stays where it was"
    page.keyboard.press("Tab")
    assert told(page)[0].startswith("En lång")
    page.keyboard.press("Tab")
    assert told(page) == []


def test_the_link_is_described_by_it_and_leads_to_the_glossary(page: Page) -> None:
    word = page.get_by_role("link", name="KIV")
    described = word.get_attribute("aria-describedby")
    assert page.locator(f"#{described}").text_content() == "En katalog <b>."
    word.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#kiv$"))


def test_a_first_tap_shows_it_and_a_second_follows_the_link(browser: Browser) -> None:
    page = browser.new_context(has_touch=True).new_page()
    page.set_content(BODY_WITH_SCRIPT)
    word = page.get_by_role("link", name="KIV")
    word.tap()
    assert told(page) == ["En katalog <b>."]
    assert "#" not in page.url
    word.tap()
    page.wait_for_url(re.compile("#kiv$"))
    page.get_by_role("link", name="HSA").tap()
    assert len(told(page)) == 1
    page.touchscreen.tap(5, 400)
    assert told(page) == [], "a tap elsewhere takes it away"
    page.context.close()


def test_a_long_one_stays_within_a_narrow_window(page: Page) -> None:
    page.get_by_role("link", name="HSA").focus()
    box = page.get_by_role("tooltip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_the_script_it_is_a_link(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(BODY)
    page.get_by_role("link", name="KIV").click()
    assert page.url.endswith("#kiv")
    page.close()
