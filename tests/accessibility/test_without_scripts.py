"""The guide where no script runs, or comes late: all is there but the planner's arithmetic."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.accessibility.looks import ready
from tests.accessibility.visits import addresses

ONLY_WITH = "[data-sk-planner], [data-sk-filter], button, .sk-scripted"
"""What is of no use without a script: questions that nobody would answer."""

_WORDS = """only => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode;
    if (!data.trim() || parent.closest(only) || parent.closest('script, style, noscript')) continue;
    if (parent.checkVisibility({ visibilityProperty: true })) found.push(data.trim());
  }
  return found;
}"""


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def leads_on(place: Path) -> bool:
    """Whether a page only says where it has moved: browsers leave it while it is read."""
    file = place / "index.html" if place.is_dir() else place
    return 'http-equiv="refresh"' in file.read_text()


def test_no_word_and_no_way_is_lost_and_no_button_is_dead(
    browser: Browser, bare: Page, built: Path, site_address: str
) -> None:
    page = browser.new_page()
    for address in addresses(built):
        if leads_on(built / address):
            continue
        page.goto(f"{site_address}/{address}")
        bare.goto(f"{site_address}/{address}")
        lost = set(page.evaluate(_WORDS, ONLY_WITH)) - set(bare.evaluate(_WORDS, ONLY_WITH))
        assert not lost, (address, lost)
        ready(bare)
        assert bare.evaluate("looks.dead()") == [], address
    page.close()


def test_a_dead_button_is_seen(bare: Page) -> None:
    bare.set_content("<article><button type=button>Tryck</button></article>")
    ready(bare)
    assert bare.evaluate("looks.dead()") == ["does nothing: button «Tryck»"]


def test_the_planner_leaves_its_table_and_the_ways(bare: Page, site_address: str) -> None:
    bare.goto(f"{site_address}/planera/")
    assert bare.locator("form").filter(visible=True).count() == 0
    assert "behöver JavaScript" in bare.locator("[data-sk-without]").inner_text()
    assert bare.locator(".sk-stoptable tbody tr").filter(visible=True).count() > 2
    for link in bare.locator("[data-sk-without] a").all():
        assert link.is_visible()


def test_where_scripts_run_the_page_never_says_that_they_are_missing(
    page: Page, site_address: str
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/plan*.json", hold)
    page.goto(f"{site_address}/planera/", wait_until="domcontentloaded")
    expect(page.locator("[data-sk-without]")).to_be_hidden()
    expect(page.locator("[data-sk-planner]")).to_be_hidden()
    page.wait_for_timeout(300)
    assert held
    for route in held:
        route.continue_()
    expect(page.locator("[data-sk-planner]")).to_be_visible()
    expect(page.locator("[data-sk-without]")).to_be_hidden()


def test_a_planner_that_never_comes_is_told(page: Page, site_address: str) -> None:
    page.route("**/plan*.json", lambda route: route.abort())
    page.goto(f"{site_address}/planera/")
    expect(page.get_by_role("alert")).to_contain_text("gick inte att starta")
    expect(page.locator("[data-sk-without]")).to_contain_text("vägen från beslut till start")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()
