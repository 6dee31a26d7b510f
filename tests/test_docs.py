"""What the notes name is there: files and folders, commands, and tests that a command selects."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

NOTES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
ROOMS = (ROOT, ROOT / "generator", ROOT / "generator" / "outputs", ROOT / "theme")
"""What a note's path may be counted from."""
MADE = {"site", "review", "assets", ".startklar", ".site-aside", ".bench", ".tools", "node_modules"}
"""Folders that a build or a command makes, and those of the published guide."""
QUOTED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"\.?[\w.-]+(?:/[\w.-]+)*/?")
FILE = re.compile(r"\.(?:py|md|ya?ml|toml|txt|json|conf|html|css|js|typ|lock)$")
MAKE = re.compile(r"make ([a-z]+)")
PROGRAM = re.compile(r"(?:PYTHON|python3?) -m ((?:tests|bench)[\w.]*)(.*)")
SELECTION = re.compile(r"PYTHON -m pytest ([^\s`]+)(?: -k (\w+|\"[\w ]+\"))?")


def quoted(note: Path) -> list[str]:
    """What stands between code's marks, outside the blocks."""
    text = re.sub(
        r"^```.*?^```", "", note.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    return QUOTED.findall(text)


def is_path(word: str) -> bool:
    """Whether it is written as one of the repository's: a file with a folder, or a folder."""
    if not PATH.fullmatch(word) or "/" not in word:
        return False
    first = word.partition("/")[0]
    known = any((room / first).exists() for room in ROOMS)
    return first not in MADE and known and (word.endswith("/") or bool(FILE.search(word)))


def commands() -> list[tuple[Path, str]]:
    return [(note, each) for note in NOTES for each in quoted(note)]


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.name)
def test_the_paths_of_a_note_are_there(note: Path) -> None:
    paths = {word for word in quoted(note) if is_path(word)}
    rooms = (*ROOMS, note.parent)
    assert [path for path in sorted(paths) if not any((r / path).exists() for r in rooms)] == []


def test_enough_is_taken_for_a_path() -> None:
    found = {word for note in NOTES for word in quoted(note) if is_path(word)}
    assert {"docs/reliability.md", "outputs/site/publish.py", "tests/chains/"} <= found
    assert len(found) > 40


def test_every_target_of_make_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {found[1] for _, each in commands() if (found := MAKE.match(each))}
    assert len(targets) > 10
    assert {
        name for name in targets if not re.search(rf"^{name}:", makefile, re.MULTILINE)
    } == set()


def test_every_program_and_its_options_are_there() -> None:
    programs = {(found[1], found[2]) for _, each in commands() if (found := PROGRAM.match(each))}
    assert len(programs) > 4
    for name, rest in programs:
        file = ROOT / name.replace(".", "/")
        file = file / "__main__.py" if file.is_dir() else file.with_suffix(".py")
        text = file.read_text(encoding="utf-8")
        assert [option for option in re.findall(r"--[\w-]+", rest) if option not in text] == []


def test_every_selection_of_tests_has_some() -> None:
    asked = {(note, *found) for note, each in commands() for found in SELECTION.findall(each)}
    assert len(asked) > 15
    collecting = [sys.executable, "-m", "pytest", "--collect-only", "--no-header"]
    paths = sorted({path for _, path, _ in asked})
    done = subprocess.run(  # noqa: S603
        [*collecting, *paths], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    tests = [line for line in done.stdout.splitlines() if "::" in line]
    for note, path, words in asked:
        named = [test for test in tests if test.startswith(path)]
        for word in words.strip('"').split(" or ") if words else [""]:
            chosen = [test for test in named if word in test.rpartition("/")[2]]
            assert chosen, f"{note.name}: pytest {path} -k {word}"
