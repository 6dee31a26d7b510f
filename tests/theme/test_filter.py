"""The filter of `/tjanster/`, in a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.rendered import THEME, markup, small
from tests.pages.test_services_list import LIST

SCRIPT = (THEME / "parts" / "filter" / "filter.js").read_text(encoding="utf-8")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content(f"{markup(small(LIST), 'tjanster')}<script>{SCRIPT}</script>")
    yield page
    page.close()


def visible(page: Page) -> list[str]:
    return page.locator("[data-sk-service]:visible h3").all_inner_texts()


def test_all_is_shown_until_something_is_asked_for(page: Page) -> None:
    assert page.locator("form").is_visible()
    assert visible(page) == ["eTjänstekort", "Zon", "Öga"]
    assert page.get_by_role("status").inner_text() == "Visar 3 av 3 tjänster"


def test_a_care_model_leaves_its_own(page: Page) -> None:
    page.get_by_label("Primärvården", exact=True).check()
    assert visible(page) == ["eTjänstekort", "Zon"]
    assert page.get_by_role("status").inner_text() == "Visar 2 av 3 tjänster"
    assert page.locator("#bokstav-oe").is_hidden()
    assert page.locator('.sk-letters a[href="#bokstav-oe"]').is_hidden()


def test_model_and_level_are_asked_together(page: Page) -> None:
    page.get_by_label("Rehab", exact=True).check()
    page.get_by_label("Obligatoriska").check()
    assert visible(page) == []
    page.get_by_label("Villkorade").check()
    assert visible(page) == ["eTjänstekort"]
    assert page.locator("#bokstav-s").is_visible(), "other names follow their service"


def test_the_keyboard_is_enough_and_all_comes_back(page: Page) -> None:
    page.get_by_label("Alla", exact=True).focus()
    page.keyboard.press("ArrowDown")
    assert visible(page) == ["eTjänstekort", "Zon"]
    page.get_by_role("button", name="Visa alla").press("Enter")
    page.wait_for_function("document.querySelector('[role=status]').textContent.includes('3 av')")
    assert len(visible(page)) == 3
