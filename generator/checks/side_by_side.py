"""Two pieces of work at once, on two processors.

Python's threads do not compute at the same time, and a process begun anew would have to read
everything again; a fork has it all at once. At 2,500 services a check takes three quarters of the
time. Where there is no fork, no second processor, or another thread that could hold a lock, the two
are done one after the other, with the same answers.
"""

import os
import pickle
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


def one_after_the_other(one: Callable[[], T], other: Callable[[], U]) -> tuple[T, U]:
    return one(), other()


def side_by_side(one: Callable[[], T], other: Callable[[], U]) -> tuple[T, U]:
    """What both give. The first is done in a child, whose answer must be a value of ours."""
    if not _can_fork():
        return one_after_the_other(one, other)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)  # or it would wait for itself if nobody else listens any more
        _answer(one, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            result, answer = other(), pipe.read()
    finally:
        _, status = os.waitpid(child, 0)
    # A child that did not end well is asked again here, so that its fault is seen.
    return (one() if status else pickle.loads(answer)), result  # noqa: S301 - our own child's


def _can_fork() -> bool:
    if not hasattr(os, "sched_getaffinity"):  # other systems have no fork, or one of little use
        return False
    return threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def _answer(work: Callable[[], object], writing: int) -> None:
    """In the child, which leaves without what its parent does at the end."""
    status = 1
    with suppress(BaseException):
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    os._exit(status)
