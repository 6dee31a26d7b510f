"""Under the policy that pages and headers state, everything works and nothing is refused."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from generator.outputs.site.policy import HEADERS, POLICY, headers_file, kept_for_ever
from tests.trust.strict_host import rules, strict_host
from tests.trust.watched import watched

TITLES = ("planera/", "tjanster/", "karta/", "andringar/", "404.html", "checklistor/")


def test_nothing_is_allowed_but_what_the_guide_has_itself() -> None:
    directives = dict(each.split(" ", 1) for each in POLICY.split("; "))
    assert directives["default-src"] == "'none'"
    assert "unsafe" not in POLICY
    assert not re.search(r"https?:|\*", POLICY)
    assert "frame-ancestors 'none'" in HEADERS["Content-Security-Policy"]


def test_each_page_states_it(built: Path) -> None:
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 80
    stated = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert stated in text.replace("&#39;", "'"), page
        before = text.partition("Content-Security-Policy")[0]
        assert "<script" not in before
        assert "<link" not in before


def test_pages_work_where_a_host_sends_the_headers(built: Path, browser: Browser) -> None:
    with strict_host(built) as home, watched(browser, home) as seen:
        for file in sorted(built.rglob("*.html")):
            address = file.relative_to(built).as_posix().removesuffix("index.html")
            if not address.startswith("redaktor/regler/"):  # one like the other
                seen.visit(f"{home}/{address}")
        seen.visit(f"{home}/redaktor/regler/wrong-type/")
        assert seen.faults == []


def test_search_planner_filters_and_colours_work_under_it(built: Path, browser: Browser) -> None:
    with strict_host(built) as home, watched(browser, home) as seen:
        page = seen.page
        seen.visit(f"{home}/tjanster/")
        page.locator("[data-sk-scheme]").click()
        assert page.locator("html").get_attribute("data-scheme")
        page.locator("[data-sk-filter] input, [data-sk-filter] select").first.wait_for()
        page.get_by_role("button", name="Sök i guiden").click()
        page.locator("#sok").fill("sithskort")
        page.locator(".sk-search__results a").first.wait_for()
        start = "m=primarvard&d=privat&start=2027-09-01&idag=2026-11-23"
        seen.visit(f"{home}/planera/#{start}")
        page.locator(".sk-verdict__headline").wait_for()
        for kind in ("Kalenderfil", "Tabell"):
            with page.expect_download() as download:
                page.get_by_role("button", name=kind).click()
            assert download.value.path().stat().st_size > 100
        assert seen.faults == []


def test_an_old_address_leads_on_under_it(built: Path, browser: Browser) -> None:
    with strict_host(built) as home, watched(browser, home) as seen:
        seen.visit(f"{home}/checklistor/samla/primarvard/private/#ip-adresser")
        assert seen.page.url == f"{home}/checklistor/samla/primarvard/privat/#ip-adresser"
        assert seen.faults == []


def test_what_is_named_by_its_content_is_kept_for_ever(built: Path) -> None:
    names = [file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()]
    stated = dict(rules((built / "_headers").read_text(encoding="utf-8")))
    assert dict(stated["/*"]) == HEADERS
    assert headers_file(names) == (built / "_headers").read_text(encoding="utf-8")
    kept = kept_for_ever(names)
    assert not [name for name in names if name.endswith(".html") and name.startswith(tuple(kept))]
    changing = [
        name for name in names if name.startswith("assets/") and not name.startswith(tuple(kept))
    ]
    assert sorted(changing) == [
        "assets/plan.json",
        "assets/search/index.json",
        "assets/startklar-mark.svg",
    ]
    assert len(stated) < 100, "Cloudflare Pages reads a hundred rules"
