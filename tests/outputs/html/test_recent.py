"""A preview's next guide is told from the last one, and is the same as one made of nothing."""

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from generator.model import prose
from generator.model.prose import Readers
from generator.publication import Publication
from generator.store import Store
from generator.views.dependents import dependents
from generator.views.former import former_anchors
from generator.views.site import Site
from generator.views.whole_chain import whole_chains
from tests.mutations.drawn import drawn
from tests.outputs.html.rebuilding import Folder, started_again
from tests.outputs.html.test_kept_pages import REAL, SERVICE, SMALL, made_same, texts
from tests.pages.rendered import made_up, real


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(os.environ, "XDG_CACHE_HOME", str(tmp_path / "cache"))
    started_again()
    yield
    started_again()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The small world, made once by a preview that goes on."""
    folder = Folder(tmp_path, is_preview=True)
    made_same(folder)
    return folder


def _made(folder: Folder, files: dict[str, str]) -> Publication:
    made = folder.publish(files, folder.settings)
    assert made is not None
    return made


def test_each_text_of_a_small_guide_one_after_the_other(folder: Folder) -> None:
    for told, files in texts(SMALL):
        made = made_same(folder, files)
        assert f"tjanster/{told.partition('/')[0]}" in made, told


def test_nothing_is_asked_of_the_disk(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "get", lambda *_: None)
    assert SERVICE not in made_same(folder)


@pytest.mark.parametrize("number", range(0, 130, 30))
def test_other_changes(folder: Folder, number: int) -> None:
    changes = [each for each in drawn(900, seed=3) if each[0] is SMALL]
    for world, _, mutant in changes[number::130]:
        if folder.built(mutant.files):
            made_same(folder, mutant.files)
            made_same(folder, world.files)


def test_the_real_guide(tmp_path: Path) -> None:
    folder = Folder(tmp_path, is_preview=True)
    made_same(folder, REAL.files)
    for _, files in [*texts(REAL)][::40]:
        made_same(folder, files)


def test_what_was_given_up_is_told_from_the_last_that_was_whole(folder: Folder) -> None:
    """Pages have been shown of it, and what they asked for is known to the next."""
    changes = [files for _, files in texts(SMALL)]
    for given_up, files in pairwise(changes):
        made = _made(folder, given_up)
        for page in made.pages:
            made.document(page)
        made_same(folder, files)


@pytest.mark.parametrize("site", [real(), made_up()], ids=["real", "made up"])
def test_what_lasts_has_read_no_text_and_no_place(site: Site) -> None:
    """It is given to a site in which texts say something else and stand elsewhere."""
    prose.watch()
    readers = Readers(site.catalogue.services.values())
    with prose.reading() as read:
        former_anchors(site)
        whole = whole_chains(site)
        for id_ in site.catalogue.services:
            whole.of(id_)
            whole.after(id_)
        dependents(site)
    assert readers.told(read) == set()
