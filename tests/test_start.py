"""What a command does not use it does not load, so that the answer comes when it is asked for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READING = {"pydantic", "pydantic_core", "yaml"}
NEAREST = {"rapidfuzz"}
SETTING = {"holidays", "icalendar", "jinja2", "markdown", "nh3", "minify", "segno"}
HOSTING = {"mkdocs", "material", "watchdog", "babel", "typst"}
EVERYTHING = READING | NEAREST | SETTING | HOSTING
PLANNING = READING | {"holidays"}
WHO = "--model rehab --operator privat --start 2027-06-01"
COMMANDS = {
    "check": READING,
    "check --format json": READING,
    "check --format sarif": READING,
    "check --format github": READING,
    "explain wrong-type": READING,
    "rules": READING,
    "new service ny-tjanst": READING | NEAREST,
    "rename services:sjunet natet": READING | NEAREST,
    "schema --check": READING,
    f"plan {WHO}": PLANNING,
    f"plan {WHO} --format json": PLANNING,
    f"plan {WHO} --format csv": PLANNING,
    f"plan {WHO} --format ics": PLANNING | {"icalendar"},
}


KEPT = ("check", "check --format sarif", "check --strict --as-of 2026-11-23")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("data", "schema"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    return tmp_path


def loaded(command: str, project: Path, code: int = 0) -> set[str]:
    program = (
        "import sys; from generator.commands import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: print(*{m.partition('.')[0] for m in sys.modules}, sep='\\n')"
    )
    run = [sys.executable, "-c", program, *command.split()]
    done = subprocess.run(run, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == (1 if "--strict" in command else code), done.stdout + done.stderr
    return EVERYTHING & set(done.stdout.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_loaded_that_is_not_used(command: str, project: Path) -> None:
    assert loaded(command, project) <= COMMANDS[command]


def test_a_review_of_what_is_not_there_waits_for_no_host(project: Path) -> None:
    assert loaded("review nowhere", project, 2) & (HOSTING | {"icalendar"}) == set()


@pytest.mark.parametrize("command", KEPT)
def test_nothing_is_loaded_for_an_answer_that_is_kept(command: str, project: Path) -> None:
    assert loaded(command, project) >= {"pydantic"}
    assert loaded(command, project) == set()


def test_a_build_loads_nothing_that_serves_and_what_makes_what_is_kept_once(project: Path) -> None:
    for folder in ("content", "theme"):
        shutil.copytree(ROOT / folder, project / folder)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(
        settings.replace("theme: theme}", "theme: theme, pdf: false}")
    )
    first = loaded("build --as-of 2026-11-23", project)
    assert first & (NEAREST | {"watchdog", "typst", "segno", "icalendar"}) == {"icalendar"}
    assert "icalendar" not in loaded("build --as-of 2026-11-23", project)


def test_the_settings_are_read_before_anything_that_makes_a_guide_is_imported() -> None:
    """For a large catalogue is read while that is imported."""
    program = (
        "import sys; from mkdocs.config import load_config; load_config('mkdocs.yml')\n"
        "print(*{m.partition('.')[0] for m in sys.modules}, 'generator.pipeline' in sys.modules)"
    )
    run = [sys.executable, "-c", program]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    *names, is_imported = done.stdout.split()
    assert "generator" in names
    assert is_imported == "False"
    assert {"pydantic", "holidays", "minify"}.isdisjoint(names)


def test_nothing_beside_the_program_is_asked_what_a_catalogue_may_hold() -> None:
    """A plugin of pydantic that happens to be installed changes no answer."""
    program = "import generator.model, os; print(os.environ['PYDANTIC_DISABLE_PLUGINS'])"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "__all__\n"
