"""A plan of many steps is drawn in several tables, when they come into view; all of it is there."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.planner.conftest import Reader

REHAB = "m=rehab&d=private&start=2027-03-01"
MORE = 130


def lengthened(route: Route) -> None:
    """The catalogue with a service that has many steps more."""
    data = route.fetch().json()
    service = next(each for each in data["services"] if each["id"] == "tillgang")
    service["steps"] += [
        {"id": f"mer-{number}", "title": f"Gör sak {number}", "actor": "unit"}
        for number in range(MORE)
    ]
    route.fulfill(json=data)


@pytest.fixture
def long_plan(reader: Reader) -> Page:
    reader.page.route("**/assets/plan.json", lengthened)
    return reader.open(REHAB)


def test_every_step_stands_once_and_in_order(long_plan: Page) -> None:
    captions = long_plan.locator(".sk-plan caption").all_text_contents()
    assert [caption.rpartition(", ")[2] for caption in captions] == [
        "del 1 av 3",
        "del 2 av 3",
        "del 3 av 3",
    ]
    numbers = long_plan.locator(".sk-plan__number").all_text_contents()
    assert numbers == [f"{number}. " for number in range(1, len(numbers) + 1)]
    titles = long_plan.locator(".sk-plan label").all_text_contents()
    assert sum("Gör sak" in title for title in titles) == MORE


def test_a_day_that_goes_on_in_the_next_table_says_so(long_plan: Page) -> None:
    headings = long_plan.locator(".sk-plan__part:nth-of-type(2) .sk-plan__day th")
    expect(headings.first).to_contain_text("(fortsättning)")
    expect(long_plan.locator(".sk-plan__day th").first).not_to_contain_text("(fortsättning)")


def test_what_is_not_in_view_is_read_aloud_and_printed(long_plan: Page) -> None:
    last = long_plan.get_by_role("checkbox", name=f"Gör sak {MORE - 1} är klart")
    expect(last).to_have_count(1)
    seen = "each => each.checkVisibility({contentVisibilityAuto: true})"
    assert not last.evaluate(seen), "it is far down"
    long_plan.emulate_media(media="print")
    assert last.evaluate(seen)


def test_a_step_far_down_that_is_ticked_stays_under_the_reader_s_hand(
    reader: Reader, long_plan: Page
) -> None:
    box = long_plan.get_by_label(f"Gör sak {MORE - 2} är klart")
    box.focus()
    long_plan.wait_for_timeout(100)  # heights are guessed until a table has been near
    box.scroll_into_view_if_needed()
    before = box.evaluate("each => each.getBoundingClientRect().top")
    long_plan.keyboard.press("Space")
    reader.settled()
    assert long_plan.evaluate("document.activeElement.id") == f"klart-tillgang--mer-{MORE - 2}"
    expect(box).to_be_checked()
    after = box.evaluate("each => each.getBoundingClientRect().top")
    assert abs(after - before) <= 1
    expect(box).to_be_in_viewport()


def test_a_tick_is_in_the_address_when_the_page_is_left_at_once(reader: Reader) -> None:
    page = reader.open(REHAB)
    box = page.get_by_label("Läs, och förstå; koderna är klart")
    left = "box => { box.click(); dispatchEvent(new Event('pagehide')); return location.hash; }"
    assert "klart=kodning/las" in box.evaluate(left)
