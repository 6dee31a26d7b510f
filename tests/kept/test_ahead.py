"""A catalogue that was read ahead is loaded as one that was not, whatever is wrong with it."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.kept import documents
from generator.kept.ahead import read_ahead
from generator.load import UnreadableError, known, load
from tests.mutations.drawn import drawn
from tests.mutations.world import WORLDS


@pytest.fixture(autouse=True)
def _always(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the catalogue is."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    monkeypatch.setattr(known, "_MANY", 0)


def folder_of(files: Mapping[str, str | bytes], root: Path) -> Path:
    root.mkdir()
    for name, text in files.items():
        (root / Path(name).name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def test_what_is_loaded_is_the_same_and_its_faults(tmp_path: Path) -> None:
    broken = [mutant.files for _, _, mutant in drawn(20, seed=11)]
    files = [*(world.files for world in WORLDS), *broken, {"a.yaml": b"\xff"}]
    for number, each in enumerate(files):
        data, done = folder_of(each, tmp_path / str(number)), list[int]()
        documents.known.cache_clear()
        read_ahead(data, lambda done=done: done.append(1))  # type: ignore[misc]
        assert load(data, documents.known()) == load(data)
        assert done == [1]


def test_what_has_changed_since_is_read_again(tmp_path: Path) -> None:
    data = folder_of(WORLDS[0].files, tmp_path / "data")
    documents.known.cache_clear()

    def changed() -> None:
        file = min(data.iterdir())
        file.write_text(file.read_text("utf-8") + "\nservices: [\n", "utf-8")

    read_ahead(data, changed)
    assert load(data, documents.known()) == load(data)


def test_what_cannot_be_read_is_told_when_it_is_loaded(tmp_path: Path) -> None:
    hole = tmp_path / "hole"
    hole.mkdir()
    (hole / "a.yaml").mkdir()
    for data in (tmp_path / "nowhere", hole):
        read_ahead(data, lambda: sys.exit("nothing was to be read"))
        with pytest.raises(UnreadableError):
            load(data, documents.known())
