"""What is done in a process beside this one gives what it gives here."""

import os
import threading
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.checks import side_by_side
from generator.checks.check import report
from generator.load import load

ROOT = Path(__file__).parent.parent.parent
AS_OF = date(2028, 6, 1)
"""Late enough that several rules have something to say."""


@pytest.fixture(autouse=True)
def two_processors() -> object:
    with patch.object(os, "sched_getaffinity", return_value={0, 1}, create=True) as patched:
        yield patched


def test_the_real_data_has_the_same_report() -> None:
    loaded = load(ROOT / "data")
    here = report(loaded, as_of=AS_OF)
    with patch("generator.checks.check.MANY", 0):
        beside = report(loaded, as_of=AS_OF)
    assert here.diagnostics
    assert (here.diagnostics, here.silenced) == (beside.diagnostics, beside.silenced)


def test_one_is_done_in_another_process() -> None:
    there, here = side_by_side.side_by_side(os.getpid, os.getpid)
    assert there != here == os.getpid()


def test_what_does_not_fit_a_pipe_at_once_comes_whole() -> None:
    size = 3_000_000
    assert side_by_side.side_by_side(lambda: b"x" * size, lambda: 1) == (b"x" * size, 1)


def test_with_one_processor_both_are_done_here() -> None:
    with patch.object(os, "sched_getaffinity", return_value={0}, create=True):
        assert side_by_side.side_by_side(os.getpid, os.getpid) == (os.getpid(), os.getpid())


def test_beside_another_thread_both_are_done_here() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert side_by_side.side_by_side(os.getpid, os.getpid) == (os.getpid(), os.getpid())
    finally:
        done.set()
        thread.join()


def test_a_fault_there_is_seen_here() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side.side_by_side(lambda: 1 // 0, lambda: 1)


def test_a_fault_here_leaves_no_child() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side.side_by_side(lambda: b"x" * 3_000_000, lambda: 1 // 0)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_child_that_is_lost_is_made_up_for() -> None:
    here = os.getpid()

    def work() -> int:
        return 7 if os.getpid() == here else os._exit(9)

    assert side_by_side.side_by_side(work, lambda: 1) == (7, 1)
