from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page that may import the planner's modules."""
    page = browser.new_page()
    page.goto(f"{served}/tests/plan/empty.html")
    yield page
    page.close()
