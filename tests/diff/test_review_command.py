"""`make review`: what a reviewer is given, and that a branch may be called anything."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import main
from tests.conftest import ROOT, copy_project
from tests.diff.repositories import begin, git, write
from tests.diff.worlds import WORLD

EVIL = "$(touch${IFS}pwned)"
"""A name that git allows for a branch."""
BEFORE = "text: 14 dagar\n          time: 14d"
AFTER = "text: 28 dagar\n          time: 28d"


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalogue with a change, on a branch from one that has gone on since."""
    folder = copy_project(tmp_path_factory.mktemp("ett förslag"))
    shutil.copy(ROOT / "Makefile", folder)
    settings = folder / "mkdocs.yml"
    plain = settings.read_text(encoding="utf-8").replace("theme: theme}", "theme: theme, pdf: no}")
    settings.write_text(plain, encoding="utf-8")
    begin(folder)
    git(folder, "branch", "forslag")
    change(folder / "data" / "forms.yaml", "title:", "title: Ny rubrik för")
    git(folder, "commit", "-q", "-a", "-m", "Något annat")
    git(folder, "branch", EVIL)
    git(folder, "checkout", "-q", "forslag")
    change(folder / "data" / "services.yaml", BEFORE, AFTER)
    return folder


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def make(folder: Path, base: str, **environment: str) -> subprocess.CompletedProcess[str]:
    venv = Path(sys.executable).parent.parent
    command = ["make", "-C", str(folder), f"VENV={venv}", "READY=", "review", f"BASE={base}"]
    env = {n: v for n, v in os.environ.items() if n not in {"BASE", "GITHUB_ACTIONS", "MAKEFLAGS"}}
    return subprocess.run(  # noqa: S603 - our own Makefile
        command, check=False, capture_output=True, text=True, env={**env, **environment}
    )


def test_a_change_is_told_checked_and_shown(proposal: Path) -> None:
    done = make(proposal, EVIL)
    assert done.returncode == 0, done.stderr
    report = (proposal / "review" / "report.md").read_text(encoding="utf-8")
    assert "«14 dagar» → «28 dagar»" in report
    assert "### Granskningen\n\nGranskning: inga fel" in report
    assert "Ny rubrik" not in report, "what the branch has done since is no part of the change"
    shown = proposal / "review" / "preview"
    assert "28 dagar" in (shown / "tjanster" / "tillgang-vgr" / "index.html").read_text(
        encoding="utf-8"
    )
    assert not list(proposal.rglob("pwned"))
    assert not (proposal / "site").exists()


@pytest.mark.parametrize("base", ["-rf", "$(shell touch pwned)", "`touch pwned`; touch pwned", ""])
def test_a_branch_that_is_not_there_is_only_a_name(proposal: Path, base: str) -> None:
    done = make(proposal, base)
    assert done.returncode != 0
    assert "är varken en mapp eller en revision i git" in done.stderr
    assert not list(proposal.rglob("pwned"))


def review(*arguments: str) -> Result:
    command = ["review", "--today", "2026-11-23", *arguments]
    return CliRunner().invoke(main, command, prog_name="startklar")


def test_errors_stop_it_and_are_told_in_place(repository: Path) -> None:
    write(repository / "data", WORLD.replace("lead_time: 14d", "lead_time: snart @regionen"))
    preview = repository / "review" / "preview"
    preview.mkdir(parents=True)
    (preview / "index.html").write_text("förra gången", encoding="utf-8")
    done = review("main", "--annotate")
    assert done.exit_code == 1
    first = done.stdout.splitlines()[0]
    assert first.startswith("::error file=data/test.yaml,line=")
    report = (repository / "review" / "report.md").read_text(encoding="utf-8")
    assert "    data/test.yaml:" in report
    assert "Guiden går inte att bygga" in report
    assert not preview.exists()


def test_a_branch_may_begin_as_an_option_does(repository: Path) -> None:
    git(repository, "update-ref", "refs/heads/--out", "main")
    write(repository / "data", WORLD.replace("lead_time: 14d", "lead_time: snart"))
    assert review("heads/--out").exit_code == 1
    assert (repository / "review" / "report.md").exists()


def test_only_what_is_new_is_annotated(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text("site_name: G\nplugins: []\n", encoding="utf-8")
    link = "\nlinks: {ny: {title: Ny, source: seed}}\n"
    write(repository / "data", WORLD + link)
    lines = review("main", "--annotate").stdout.splitlines()
    said = [line for line in lines if line.startswith("::")]
    assert len(said) == 1
    assert "link-without-address" in said[0]


def test_a_branch_with_nothing_in_common_is_refused(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "annan")
    git(repository, "commit", "-q", "-a", "-m", "Börjar om")
    done = review("main")
    assert done.exit_code == 2
    assert "`main` och det som är utcheckat har ingen historik gemensamt" in done.stderr
    assert not (repository / "review").exists()


def test_a_folder_that_cannot_be_written_is_told(repository: Path) -> None:
    (repository / "review").write_text("en fil", encoding="utf-8")
    write(repository / "data", WORLD.replace("lead_time: 14d", "lead_time: snart"))
    done = review("main")
    assert done.exit_code == 2
    assert "`review/report.md` kan inte skrivas" in done.stderr
