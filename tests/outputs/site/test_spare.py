"""A site built in the tree of an older one is as one made from nothing."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.outputs.site import spare
from generator.outputs.site.publish import Aside
from generator.outputs.site.spare import Seen

Names = dict[str, str]

FIRST = {"index.html": "1", "a/index.html": "a", "a/b/index.html": "b", "c.css": "c"}


def build(site: Path, files: Names, kept: Path | None, seen: Seen | None = None) -> Path:
    """The tree that was built in."""
    aside = Aside(site, pytest.fail)
    try:
        if kept:
            aside.reuse(kept, seen)
        for name, text in files.items():
            aside.writer.write(name, text.encode())
        tree = aside.tree
        aside.publish()
    except BaseException:
        aside.discard()
        raise
    return tree


def everything(folder: Path) -> dict[str, tuple[int, str]]:
    """Of each name, what it is with its rights, and what it says."""
    return {
        str(found.relative_to(folder)): (
            found.lstat().st_mode,
            found.read_text() if found.is_file() else "",
        )
        for found in sorted(folder.rglob("*"))
    }


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "project" / ".startklar" / "spare"


@pytest.fixture
def site(tmp_path: Path, kept: Path) -> Path:
    """A published site, and beside the project the one that it replaced."""
    for number in (1, 2):
        build(tmp_path / "site", {**FIRST, "index.html": str(number)}, kept)
    return tmp_path / "site"


def test_folders_stand_and_unchanged_files_are_the_published(site: Path, kept: Path) -> None:
    folder, file = (kept / "a" / "b").stat().st_ino, (site / "c.css").stat().st_ino
    build(site, {**FIRST, "index.html": "3"}, kept)
    assert (site / "a" / "b").stat().st_ino == folder
    assert (site / "c.css").stat().st_ino == file
    assert (site / "c.css").stat().st_nlink == 2
    assert (site / "index.html").stat().st_nlink == 1


def test_it_is_as_made_from_nothing_whatever_came_before(tmp_path: Path, kept: Path) -> None:
    lot = random.Random(7)  # noqa: S311 - to be drawn alike again
    names = ["a", "b", "a/a", "a/b", "b/a.html", "b/a/c", "å/ä.txt", "lång" * 50, "c/d/e/f/g"]
    for _ in range(60):
        files = {"index.html": str(lot.random())}
        for name in lot.sample(names, lot.randrange(len(names))):
            if not any(f"{name}/".startswith(f"{n}/") or n.startswith(f"{name}/") for n in files):
                files[name] = str(lot.randrange(2))
        build(tmp_path / "site", files, kept)
        build(tmp_path / "twin", files, None)
        assert everything(tmp_path / "site") == everything(tmp_path / "twin")
        shutil.rmtree(tmp_path / "twin")


def a_link_that_leads_out(folder: Path, outside: Path) -> None:
    shutil.rmtree(folder / "a")
    (folder / "a").symlink_to(outside)


def a_pipe(folder: Path, _: Path) -> None:
    os.mkfifo(folder / "a" / "pipe")


def other_rights(folder: Path, _: Path) -> None:
    (folder / "a").chmod(0o777)


def nobody_may_look(folder: Path, _: Path) -> None:
    (folder / "a").chmod(0)


def a_link_in_its_place(folder: Path, outside: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to(outside)


def no_folder(folder: Path, _: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("en fil")


@pytest.mark.parametrize("looked", [True, False])
@pytest.mark.parametrize(
    "make",
    [a_link_that_leads_out, a_link_in_its_place, a_pipe, other_rights, nobody_may_look, no_folder],
)
def test_what_is_not_as_it_was_made_is_not_built_in(
    site: Path, kept: Path, tmp_path: Path, make: Callable[[Path, Path], None], *, looked: bool
) -> None:
    outside = tmp_path / "annat"
    (outside / "b").mkdir(parents=True)
    make(kept, outside)
    seen = spare.look(kept) if looked else None
    build(site, {**FIRST, "a/b/index.html": "ny"}, kept, seen)
    build(tmp_path / "twin", {**FIRST, "a/b/index.html": "ny"}, None)
    assert everything(site) == everything(tmp_path / "twin")
    assert [each.name for each in outside.rglob("*")] == ["b"]


def test_what_has_been_looked_at_is_not_walked_through_again(
    site: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = spare.look(kept)
    monkeypatch.setattr(spare, "_walk", pytest.fail)
    build(site, {**FIRST, "c.css": "3"}, kept, seen)
    assert (site / "c.css").read_text() == "3"


def test_what_another_build_has_had_meanwhile_is_looked_at_again(site: Path, kept: Path) -> None:
    seen = spare.look(kept)
    away = kept.with_name("away")
    kept.rename(away)
    (away / "b").mkdir()
    (away / "a" / "ny.html").write_text("")
    away.rename(kept)
    build(site, FIRST, kept, seen)
    assert everything(site).keys() == {*FIRST, "a", "a/b"}


def test_whoever_builds_has_it_alone_and_a_fault_costs_it(site: Path, kept: Path) -> None:
    aside = Aside(site, pytest.fail)
    aside.reuse(kept)
    aside.writer.write("a/index.html", b"halv")
    assert not kept.exists()
    aside.discard()
    assert not kept.exists()
    build(site, FIRST, kept)
    assert everything(kept)


def test_a_name_that_is_a_file_and_a_folder_is_refused(site: Path, kept: Path) -> None:
    before = everything(site)
    for names in (["a", "a/b/index.html"], ["c.css/x", "c.css"], ["n", "n/m"], ["n/m", "n"]):
        with pytest.raises(OSError, match=r"exists|directory"):
            build(site, dict.fromkeys(["index.html", *names], ""), kept)
        assert everything(site) == before
        build(site, {**FIRST, "index.html": "2"}, kept)


def test_what_only_the_host_keeps_is_not_kept_twice(site: Path, kept: Path) -> None:
    (site / ".git").mkdir()
    (site / ".git" / "config").write_text("x")
    (site / ".till").symlink_to("nowhere")
    build(site, FIRST, kept)
    assert (site / ".git" / "config").read_text() == "x"
    assert [entry.name for entry in kept.iterdir() if entry.name.startswith(".")] == []


def test_where_it_cannot_be_kept_it_goes(site: Path, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    build(site, FIRST, tmp_path / "fil" / "spare")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["fil", "project", "site"]


def test_where_names_may_differ_by_case_alone_there_is_none(
    site: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert spare.take(kept, tmp_path / "here", site) is None
    assert kept.exists()
