"""The planner over the real catalogue, as it is published today."""

from collections.abc import Iterator
from datetime import datetime, timedelta
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
