"""What is measured is what happened: programs that fail are told, and a change is one line."""

import signal
import sys
from pathlib import Path

import pytest

from bench import catalogues, leavings, places
from bench.one_line import one_line
from bench.process import FailedError, ended, peak, run, started


def test_what_a_program_costs_includes_its_children(tmp_path: Path) -> None:
    work = "sum(range(3_000_000))"
    alone = run((sys.executable, "-c", work), tmp_path)
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{work}'])"
    both = run((sys.executable, "-c", child), tmp_path)
    assert alone.processor > 0
    assert both.processor > alone.processor / 2
    assert both.wall > 0


def test_a_program_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="3: ajdå"):
        run((sys.executable, "-c", "print('ajdå'); exit(3)"), tmp_path)
    with pytest.raises(FailedError):
        run((sys.executable, "-c", "import time; time.sleep(60)"), tmp_path, longest=0.5)


def test_compiled_code_is_kept_whatever_this_machine_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    run((sys.executable, "-c", "import sys; sys.exit(sys.dont_write_bytecode)"), tmp_path)


def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    program = tmp_path / "two.py"
    program.write_text(
        "import subprocess, sys, time\n"
        "kept = bytearray(50_000_000)\n"
        "if len(sys.argv) == 1:\n"
        "    subprocess.run([sys.executable, __file__, 'child'])\n"
        "else:\n"
        "    time.sleep(0.5)\n",
        "utf-8",
    )
    assert peak((sys.executable, program), tmp_path, {}) > 90_000_000


def test_a_program_that_goes_on_is_ended(tmp_path: Path) -> None:
    process = started((sys.executable, "-c", "import time; time.sleep(60)"), tmp_path)
    ended(process)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("size", [places.REAL, 25])
def test_a_change_is_in_one_line_and_can_be_taken_back(size: int, tmp_path: Path) -> None:
    catalogues.write(size, tmp_path)
    line = one_line(tmp_path)
    before = line.file.read_text("utf-8").splitlines()
    for number in (1, 12):
        said = line.write(number)
        after = line.file.read_text("utf-8").splitlines()
        differing = [new for old, new in zip(before, after, strict=True) if old != new]
        assert len(differing) == 1
        assert said in differing[0]
    line.write(0)
    assert line.file.read_text("utf-8").splitlines() == before


def test_a_catalogue_that_is_there_is_not_made_again(tmp_path: Path) -> None:
    folder = places.catalogue(25, tmp_path)
    (folder / "data" / "omrade-0001.yaml").write_text("kept: yes", "utf-8")
    assert places.catalogue(25, tmp_path) == folder
    assert (folder / "data" / "omrade-0001.yaml").read_text("utf-8") == "kept: yes"
    (folder / "made-from.txt").write_text("something else", "utf-8")
    places.catalogue(25, tmp_path)
    assert (folder / "data" / "omrade-0001.yaml").read_text("utf-8") != "kept: yes"


def test_what_is_left_goes_out_of_the_way_and_is_deleted_last(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for _ in range(2):
        site.mkdir()
        (site / "index.html").write_text("", "utf-8")
        leavings.put_away(site)
        assert not site.exists()
    assert len([*tmp_path.rglob("index.html")]) == 2
    leavings.put_away(site)
    leavings.delete()
    assert not [*tmp_path.iterdir()]
