"""What is done in two processes gives what one gives, its faults too."""

import os
import select
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from generator import side_by_side
from generator.outputs.template_fault import TemplateFaultError
from generator.side_by_side import Work, begun, both

MANY = range(1000)


@pytest.fixture
def two_processors() -> Iterator[None]:
    """Two, and none of the threads that other tests have left behind."""
    count, others = threading.active_count, threading.active_count() - 1
    with (
        patch.object(os, "sched_getaffinity", return_value={0, 1}, create=True),
        patch.object(threading, "active_count", lambda: count() - others),
    ):
        yield


@pytest.mark.usefixtures("two_processors")
def test_one_is_done_in_another_process() -> None:
    there, here = both(os.getpid, os.getpid)
    assert there != here == os.getpid()


@pytest.mark.usefixtures("two_processors")
def test_what_does_not_fit_a_pipe_at_once_comes_whole() -> None:
    size = 3_000_000
    assert both(lambda: b"x" * size, lambda: 1) == (b"x" * size, 1)


@pytest.mark.usefixtures("two_processors")
def test_with_one_processor_both_are_done_here() -> None:
    with patch.object(os, "sched_getaffinity", return_value={0}, create=True):
        assert both(os.getpid, os.getpid) == (os.getpid(), os.getpid())


@pytest.mark.usefixtures("two_processors")
def test_beside_another_thread_both_are_done_here() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert both(os.getpid, os.getpid) == (os.getpid(), os.getpid())
    finally:
        done.set()
        thread.join()


@pytest.mark.usefixtures("two_processors")
def test_a_fault_there_is_seen_here() -> None:
    with pytest.raises(ZeroDivisionError):
        both(lambda: 1 // 0, lambda: 1)


@pytest.mark.usefixtures("two_processors")
def test_a_fault_here_leaves_no_child() -> None:
    children, fork = [], os.fork

    def told() -> int:
        children.append(fork())
        return children[-1]

    with patch.object(os, "fork", told), pytest.raises(ZeroDivisionError):
        both(lambda: b"x" * 3_000_000, lambda: 1 // 0)
    assert len(children) == 1
    with pytest.raises(ChildProcessError):
        os.waitpid(children[0], os.WNOHANG)


@pytest.mark.usefixtures("two_processors")
def test_a_child_that_is_lost_is_made_up_for() -> None:
    here = os.getpid()

    def work() -> int:
        return 7 if os.getpid() == here else os._exit(9)

    assert both(work, lambda: 1) == (7, 1)


@pytest.mark.usefixtures("two_processors")
def test_what_is_begun_is_done_in_another_process_and_asked_for_later() -> None:
    answer = begun(os.getpid)
    assert answer() not in {0, os.getpid()}
    assert begun(lambda: b"x" * 3_000_000)() == b"x" * 3_000_000


@pytest.mark.usefixtures("two_processors")
def test_what_cannot_be_begun_is_done_when_it_is_asked_for() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            raise ZeroDivisionError
        return 7

    assert begun(work)() == 7
    with patch.object(os, "sched_getaffinity", return_value={0}, create=True):
        assert begun(os.getpid)() == here


@pytest.fixture(params=["two processes", "one process", "no fork"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    may = request.param == "two processes"
    if request.param == "no fork":
        monkeypatch.delattr(os, "fork")
    else:
        monkeypatch.setattr(side_by_side, "_may_fork", lambda: may)
    return str(request.param)


def written(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in folder.iterdir()}


def work(folder: Path, *, faulty: frozenset[int] = frozenset()) -> Work[int, int]:
    first = os.getpid()

    def do(number: int) -> None:
        if number in faulty:
            raise TemplateFaultError(f"mall.html:{number}")
        (folder / str(number)).write_text(str(number * 2))

    return Work(do, lambda: None, lambda: os.getpid() - first, lambda *_: None)


@pytest.mark.usefixtures("processes")
def test_everything_is_done_once(tmp_path: Path) -> None:
    work(tmp_path).on(MANY)
    assert written(tmp_path) == {str(n): str(n * 2) for n in MANY}


def test_the_other_process_tells_what_it_has_to(tmp_path: Path, processes: str) -> None:
    told = work(tmp_path).on(MANY)
    assert len(told) == (processes == "two processes")
    assert 0 not in told


@pytest.mark.usefixtures("processes")
def test_the_first_fault_is_told_whoever_met_it(tmp_path: Path) -> None:
    with pytest.raises(TemplateFaultError, match=r"^mall\.html:7$"):
        work(tmp_path, faulty=frozenset({7, 8, 500, 999})).on(MANY)


@pytest.mark.usefixtures("processes")
def test_a_fault_that_cannot_be_sent_is_told_too(tmp_path: Path) -> None:
    class Odd(Exception):  # noqa: N818 - a programmer's
        def __init__(self) -> None:
            super().__init__(lambda: None)

    def do(_: int) -> None:
        raise Odd

    with pytest.raises(Odd):
        Work(do, lambda: None, lambda: None, lambda *_: None).on(MANY)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("processes", ["two processes"], indirect=True)
@pytest.mark.usefixtures("processes")
def test_what_a_killed_process_left_undone_is_done(tmp_path: Path) -> None:
    first = os.getpid()

    def do(number: int) -> None:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        (tmp_path / str(number)).write_text(str(number * 2))

    assert Work(do, lambda: None, lambda: None, lambda *_: None).on(MANY) == []
    assert written(tmp_path) == {str(n): str(n * 2) for n in MANY}


@pytest.mark.parametrize("processes", ["two processes"], indirect=True)
@pytest.mark.usefixtures("processes")
def test_a_process_that_is_told_to_end_leaves_no_other(tmp_path: Path) -> None:
    def interrupted(*_: int) -> None:
        raise KeyboardInterrupt

    def do(number: int) -> None:
        (tmp_path / str(number)).write_text("")
        time.sleep(0.01)

    children, fork = [], os.fork

    def told() -> int:
        children.append(fork())
        return children[-1]

    with patch.object(os, "fork", told), pytest.raises(KeyboardInterrupt):
        Work(do, lambda: None, lambda: None, interrupted).on(MANY)
    assert len(written(tmp_path)) < len(MANY) / 2
    with pytest.raises(ChildProcessError):
        os.waitpid(children[0], os.WNOHANG)


@pytest.mark.parametrize("processes", ["two processes"], indirect=True)
@pytest.mark.usefixtures("processes")
def test_the_other_process_of_one_that_was_killed_ends_too() -> None:
    """What it has to tell fits no pipe, and nobody reads it."""
    reading, writing = os.pipe()
    first = os.fork()
    if not first:
        here = os.getpid()

        def do(_: int) -> None:
            if os.getpid() == here:
                os.kill(here, signal.SIGKILL)

        Work(do, lambda: None, lambda: b"x" * 3_000_000, lambda *_: None).on(MANY)
    os.close(writing)
    os.waitpid(first, 0)
    ended, _, _ = select.select([reading], [], [], 30)
    os.close(reading)
    assert ended


def test_few_things_are_not_worth_a_process(tmp_path: Path) -> None:
    assert work(tmp_path).on(range(10)) == []
    assert len(written(tmp_path)) == 10


def test_few_things_that_are_each_made_of_many_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "_may_fork", lambda: True)
    few = replace(work(tmp_path), of=len(MANY))
    assert len(few.on(range(2))) == 1
    assert few.on(range(1)) == []
    assert written(tmp_path) == {"0": "0", "1": "2"}


def who(folder: Path, together: Callable[[int], object]) -> tuple[dict[int, str], list[int]]:
    """Which process took each number, and what was told of how far both have come."""
    told: list[int] = []

    def do(number: int) -> None:
        (folder / str(number)).write_text(str(os.getpid()))

    Work(do, lambda: None, lambda: None, lambda at, _: told.append(at), together).on(MANY)
    return {int(name): by for name, by in written(folder).items()}, told


def third(number: int) -> str | None:
    return f"{number % 3}" if number % 3 else None


@pytest.mark.usefixtures("processes")
def test_one_process_takes_all_that_is_made_together(tmp_path: Path) -> None:
    by, told = who(tmp_path, third)
    assert by.keys() == {*MANY}
    assert all(len({by[number] for number in MANY if third(number) == name}) == 1 for name in "12")
    assert told == sorted(told)
    assert told[-1] < len(MANY)


@pytest.mark.usefixtures("processes")
@pytest.mark.parametrize("faulty", [{7, 8, 500}, {10, 998}, {0, 1, 2}, {999, 998}])
def test_the_first_fault_is_told_in_whatever_order_things_are_taken(
    tmp_path: Path, faulty: set[int]
) -> None:
    shared = replace(work(tmp_path, faulty=frozenset(faulty)), together=third)
    with pytest.raises(TemplateFaultError, match=rf"^mall\.html:{min(faulty)}$"):
        shared.on(MANY)


@pytest.mark.parametrize("processes", ["two processes"], indirect=True)
@pytest.mark.usefixtures("processes")
def test_what_was_worked_out_for_things_made_together_may_go_after_them(tmp_path: Path) -> None:
    known = [0]

    def do(number: int) -> None:
        known.append(number)
        (tmp_path / str(number)).write_text(" ".join(map(str, known)))

    def lasting() -> Callable[[], object]:
        lasts = len(known)
        return lambda: known.__delitem__(slice(lasts, None))

    every = Work(do, lambda: None, lambda: None, lambda *_: None, third, lasting=lasting)
    every.on(MANY)
    seen = {int(name): [*map(int, text.split())] for name, text in written(tmp_path).items()}
    for name in "12":
        shared = [number for number in MANY if third(number) == name]
        assert [seen[n] for n in shared] == [[0, *shared[: at + 1]] for at in range(len(shared))]
    alone = [number for number in MANY if third(number) is None]
    assert any(len(seen[number]) > 2 for number in alone)
