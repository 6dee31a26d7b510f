"""From the git history to what is published, and on without one."""

from datetime import date
from pathlib import Path

import pytest

from generator.clock import Clock
from generator.pipeline import publish
from generator.publication import Publication
from generator.settings import Settings
from tests.diff.repositories import write
from tests.diff.worlds import WORLD
from tests.pages.rendered import ROOT, THEME

PAGES = {"andringar.xml", "andringar/pv.xml", "andringar/rehab.xml"}


def made(folder: Path, **given: object) -> Publication:
    (folder / "content").mkdir(exist_ok=True)
    settings = Settings(theme=str(THEME), pdf=False, **given)  # type: ignore[arg-type]
    found = publish(folder, settings, Clock())
    assert isinstance(found, Publication), found
    return found


def of_changes(found: Publication) -> dict[str, str | bytes]:
    pages = (page for page in found.pages if page.template == "changelog")
    bodies: dict[str, str | bytes] = {page.address: found.document(page).body for page in pages}
    return bodies | {name: text for name, text in found.files().items() if name in PAGES}


def test_the_history_is_published_and_the_menu_leads_to_it(repository: Path) -> None:
    found = made(repository)
    assert set(of_changes(found)) == PAGES | {"andringar", "andringar/pv", "andringar/rehab"}
    assert "andringar.md" in str(found.menu)
    assert found.notices == ()


def test_it_is_the_same_whatever_day_the_guide_is_built(repository: Path) -> None:
    early, late = (made(repository, as_of=day) for day in (date(2026, 11, 23), date(2031, 5, 6)))
    assert of_changes(early) == of_changes(late)


def test_what_an_editor_writes_of_a_commit_is_not_shown(repository: Path) -> None:
    assert "Två" not in str(of_changes(made(repository)).values())


def test_it_can_be_left_out(repository: Path) -> None:
    found = made(repository, changes=0)
    assert (of_changes(found), found.notices) == ({}, ())


def test_without_history_it_is_left_out_and_the_build_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(tmp_path / "data", WORLD)
    found = made(tmp_path)
    assert of_changes(found) == {}
    assert "andringar.md" not in str(found.menu)
    (notice,) = found.notices
    assert notice.startswith("Sidan med ändringar är utelämnad: mappen")
    assert "\n" not in notice
    assert ROOT.as_posix() not in notice
