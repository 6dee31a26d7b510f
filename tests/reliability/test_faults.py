"""A build that cannot go on says so, and the published site is the last whole one."""

import ctypes
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT

OLD = {"index.html": "den förra"}
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
"""Where files are cut off, Python 3.11 would keep the modules that it compiles cut off too."""

INTERRUPTED = {130, -signal.SIGINT}
"""A shell tells both as 130. Python ends by the signal itself, with all said and cleared up, if it
came while a record's methods were compiled, as they are when modules are imported."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with the example catalogue, whose last site is one page."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, tmp_path / "p" / name)
    shutil.copytree(ROOT / "theme" / "examples", tmp_path / "p" / "data")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "p")
    (tmp_path / "p" / "site").mkdir()
    (tmp_path / "p" / "site" / "index.html").write_text("den förra", encoding="utf-8")
    return tmp_path / "p"


def run(project: Path, **how: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "generator", "build"],
        cwd=project,
        env={**os.environ, **QUIET, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        **how,
    )


def site(project: Path) -> dict[str, str]:
    files = (file for file in (project / "site").rglob("*") if file.is_file())
    return {str(file.relative_to(project / "site")): file.read_text("utf-8") for file in files}


def beside(project: Path) -> list[str]:
    return [entry.name for entry in project.iterdir() if "site" in entry.name]


def refused(project: Path, done: subprocess.CompletedProcess[str], says: str) -> None:
    assert done.returncode == 2, done.stderr
    assert says in done.stderr
    assert "inget har publicerats" in done.stderr
    assert "Traceback" not in done.stderr
    assert site(project) == OLD
    assert beside(project) == ["site"]


def without_roots_override() -> None:
    """To root too a folder is closed that nobody may write; for others this does nothing."""
    drop_from_bounding_set, dac_override = 24, 1
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0)


def test_a_file_larger_than_allowed(small: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    refused(small, run(small, preexec_fn=limit), "större än vad som är tillåtet")


def test_a_project_that_may_not_be_written(small: Path) -> None:
    small.chmod(0o555)
    refused(small, run(small, preexec_fn=without_roots_override), "rättigheterna räcker inte")
    small.chmod(0o755)


def test_a_site_that_is_a_file(small: Path) -> None:
    shutil.rmtree(small / "site")
    (small / "site").write_text("en fil", encoding="utf-8")
    done = run(small)
    assert done.returncode == 2
    assert "är en fil; ta bort den" in done.stderr
    assert (small / "site").read_text("utf-8") == "en fil"
    assert beside(small) == ["site"]


def test_a_site_folder_with_something_else_in_it(small: Path) -> None:
    (small / "site" / "index.html").rename(small / "site" / "avhandling.txt")
    done = run(small)
    assert done.returncode == 2
    assert "annat innehåll än en byggd guide" in done.stderr
    assert site(small) == {"avhandling.txt": "den förra"}


def test_ctrl_c_in_the_middle_leaves_nothing(small: Path) -> None:
    lot = random.Random(4)  # noqa: S311 - to be drawn alike again
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-m", "generator", "build"],
            cwd=small,
            env={**os.environ, **QUIET, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as building:
            while not (small / ".site-aside").exists():
                assert building.poll() is None
                time.sleep(0.01)
            time.sleep(lot.uniform(0, 0.8))
            os.killpg(building.pid, signal.SIGINT)  # as a terminal does: the whole group
            _, said = building.communicate(timeout=120)
        assert building.returncode in INTERRUPTED, said
        assert said.strip().endswith("startklar: avbrutet")
        assert "Traceback" not in said
        assert site(small) == OLD
        assert beside(small) == ["site"]


@pytest.mark.parametrize(
    "program", [["sweep", "--points", "8"], ["kill", "--times", "10"]], ids=["refused", "killed"]
)
def test_at_moments_drawn_by_lot(program: list[str]) -> None:
    """The whole is `make reliability`."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", f"tests.reliability.{program[0]}", *program[1:]],
        cwd=ROOT,
        env={**os.environ, **QUIET},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "faults 0" in done.stdout
