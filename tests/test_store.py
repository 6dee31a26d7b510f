"""What is kept is given back whole or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.store import Store
from generator.user_cache import _drawn
from tests.reliability.failing_disk import FailingDisk

MAKINGS = [("mall", b"1"), ("version", b"2")]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", MAKINGS)


def filled(store: Store, content: bytes = b"svar") -> tuple[str, Path]:
    key = store.key("fråga")
    store.put(key, content)
    assert store.get(key) == content
    return key, store.folder / key


def test_another_question_or_other_makings_have_another_answer(store: Store) -> None:
    filled(store)
    assert store.get(store.key("fråga 2")) is None
    for makings in ([("mall", b"12"), ("version", b"")], [("mall", b"1")], MAKINGS[::-1]):
        other = Store(store.folder, makings)
        assert other.get(other.key("fråga")) is None


def every_byte_turned(file: Path) -> list[bytes]:
    whole = file.read_bytes()
    return [whole[:n] + bytes([whole[n] ^ 1]) + whole[n + 1 :] for n in range(len(whole))]


def every_beginning(file: Path) -> list[bytes]:
    whole = file.read_bytes()
    return [whole[:n] for n in range(len(whole))]


def something_added(file: Path) -> list[bytes]:
    return [file.read_bytes() + more for more in (b"\0", b"svar", file.read_bytes())]


@pytest.mark.parametrize("damaged", [every_byte_turned, every_beginning, something_added])
@pytest.mark.parametrize("content", [b"svar", b"", bytes(range(256))])
def test_damage_is_seen(
    store: Store, damaged: Callable[[Path], list[bytes]], content: bytes
) -> None:
    key, file = filled(store, content)
    for kept in damaged(file):
        file.write_bytes(kept)
        assert store.get(key) is None
    store.put(key, content)
    assert store.get(key) == content


def test_another_ones_answer_is_seen(store: Store) -> None:
    key, file = filled(store)
    store.put(store.key("annan"), b"annat svar")
    file.write_bytes((store.folder / store.key("annan")).read_bytes())
    assert store.get(key) is None


def test_what_another_user_s_program_made_is_not_taken(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pull request may add a paper or a compiled template to the project, and its seal."""
    key, file = filled(store)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    other = Store(store.folder, MAKINGS)
    assert other.get(key) is None
    other.put(key, b"falskt")
    monkeypatch.undo()
    assert file.read_bytes().endswith(b"falskt")
    assert Store(store.folder, MAKINGS).get(key) is None


def test_a_secret_that_others_may_read_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = Store(tmp_path / "kept", MAKINGS)
    key, _ = filled(first)
    (seal,) = (tmp_path / "startklar").iterdir()
    assert seal.stat().st_mode & 0o777 == 0o600
    for mode, size in ((0o644, 32), (0o600, 31)):
        _drawn.cache_clear()
        seal.write_bytes(bytes(size))
        seal.chmod(mode)
        assert Store(first.folder, MAKINGS).get(key) is None
        assert seal.stat().st_mode & 0o777 == 0o600
        assert seal.read_bytes() != bytes(32), "another is drawn"


def test_where_no_secret_can_be_had_nothing_is_kept(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, file = filled(store)
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    nowhere, before = Store(store.folder, MAKINGS), file.read_bytes()
    assert nowhere.get(key) is None
    nowhere.put(key, b"annat")
    assert file.read_bytes() == before


def as_a_folder(file: Path) -> None:
    file.mkdir()


def as_a_pipe(file: Path) -> None:
    os.mkfifo(file)


def as_an_endless_device(file: Path) -> None:
    file.symlink_to("/dev/zero")


def as_a_loop(file: Path) -> None:
    file.symlink_to(file)


def as_something_huge(file: Path) -> None:
    with file.open("wb") as huge:
        huge.truncate(1 << 40)


@pytest.mark.parametrize(
    "make", [as_a_folder, as_a_pipe, as_an_endless_device, as_a_loop, as_something_huge]
)
def test_what_is_no_file_is_not_waited_for(store: Store, make: Callable[[Path], None]) -> None:
    key, file = filled(store)
    file.unlink()
    make(file)
    assert store.get(key) is None
    store.put(key, b"nytt")
    assert store.get(key) == (None if make is as_a_folder else b"nytt")
    store.prune()


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_what_cannot_be_kept_is_not_half_kept(
    store: Store, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, _ = filled(store)
    counting = FailingDisk(0, 0)
    with monkeypatch.context() as patch:
        counting.install(patch.setattr)
        store.put(key, b"svar")
    for number in range(1, len(counting.asked) + 1):
        with monkeypatch.context() as patch:
            FailingDisk(number, error).install(patch.setattr)
            store.put(key, b"nytt svar")
            store.prune()
        assert store.get(key) in {b"svar", b"nytt svar"}
        Store(store.folder, MAKINGS).prune()
        assert list(store.folder.iterdir()) == []
        store.put(key, b"svar")


def test_a_folder_that_is_a_file_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("något annat")
    store = Store(tmp_path / "kept", MAKINGS)
    store.put(store.key("fråga"), b"svar")
    store.prune()
    assert store.get(store.key("fråga")) is None
    assert (tmp_path / "kept").read_text() == "något annat"


def test_it_does_not_grow(store: Store) -> None:
    (store.folder).mkdir()
    (store.folder / "anteckning.txt").write_text("inte vår")
    for build in range(20):
        running = Store(store.folder, [("mall", str(build).encode())])
        for question in "abc":
            key = running.key(question)
            if running.get(key) is None:
                running.put(key, b"svar")
        running.prune()
    assert len(list(store.folder.iterdir())) == 3 + 1


def test_a_question_that_is_asked_again_is_not_made_again(store: Store) -> None:
    key, file = filled(store)
    before = file.stat().st_mtime_ns
    again = Store(store.folder, MAKINGS)
    assert again.get(again.key("fråga")) == b"svar"
    again.prune()
    assert file.stat().st_mtime_ns == before
    assert key == again.key("fråga")


def test_what_would_be_too_large_to_be_read_is_not_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    most, fits, key = 100, bytes(68), store.key("fråga")
    monkeypatch.setattr("generator.store._MOST", most)
    store.put(key, fits)
    assert store.get(key) == fits
    store.put(key, bytes(69))
    assert store.get(key) == fits


def test_what_was_kept_longest_ago_goes_first(store: Store) -> None:
    keys = [store.key(str(number)) for number in range(4)]
    for age, key in enumerate(keys):
        store.put(key, bytes(68))
        os.utime(store.folder / key, (1000 - age, 1000 - age))
    other = store.folder / "egen.txt"
    other.write_bytes(bytes(500))
    store.trim(250)
    assert [store.get(key) is not None for key in keys] == [True, True, False, False]
    assert other.exists()
    store.trim(0)
    assert [*store.folder.iterdir()] == [other]


def test_what_is_kept_takes_no_more_room_than_it_may(store: Store) -> None:
    keys = [store.key(str(number)) for number in range(4)]
    for at in (0, 2):
        store.keep({key: bytes(68) for key in keys[at : at + 2]}, 200)
        for key in keys[at : at + 2]:
            os.utime(store.folder / key, (1000 + at, 1000 + at))
    assert [store.get(key) is not None for key in keys] == [False, False, True, True]
    store.keep({}, 0)
    assert len([*store.folder.iterdir()]) == 2
