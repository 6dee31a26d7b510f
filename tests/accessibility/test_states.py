"""What a page becomes when a reader uses it, looked at as every page is."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.outputs.html.refusal import refusal_page
from generator.outputs.site.redirects import redirects
from generator.pages.registry import all_pages
from tests.accessibility.looks import look, ready
from tests.outputs.site.test_redirects import RENAMED
from tests.pages.rendered import small
from tests.planner.conftest import planner_address

__all__ = ["planner_address"]

PLAN = "planera/#m=rehab&d=privat&start={}&idag=2026-11-23"
LOOKS = ("axe", "contrast", "reflow", "whole", "focus", "stillness", "structure", "pictures")

ARTICLE = re.compile(r"(<article[^>]*>).*(</article>)", re.DOTALL)


def unfold(page: Page) -> None:
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


def answered(verdict: str) -> Callable[[Page], None]:
    def prepare(page: Page) -> None:
        page.locator(f"[data-sk-verdict-box={verdict}] .sk-verdict__headline").wait_for()
        unfold(page)

    return prepare


def wrong_date(page: Page) -> None:
    """The fault stands at its field, is tied to it, and is announced."""
    page.locator("[data-sk-planner]").wait_for()
    page.get_by_label("VG Primärvård").check()
    page.get_by_role("radio").first.check()
    field = page.get_by_label("Startdatum")
    field.fill("1999-01-01")
    fault = page.locator("#fel-start")
    expect(fault).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "fel-start" in (field.get_attribute("aria-describedby") or "").split()
    status = page.locator("[data-sk-verdict][role=status]")
    expect(status).to_contain_text(fault.inner_text())


def no_hits(page: Page) -> None:
    page.get_by_label("Vårdval Rehab", exact=True).check()
    for box in page.locator("[name=krav]").all():
        box.check()
    page.evaluate(
        "for (const each of document.querySelectorAll('[data-sk-marks]')) each.dataset.skMarks = ''"
    )
    page.locator("[name=krav]").first.uncheck()
    assert "Visar 0 av" in page.get_by_role("status").first.inner_text()


def searched(text: str) -> Callable[[Page], None]:
    def prepare(page: Page) -> None:
        page.get_by_role("button", name="Sök").first.click()
        page.get_by_role("searchbox").fill(text)
        page.locator("#sok-svar", has_text=text).wait_for()

    return prepare


def dark_by_choice(page: Page) -> None:
    page.get_by_role("button", name="Mörkt läge").click()


def menu(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    page.get_by_role("button", name="Meny", exact=True).click()
    assert page.locator("#meny").is_visible()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "a plan that cannot be told": (PLAN.format("2028-03-01"), answered("unknown")),
    "a plan that is late": (PLAN.format("2026-12-01"), answered("no")),
    "a wrong date": ("planera/", wrong_date),
    "a plan with remarks": (PLAN.format("2028-06-01") + "&med=npo,x", answered("unknown")),
    "no hits in the filter": ("tjanster/", no_hits),
    "unfolded model": ("primarvard/", unfold),
    "unfolded checklist": ("checklistor/rehab/privat/", unfold),
    "unfolded service": ("tjanster/kiv/", unfold),
    "unfolded handbook": ("redaktor/", unfold),
    "search": ("", searched("kort")),
    "search without hits": ("tjanster/kiv/", searched("xyzzyxyzzy")),
    "dark by choice": ("tjanster/kiv/", dark_by_choice),
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="sv-SE", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def looked_at(page: Page, *names: str) -> list[str]:
    ready(page)
    return [f"{name}: {fault}" for name in names or LOOKS for fault in look(page, name)]


@pytest.mark.parametrize("state", STATES)
def test_a_page_in_use_is_well(page: Page, site_address: str, state: str) -> None:
    address, prepare = STATES[state]
    page.goto(f"{site_address}/{address}")
    prepare(page)
    assert looked_at(page) == []


def test_the_menu_of_a_narrow_window_is_well(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/tjanster/kiv/")
    menu(page)
    ready(page)
    assert page.evaluate("looks.contrast()") == []
    assert page.evaluate("looks.lost()") == []


def test_a_plan_that_holds_is_well(page: Page, planner_address: str) -> None:
    page.goto(f"{planner_address}/planera/#m=pv&d=private&start=2027-03-01&idag=2026-11-23")
    answered("yes")(page)
    assert looked_at(page) == []


def test_a_page_that_leads_on_is_well(page: Page) -> None:
    site = small(RENAMED)
    leads = str(redirects(site, all_pages(site), {})["tjanster/nat/index.html"])
    lines = [line for line in leads.splitlines() if not line.startswith(("<script", "<meta http"))]
    page.set_content("\n".join(lines))
    assert looked_at(page) == []


def test_a_preview_that_is_refused_is_well(page: Page, site_address: str) -> None:
    body = refusal_page("fel: " + "x" * 300 + "\n   ^^^", "").body

    def refused(route: Route) -> None:
        shown = ARTICLE.sub(lambda found: found[1] + body + found[2], route.fetch().text())
        route.fulfill(body=shown, content_type="text/html; charset=utf-8")

    page.route("**/404.html", refused)
    page.goto(f"{site_address}/404.html")
    expect(page.locator("article")).to_contain_text("xxx")
    assert looked_at(page) == []
