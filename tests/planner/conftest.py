"""The planner's page in a real browser: a built guide, a day that stands still, and a reader."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.conftest import copy_project, serving

TODAY = "2026-11-23"
CATALOGUE = Path(__file__).parent / "catalogue.yaml"


@pytest.fixture(scope="session")
def planner_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the guide of a small catalogue is served, built as of a day that does not change."""
    folder = copy_project(tmp_path_factory.mktemp("planner"))
    shutil.rmtree(folder / "data")
    (folder / "data").mkdir()
    shutil.copy(CATALOGUE, folder / "data")
    command = [sys.executable, "-m", "generator", "build", "--as-of", TODAY]
    command += ["--config", str(folder / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)  # noqa: S603
    assert done.returncode == 0, done.stderr
    with serving(folder / "site") as address:
        yield address


class Reader:
    """Opens the planner, and remembers what went wrong and what was asked of others."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self._hear(said.type, said.text))
        page.on("request", self._watch)

    def _hear(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.faults.append(text)

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self.address, "blob:", "data:")):
            self.faults.append(request.url)

    def open(self, fragment: str = "") -> Page:
        self.page.goto(f"{self.address}/planera/#{fragment}")
        self.page.locator("[data-sk-planner]").wait_for()
        self.settled()
        return self.page

    def settled(self) -> None:
        """Waits until all that follows the answer is drawn."""
        self.page.locator("[data-sk-planner]:not([data-sk-drawing])").wait_for()

    def fragment(self) -> dict[str, str]:
        self.settled()
        text: str = self.page.evaluate("decodeURIComponent(location.hash.slice(1))")
        return dict(part.split("=", 1) for part in text.split("&") if part)

    def verdict(self) -> str:
        return self.page.locator("[data-sk-verdict]").inner_text()

    def words(self, part: str) -> str:
        """A part of the answer, as running text."""
        self.settled()
        return " ".join(self.page.locator(f"[data-sk-part={part}]").inner_text().split())

    def download(self, button: str) -> bytes:
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=button).click()
        return Path(waiting.value.path()).read_bytes()


@contextmanager
def reading(browser: Browser, address: str) -> Iterator[Reader]:
    context = browser.new_context(accept_downloads=True, locale="sv-SE")
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    reader = Reader(page, address)
    yield reader
    context.close()
    assert not reader.faults, reader.faults


@pytest.fixture
def reader(browser: Browser, planner_address: str) -> Iterator[Reader]:
    """A reader, who must meet no error and send nothing to others."""
    with reading(browser, planner_address) as someone:
        yield someone
