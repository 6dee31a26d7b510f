"""A guide built of a catalogue that the rules would have refused: what holds when they fail."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator import pipeline
from generator.checks.checking import CheckedCatalogue, report
from generator.host_mkdocs import Asked, Built, build_site
from generator.load import Loaded
from tests.conftest import ROOT
from tests.diff.repositories import begin, git
from tests.trust.hostile import world


def unproven(
    loaded: Loaded, _data: Path, _asked: date | None, as_of: date, **_: object
) -> CheckedCatalogue:
    """What `proof` gives of a catalogue that nothing is wrong with."""
    found = report(loaded, (), as_of=as_of)
    return CheckedCatalogue(catalogue=loaded.catalogue, places=loaded.places, report=found)


def attacked_site(folder: Path) -> Path:
    """The built guide; what it was before, without an attack, is told on its page of changes."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(ROOT / "theme" / "examples", folder / "data")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    begin(folder)
    (folder / "data" / "catalogue.yaml").write_text(world(), encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "after")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pipeline, "proof", unproven)
        built = build_site(folder / "mkdocs.yml", Asked())
    assert isinstance(built, Built)
    return built.folder.absolute()
