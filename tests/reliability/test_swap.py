"""The published site is the last whole one, whatever happens to the next."""

import errno
import os
import pickle
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from generator.outputs.site import disk
from generator.outputs.site.publish import Aside, SiteFolderError
from tests.reliability.failing_disk import FailingDisk

OLD = {"index.html": "gammal", "om/index.html": "om", "assets/a.css": "a", "bort/index.html": "x"}
NEW = {"index.html": "ny", "om/index.html": "om", "assets/a.css": "a", "till/index.html": "y"}
OLDER = {"index.html": "äldre", "om/index.html": "om", "assets/b.css": "b", "assets/a/x": "x"}
BY_HOST = {"404.html": "borta", "om/index.html": "om"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return put(tmp_path / "site", OLD)


@pytest.fixture(params=["exchange", "rename"])
def swapping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the system can, and as one that cannot exchange."""
    if request.param == "rename":
        monkeypatch.setattr(disk, "_call", lambda *_: errno.ENOSYS)


@pytest.fixture(params=["from nothing", "in a spare"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path | None:
    """Where the site lies that the published one replaced, if it is kept."""
    return tmp_path / "kept" / "spare" if request.param == "in a spare" else None


def stand(site: Path, kept: Path | None) -> Path:
    """The old site, and the spare that shares with it what was the same."""
    put(site, OLD)
    if kept:
        shutil.rmtree(kept, ignore_errors=True)
        put(kept, OLDER)
        for name in OLD.keys() & OLDER.keys():
            if OLD[name] == OLDER[name]:
                (kept / name).unlink()
                (kept / name).hardlink_to(site / name)
    return site


def put(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def texts(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text() for file in files}


def silent(_: str) -> None:
    """Nobody is told."""


def build(site: Path, kept: Path | None = None) -> None:
    aside = Aside(site, silent)
    try:
        if kept:
            aside.reuse(kept)
        for name, text in NEW.items():
            aside.writer.write(name, text.encode())
        put(aside.folder, BY_HOST)
        aside.publish()
    except BaseException:
        aside.discard()
        raise


def beside(site: Path) -> list[str]:
    return sorted(entry.name for entry in site.parent.iterdir() if entry != site)


@pytest.mark.usefixtures("swapping")
def test_the_new_takes_the_old_ones_place_and_leaves_nothing_beside(
    tmp_path: Path, kept: Path | None
) -> None:
    site = stand(tmp_path / "w" / "site", kept)
    for _ in range(3):
        build(site, kept)
        assert texts(site) == {**NEW, **BY_HOST}
        assert not (site / "assets" / "a").exists()
        assert not (site / "bort").exists()
        assert beside(site) == []
        assert not kept or texts(kept) in (OLD, {**NEW, **BY_HOST})


@pytest.mark.usefixtures("swapping")
def test_the_first_site_needs_no_folder(tmp_path: Path) -> None:
    build(tmp_path / "not" / "yet" / "site")
    assert texts(tmp_path / "not" / "yet" / "site") == {**NEW, **BY_HOST}


@pytest.mark.usefixtures("swapping")
def test_a_preview_waits_for_no_disk_and_leaves_nothing_for_the_next(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(folder: Path) -> None:
        pytest.fail(f"waits for {folder}")

    monkeypatch.setattr("generator.outputs.site.publish.settle", never)
    for text in ("ett", "två"):
        aside = Aside(site, pytest.fail)
        aside.writer.write("index.html", text.encode())
        aside.publish(preview=True)
        assert texts(site) == {"index.html": text}
    Aside(site, pytest.fail).discard()
    assert beside(site) == []


def test_discarded_is_as_if_it_had_not_been(site: Path) -> None:
    aside = Aside(site, silent)
    aside.writer.write("index.html", b"ny")
    aside.discard()
    aside.discard()
    assert texts(site) == OLD
    assert beside(site) == []


def test_what_is_the_same_keeps_its_date_and_belongs_to_the_site_alone(site: Path) -> None:
    for name in OLD:
        os.utime(site / name, (1, 1))
    build(site)
    kept = {name for name in texts(site) if (site / name).stat().st_mtime == 1}
    assert kept == {"om/index.html", "assets/a.css"}
    assert {(site / name).stat().st_nlink for name in texts(site)} == {1}


def test_what_somebody_has_changed_in_the_site_does_not_stay(site: Path, kept: Path | None) -> None:
    for _ in range(3):
        build(site, kept)
    stamp = (site / "om/index.html").stat()
    (site / "om/index.html").write_text("mo")
    os.utime(site / "om/index.html", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    (site / "assets/a.css").chmod(0o600)
    (site / "till/index.html").unlink()
    (site / "till/index.html").symlink_to("../index.html")
    build(site, kept)
    assert texts(site) == {**NEW, **BY_HOST}
    assert (site / "assets/a.css").stat().st_mode == (site / "index.html").stat().st_mode
    assert not (site / "till/index.html").is_symlink()


def test_a_copy_that_shares_files_with_the_site_shares_none_with_the_next(
    tmp_path: Path, kept: Path | None
) -> None:
    site, copy = stand(tmp_path / "site", kept), tmp_path / "kopia"
    shutil.copytree(site, copy, copy_function=os.link)
    build(site, kept)
    for name in texts(copy):
        (copy / name).write_text("ändrad på plats")
    assert texts(site) == {**NEW, **BY_HOST}


def test_neither_the_host_nor_a_second_writing_reaches_the_published_file(site: Path) -> None:
    aside = Aside(site, silent)
    aside.writer.write("om/index.html", b"om")
    put(aside.folder, {"om/index.html": "av värden"})
    aside.writer.write("assets/a.css", b"a")
    aside.writer.write("assets/a.css", b"b")
    assert texts(site) == OLD
    aside.writer.write("index.html", b"ny")
    aside.publish()
    assert texts(site) == {
        "index.html": "ny",
        "om/index.html": "av värden",
        "assets/a.css": "b",
    }


@pytest.mark.parametrize("name", ["../ut", "/etc/passwd", "a/../b", "", "a//b", "./a"])
def test_nothing_is_written_outside_the_site(site: Path, name: str) -> None:
    aside = Aside(site, silent)
    with pytest.raises(ValueError, match="no name from the root"):
        aside.writer.write(name, b"")
    aside.discard()


def test_processes_write_side_by_side(site: Path) -> None:
    aside = Aside(site, silent)
    handed = pickle.dumps(aside.writer)

    def share(number: int) -> None:
        writer = pickle.loads(handed)  # noqa: S301 - made above
        for page in range(number, 40, 4):
            writer.write(f"sida/{page // 10}/{page}.html", str(page).encode())

    children = [forked(partial(share, number)) for number in range(4)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    aside.writer.write("index.html", b"ny")
    aside.publish()
    pages = {f"sida/{page // 10}/{page}.html": str(page) for page in range(40)}
    assert texts(site) == {"index.html": "ny", **pages}


def test_what_starts_with_a_dot_is_not_the_guides_and_stays(site: Path, kept: Path | None) -> None:
    put(site, {".git": "gitdir: x", ".well-known/security.txt": "s"})
    (site / ".x").symlink_to("index.html")
    for turn in ("x", "y", "z"):
        (site / ".git").write_text(turn)
        build(site, kept)
        assert texts(site) == {
            **NEW,
            **BY_HOST,
            ".git": turn,
            ".well-known/security.txt": "s",
            ".x": "ny",
        }
        assert (site / ".x").is_symlink()
        assert not kept or not list(kept.glob(".*"))


def test_a_folder_closed_to_others_stays_closed(site: Path, kept: Path | None) -> None:
    for mode in (0o750, 0o700, 0o755):
        site.chmod(mode)
        build(site, kept)
        assert site.stat().st_mode & 0o777 == mode


def test_where_a_link_leads_is_published_and_the_link_stays(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "annan" / "webb"
    link.parent.mkdir()
    link.symlink_to(site)
    build(link)
    assert link.is_symlink()
    assert texts(site) == {**NEW, **BY_HOST}
    assert beside(link) == []


def as_a_file(site: Path) -> None:
    shutil.rmtree(site)
    site.write_text("en fil")


def as_a_loop(site: Path) -> None:
    shutil.rmtree(site)
    site.symlink_to(site)


def as_something_else(site: Path) -> None:
    (site / "index.html").unlink()


def as_a_link_to_something_else(site: Path) -> None:
    (site / "index.html").unlink()
    site.rename(site.parent / "data")
    site.symlink_to("data")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (as_a_file, "är en fil"),
        (as_a_loop, "cirkel"),
        (as_something_else, "annat innehåll än en byggd guide"),
        (as_a_link_to_something_else, "annat innehåll än en byggd guide"),
    ],
)
def test_what_is_no_site_is_not_replaced(
    site: Path, make: Callable[[Path], None], says: str
) -> None:
    make(site)
    before = texts(site.parent), beside(site)
    with pytest.raises(SiteFolderError, match=says):
        Aside(site, silent)
    assert (texts(site.parent), beside(site)) == before


def test_a_disk_of_its_own_cannot_change_names(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda folder: folder == site)
    with pytest.raises(SiteFolderError, match="monterad"):
        Aside(site, silent)


def forked(do: Callable[[], object]) -> int:
    child = os.fork()
    if not child:
        try:
            do()
        except BaseException:  # noqa: BLE001 - the fork must not go on as a test
            os._exit(1)
        os._exit(0)
    return child


def wait_for(what: Callable[[], bool]) -> None:
    for _ in range(2000):
        if what():
            return
        time.sleep(0.01)
    pytest.fail("it never came")


def test_a_second_build_waits_and_a_killed_one_is_cleared_away(site: Path) -> None:
    mark = site.parent / "väntar"

    def first() -> None:
        aside = Aside(site, silent)
        aside.writer.write("halv/index.html", b"halv")
        signal.pause()

    def second() -> None:
        aside = Aside(site, mark.write_text)
        aside.writer.write("index.html", b"den andra")
        aside.publish()

    one = forked(first)
    wait_for(lambda: bool(list(site.parent.glob(".site-aside/*/halv/index.html"))))
    two = forked(second)
    wait_for(mark.exists)
    assert texts(site) == OLD
    assert list(site.parent.glob(".site-aside/*/halv/index.html"))
    os.kill(one, signal.SIGKILL)
    os.waitpid(one, 0)
    assert os.waitpid(two, 0)[1] == 0
    assert "ett annat bygge" in mark.read_text()
    assert texts(site) == {"index.html": "den andra"}
    assert beside(site) == ["väntar"]


def test_builds_at_once_come_one_after_the_other(site: Path, kept: Path | None) -> None:
    def one_of_many(number: int) -> None:
        aside = Aside(site, silent)
        if kept:
            aside.reuse(kept)
        for name in ("index.html", "a/index.html", f"{number}.html"):
            aside.writer.write(name, str(number).encode())
        aside.publish()

    children = [forked(partial(one_of_many, number)) for number in range(12)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 12
    found = texts(site)
    last = found["index.html"]
    assert found == {"index.html": last, "a/index.html": last, f"{last}.html": last}
    assert beside(site) == (["kept"] if kept else [])


def test_a_reader_never_finds_it_gone_or_half(site: Path, kept: Path | None) -> None:
    gone = site.parent / "borta"

    def read_on() -> None:
        while not (site.parent / "slut").exists():
            if not (site / "index.html").exists() or not (site / "om" / "index.html").exists():
                gone.touch()

    reader = forked(read_on)
    for _ in range(100):
        build(site, kept)
    (site.parent / "slut").touch()
    assert os.waitpid(reader, 0)[1] == 0
    assert not gone.exists()


def calls(site: Path, kept: Path | None, monkeypatch: pytest.MonkeyPatch) -> int:
    counting = FailingDisk(0, 0)
    with monkeypatch.context() as patch:
        counting.install(patch.setattr)
        build(stand(site, kept), kept)
    return len(counting.asked)


def worlds(
    tmp_path: Path, kept: Path | None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[int, int, bool]]:
    count = calls(tmp_path / "count" / "site", kept, monkeypatch)
    for number in range(1, count + 1):
        for error in (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS):
            for for_good in (False, True):
                yield number, error, for_good


@pytest.mark.usefixtures("swapping")
def test_whatever_call_is_refused_the_site_is_the_old_or_the_new(
    tmp_path: Path, kept: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, ends = tmp_path / "w" / "site", set()
    for number, error, for_good in worlds(tmp_path, kept, monkeypatch):
        stand(site, kept)
        failing = FailingDisk(number, error, for_good)
        told: BaseException | None = None
        with monkeypatch.context() as patch:
            failing.install(patch.setattr)
            try:
                build(site, kept)
            except SiteFolderError as lost:
                told = lost.__cause__ if "tills nästa bygge" in str(lost) else lost
            except OSError as refused:
                told = refused
        point = f"{failing.asked[number - 1 :][:1]} {number} {errno.errorcode[error]} {for_good}"
        Aside(site, silent).discard()
        assert texts(site) == (OLD if told else {**NEW, **BY_HOST}), point
        assert told is None or (isinstance(told, OSError) and told.errno == error), point
        assert beside(site) == [], point
        build(site, kept)
        assert texts(site) == {**NEW, **BY_HOST}, point
        ends.add(told is None)
        shutil.rmtree(site)
    assert ends == {True, False}


@pytest.mark.usefixtures("swapping")
def test_killed_at_whatever_call_the_site_is_the_old_or_the_new(
    tmp_path: Path, kept: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, ends = tmp_path / "w" / "site", set()
    for number in range(1, calls(tmp_path / "count" / "site", kept, monkeypatch) + 1):
        stand(site, kept)
        child = forked(partial(killed_at, number, site, kept))
        os.waitpid(child, 0)
        Aside(site, silent).discard()
        assert texts(site) in (OLD, {**NEW, **BY_HOST}), number
        assert beside(site) == [], number
        ends.add(texts(site) == OLD)
        build(site, kept)
        assert texts(site) == {**NEW, **BY_HOST}, number
        shutil.rmtree(site)
    assert ends == {True, False}


def killed_at(number: int, site: Path, kept: Path | None) -> None:
    class Deadly(FailingDisk):
        def ask(self, name: str, what: object = None) -> None:
            if len(self.asked) + 1 == number:
                os.kill(os.getpid(), signal.SIGKILL)
            super().ask(name, what)

    Deadly(0, 0).install()
    build(site, kept)
