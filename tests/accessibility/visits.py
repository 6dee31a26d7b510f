"""Every page of a built guide, looked at by two browsers side by side."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain
from pathlib import Path
from queue import Empty, SimpleQueue

from playwright.sync_api import Page

from tests.accessibility.looks import LOOKS, look, ready
from tests.browser import chromium

BROWSERS = 2

Fault = tuple[str, str]
"""A look, and what it found where."""


def addresses(site: Path) -> list[str]:
    """Of every page, also those that no menu leads to."""
    files = (file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html")))
    return [name.removesuffix("index.html") for name in files]


def visit(root: str, pages: Sequence[str]) -> list[Fault]:
    """All that all looks find. A page goes to the browser that first has time for it."""
    waiting: SimpleQueue[str] = SimpleQueue()
    for page in pages:
        waiting.put(page)

    def browse(_: int) -> list[Fault]:
        with chromium() as browser:
            page = browser.new_context(locale="sv-SE").new_page()
            return [fault for address in _taken(waiting) for fault in _see(page, root, address)]

    with ThreadPoolExecutor(BROWSERS) as pool:
        return sorted(chain.from_iterable(pool.map(browse, range(BROWSERS))))


def _taken(waiting: "SimpleQueue[str]") -> Iterator[str]:
    with suppress(Empty):
        while True:
            yield waiting.get_nowait()


def _see(page: Page, root: str, address: str) -> list[Fault]:
    page.goto(f"{root}/{address}")
    ready(page)
    return [(name, f"/{address} {fault}") for name in LOOKS for fault in look(page, name)]
