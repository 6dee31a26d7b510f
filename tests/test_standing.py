"""What was made of a folder is kept while its files stand, and never a moment longer."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import standing as room
from generator.standing import standing


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    (tmp_path / "one").write_text("1")
    (tmp_path / "deep" / "two").write_text("2")
    return tmp_path


@pytest.fixture
def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file has been there for a while, when it is looked at."""
    monkeypatch.setattr(room, "_SETTLED", -(10**12))


class Maker:
    def __init__(self) -> None:
        self.made = 0

    def __call__(self, folder: Path, _word: str = "") -> str:
        self.made += 1
        return "".join(file.read_text() for file in sorted(folder.rglob("*")) if file.is_file())


@pytest.mark.usefixtures("long_ago")
def test_it_is_made_once_for_each_thing_that_it_is_made_of(folder: Path) -> None:
    maker = Maker()
    kept = standing(maker.__call__)
    assert [kept(folder), kept(folder), maker.made] == ["21", "21", 1]
    kept(folder, "other")
    assert maker.made == 2


def same_length_and_date(folder: Path) -> None:
    file = folder / "deep" / "two"
    before = file.stat()
    file.write_text("3")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def beside_and_renamed(folder: Path) -> None:
    (folder / "new").write_text("3")
    (folder / "new").replace(folder / "deep" / "two")


def gone(folder: Path) -> None:
    (folder / "one").unlink()


def one_more(folder: Path) -> None:
    (folder / "deep" / "three").write_text("3")


def another_name(folder: Path) -> None:
    (folder / "one").rename(folder / "zero")


@pytest.mark.usefixtures("long_ago")
@pytest.mark.parametrize(
    "change", [same_length_and_date, beside_and_renamed, gone, one_more, another_name]
)
def test_it_is_made_again_after_any_change(folder: Path, change: Callable[[Path], None]) -> None:
    maker = Maker()
    kept = standing(maker.__call__)
    kept(folder)
    change(folder)
    assert kept(folder) == Maker()(folder)
    assert maker.made == 2


def made_of_two(folder: Path) -> int:
    """How often it is made when it is asked for twice."""
    maker = Maker()
    kept = standing(maker.__call__)
    kept(folder)
    kept(folder)
    return maker.made


def test_of_what_has_just_been_written_nothing_is_kept(folder: Path) -> None:
    assert made_of_two(folder) == 2


@pytest.mark.usefixtures("long_ago")
def test_of_what_leads_elsewhere_nothing_is_kept(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "deep", target_is_directory=True)
    assert made_of_two(folder) == 2


@pytest.mark.usefixtures("long_ago")
def test_a_folder_that_is_not_there_is_the_makers_matter(tmp_path: Path) -> None:
    kept = standing(os.listdir)
    with pytest.raises(FileNotFoundError):
        kept(tmp_path / "nowhere")
