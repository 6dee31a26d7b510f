import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium

ROOT = Path(__file__).parent.parent


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """A test's output is its own."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with chromium() as browser:
        yield browser


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """The address under which the checkout's own files are served on this machine."""
    with serving(ROOT) as address:
        yield address


def copy_project(folder: Path) -> Path:
    """A project of its own with the real catalogue, for a test to build or break."""
    for name in ("content", "data", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guide, built once as `startklar build` does."""
    folder = copy_project(tmp_path_factory.mktemp("project"))
    command = [sys.executable, "-m", "generator", "build", "--config", str(folder / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def site_address(built: Path) -> Iterator[str]:
    """The address under which the built guide is served on this machine."""
    with serving(built) as address:
        yield address
