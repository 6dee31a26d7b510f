"""The checklist on screen: what is told as boxes are ticked."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.rendered import THEME, markup, small
from tests.pages.test_way_and_checklists import WAY

SCRIPT = (THEME / "parts" / "checks" / "checks.js").read_text(encoding="utf-8")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    body = markup(small(WAY), "checklistor/pv/private")
    page.set_content(f"{body}<script>{SCRIPT}</script>")
    yield page
    page.close()


def test_each_tick_is_told_with_how_many_are_left(page: Page) -> None:
    boxes, status = page.get_by_role("checkbox"), page.get_by_role("status")
    number = boxes.count()
    assert number > 1
    expect(status).to_have_text(f"0 av {number} avbockade")
    boxes.first.press("Space")
    expect(status).to_have_text(f"1 av {number} avbockade")
    boxes.last.check()
    expect(status).to_have_text(f"2 av {number} avbockade")
    boxes.first.uncheck()
    expect(status).to_have_text(f"1 av {number} avbockade")
