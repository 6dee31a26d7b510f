import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.tools import static_host

ROOT = Path(__file__).parent.parent


# Neither a slow machine nor a busy one is a fault of what is tested.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

serving = static_host.serving
"""A folder's address on this machine, as long as it is served."""


@pytest.fixture(scope="session", autouse=True)
def _nothing_kept_from_elsewhere() -> Iterator[None]:
    """What the tests' commands keep begins empty, and is theirs alone."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "XDG_CACHE_HOME", folder)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with chromium() as browser:
        yield browser


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
