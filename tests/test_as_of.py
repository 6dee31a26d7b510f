"""The day that dates are counted from is an input like any other."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DAY = "2031-02-01"


def run(project: Path, *command: str, clock: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if clock:
        environment["SOURCE_DATE_EPOCH"] = clock
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", *command],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def configure(project: Path, as_of: str) -> None:
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("theme: theme}", f"theme: theme, as_of: {as_of}}}"), "utf-8")


def test_the_same_day_gives_the_same_bytes_whatever_the_clock_says(project: Path) -> None:
    assert run(project, "generator", "build", "--as-of", DAY, clock="1").returncode == 0
    first = files(project / "site")
    assert b"Februari 2031" in first["kalender/index.html"]
    assert b"DTSTAMP:20310201T000000Z" in first["kalender/rehab.ics"]
    configure(project, DAY)
    assert run(project, "mkdocs", "build", clock="1000000000").returncode == 0
    assert files(project / "site") == first


@pytest.mark.parametrize("wrong", ["1949-12-31", "2031-02-01 10:00:00", "2031-02-30", "snart"])
def test_a_day_that_is_none_is_told(project: Path, wrong: str) -> None:
    configure(project, wrong)
    done = run(project, "generator", "build")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "as_of" in done.stderr or "mkdocs.yml" in done.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize("wrong", ["2031-02-30", "snart", "2200-01-01", ""])
def test_a_day_on_the_command_line_that_is_none_is_told(project: Path, wrong: str) -> None:
    done = run(project, "generator", "build", "--as-of", wrong)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("startklar: `--as-of` går inte att använda: ")
