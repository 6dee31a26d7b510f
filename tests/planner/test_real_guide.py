"""The planner over the real catalogue, as it is published today."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser

from tests.pages.rendered import real
from tests.planner.conftest import Reader


@pytest.fixture
def today(browser: Browser, site_address: str) -> Iterator[Reader]:
    context = browser.new_context()
    reader = Reader(context.new_page(), site_address)
    yield reader
    context.close()
    assert not reader.faults, reader.faults


@pytest.mark.parametrize("operator", real().catalogue.operators)
def test_every_profile_gets_an_answer(today: Reader, operator: str) -> None:
    now = datetime.now(ZoneInfo("Europe/Stockholm")).date()
    catalogue = real().catalogue
    for models in [*([model] for model in catalogue.models), list(catalogue.models)]:
        start = now + timedelta(days=200)
        everything = ",".join(catalogue.services)
        page = today.open(f"m={','.join(models)}&d={operator}&start={start}&med={everything}")
        assert page.locator(".sk-verdict__headline").inner_text()
        assert page.locator("[data-sk-list] input").count() > 20
        assert "NaN" not in page.locator("body").inner_text()
        assert "undefined" not in page.locator("body").inner_text()
        for href in page.locator("[data-sk-planner] a[href*='/tjanster/']").evaluate_all(
            "links => [...new Set(links.map(link => link.href.split('#')[0]))]"
        ):
            assert page.request.head(href).ok, href


OLD_LINKS = (Path(__file__).parent / "old_links.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("link", [link for link in OLD_LINKS if not link.startswith("#")])
def test_an_old_link_still_gives_its_plan(today: Reader, link: str) -> None:
    now = datetime.now(ZoneInfo("Europe/Stockholm")).date()
    page = today.open(link.replace("START", str(now + timedelta(days=200))))
    assert page.locator(".sk-verdict__headline").inner_text()
    told = page.locator("[data-sk-remarks]").inner_text()
    assert "Länken" not in told.replace("Länken säger inte vilka steg", "")
    written, read = dict(p.split("=") for p in link.split("&")), today.fragment()
    for key in ("m", "med", "val", "klart"):
        assert set(written.get(key, "").split(",")) <= set(read.get(key, "").split(","))


@pytest.mark.parametrize("link", [link for link in OLD_LINKS if not link.startswith("#")])
def test_a_plan_that_an_older_guide_saved_is_still_there(today: Reader, link: str) -> None:
    now = datetime.now(ZoneInfo("Europe/Stockholm")).date()
    saved = link.replace("START", str(now + timedelta(days=200)))
    today.open()
    today.page.evaluate("saved => localStorage.setItem('startklar.planera', saved)", saved)
    today.page.goto("about:blank")
    page = today.open()
    assert page.locator(".sk-verdict__headline").inner_text()
    assert "Planen som ni sparade" in page.locator("[data-sk-remarks]").inner_text()
    written, read = dict(p.split("=") for p in link.split("&")), today.fragment()
    for key in ("m", "med", "val", "klart"):
        assert set(written.get(key, "").split(",")) <= set(read.get(key, "").split(","))
