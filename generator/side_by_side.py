"""Work shared between two processes, where that can be had.

Python's threads do not compute at the same time, so a second process is what a second processor
takes. One begun anew would have to read everything again; a fork begins with all that this one has
worked out. Where there is no fork, no second processor, or another thread that could hold a lock,
everything is done here, with the same answers.

`both` does two things at once: at 2,500 services a check takes three quarters of the time. `Work`
is done on many things, of which each process takes the next few when it is done with the last: at
250 services the first then spends 0.63 of what it would alone on pages. What is made together costs
most and is taken first, so that the many small things that are left let both end at once.
"""

import gc
import os
import pickle
import signal
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R")

FEWEST: Final = 200
"""Things that a second process is worth its while for."""
_SHARES: Final = 256
"""Portions that small things are taken in; the numbers of all portions must fit into a pipe."""
_NUMBER: Final = struct.Struct("<I")


def one_after_the_other(one: Callable[[], T], other: Callable[[], U]) -> tuple[T, U]:
    return one(), other()


def both(one: Callable[[], T], other: Callable[[], U]) -> tuple[T, U]:
    """What both give. The first is done in a child, whose answer must be a value of ours."""
    if not _may_fork():
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


def begun(work: Callable[[], T], otherwise: Callable[[], T] | None = None) -> Callable[[], T]:
    """What the work gives, begun now and to be asked for once, or not at all.

    It is done in a child where that can be had, or else, if not otherwise, when it is asked for.
    """
    here = otherwise or work
    if not _may_fork():
        return here
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)  # or it would wait for itself if nobody asks
        _answer(work, writing)
    os.close(writing)

    def asked() -> T:
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
        _, status = os.waitpid(child, 0)
        return here() if status else pickle.loads(answer)  # noqa: S301 - our own child's

    return asked


@dataclass(frozen=True, slots=True)
class Fault:
    """What stopped the work, at the thing of the number."""

    number: int
    error: Exception


@dataclass(frozen=True)
class Work(Generic[T, R]):
    """What is done with each thing, and what a process tells of itself in the end."""

    do: Callable[[T], object]
    begin: Callable[[], object]
    """Is called in a process that has just been made."""
    end: Callable[[], R]
    progress: Callable[[int, int], object]
    """Is told how many things have been begun, of how many; in the first process alone."""
    together: Callable[[T], object] = lambda _: None
    """What a thing shares with others, so that one process takes them all; None for most."""
    many: Callable[[Sequence[T]], object] = lambda _: None
    """Is called with very many things before they are shared: for what all of them are made of."""
    of: int = 0
    """How many there are with those that need not be done: the few left are made of all of them."""
    lasting: Callable[[], Callable[[], object]] = lambda: lambda: None
    """Is called in each process before its first thing: what has been worked out until then lasts.

    What it gives is called when some made together are done: what was worked out since may go.
    """

    def on(self, things: Sequence[T]) -> list[R]:
        """What the other process told, if there was one.

        Raises what the first thing that failed raised, as if they had been taken one by one.
        """
        if len(things) >= FEWEST:
            self.many(things)
        worth = len(things) > 1 and max(len(things), self.of) >= FEWEST
        if not worth or not _may_fork():
            for number, thing in enumerate(things):
                self.progress(number, len(things))
                self.do(thing)
            return []
        return self._shared(things)

    def _shared(self, things: Sequence[T]) -> list[R]:
        portions = self._portions(things)
        numbers, told = _numbers(len(portions)), os.pipe()
        turns = self._turns(numbers, [bool(self.together(things[of[0]])) for of in portions])
        gc.freeze()  # looks for cycles leave what both share alone, and are quick about the rest
        child = os.fork()
        if not child:
            os.close(told[0])  # or it would wait for itself if nobody else listens any more
            self._other(things, (each for at in turns for each in portions[at]), told[1])
        os.close(told[1])
        mine: set[int] = set()
        try:
            with os.fdopen(told[0], "rb") as pipe:
                fault = self._take(things, self._telling(turns, portions), mine)
                answer = pipe.read()
        except BaseException:  # this process was told to end: what the other writes would be left
            os.kill(child, signal.SIGKILL)
            raise
        finally:
            os.waitpid(child, 0)
            gc.unfreeze()
            os.close(numbers)
        if not answer:  # it was killed: what it may have done is done again
            left = (number for number in range(len(things)) if number not in mine)
            said: R | Fault | None = self._take(things, left, set())
        else:
            said = pickle.loads(answer)  # noqa: S301 - our own process wrote it, to its end
        faults = [each for each in (fault, said) if isinstance(each, Fault)]
        if faults:
            raise min(faults, key=lambda each: each.number).error
        return [] if said is None or isinstance(said, Fault) else [said]

    def _take(self, things: Sequence[T], numbers: Iterator[int], done: set[int]) -> Fault | None:
        """The first fault in the things' order: after one only what comes before it is done."""
        first: Fault | None = None
        for number in numbers:
            if first is None or number < first.number:
                try:
                    self.do(things[number])
                except Exception as error:  # noqa: BLE001 - raised again when both have stopped
                    first = Fault(number, error)
            done.add(number)
        return first

    def _portions(self, things: Sequence[T]) -> list[Sequence[int]]:
        """What is made together, then the rest in the things' order, a few at a time."""
        shared: dict[object, list[int]] = {}
        for number, thing in enumerate(things):
            shared.setdefault(self.together(thing), []).append(number)
        rest = shared.pop(None, [])
        step = -(-len(rest) // _SHARES) or 1
        return [*shared.values(), *(rest[at : at + step] for at in range(0, len(rest), step))]

    def _turns(self, numbers: int, are_together: Sequence[bool]) -> Iterator[int]:
        """The portions that this process takes, until none is left.

        At 2,500 services a process is 10 MB smaller in the end if it forgets and is looked through
        for cycles after what is large: by itself Python would only have when a quarter was new.
        """
        forget = self.lasting()
        while packed := os.read(numbers, _NUMBER.size):
            portion = _NUMBER.unpack(packed)[0]
            yield portion
            if are_together[portion]:
                forget()
                gc.collect()

    def _telling(self, turns: Iterator[int], portions: Sequence[Sequence[int]]) -> Iterator[int]:
        """The first process sees by the portions that are taken how far both have come."""
        begun = [0, *accumulate(map(len, portions))]
        for portion in turns:
            for position, number in enumerate(portions[portion], begun[portion]):
                self.progress(position, begun[-1])
                yield number

    def _other(self, things: Sequence[T], numbers: Iterator[int], told: int) -> None:
        """The other process's whole life: nothing of it is cleaned up, since all is the first's."""
        try:
            self.begin()
            fault = self._take(things, numbers, set())
            answer = _pickled(fault or self.end())
            with os.fdopen(told, "wb") as pipe:
                pipe.write(answer)
        finally:
            os._exit(0)


def _may_fork() -> bool:
    """A copy of a process has one thread only, and whatever the others held is held for ever.

    Systems that do not say which processors are ours have no fork, or one that may fail.
    """
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return False
    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _answer(work: Callable[[], object], writing: int) -> None:
    """In the child, which leaves without what its parent does at the end."""
    status = 1
    with suppress(BaseException):
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    os._exit(status)


def _numbers(portions: int) -> int:
    """Where the number of each portion can be read, once; each by whoever asks next."""
    read, write = os.pipe()
    with os.fdopen(write, "wb") as pipe:
        for number in range(portions):
            pipe.write(_NUMBER.pack(number))
    return read


def _pickled(what: Any) -> bytes:  # noqa: ANN401 - what a process tells, or its fault
    try:
        return pickle.dumps(what)
    except Exception:  # noqa: BLE001 - whatever cannot be sent is found again by the first process
        return b""
