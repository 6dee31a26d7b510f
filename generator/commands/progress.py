"""How far work has come, for whoever waits at a terminal; nothing anywhere else."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Final, Protocol

import click

_PATIENCE: Final = 1.0
"""Seconds that nobody needs to be told of."""
_TICK: Final = 1.0
"""Seconds between two tellings of how long it has taken."""
_GONE: Final = "\r\x1b[K\x1b[?25h"
"""Clears the line, and shows the cursor that a bar hides."""


class Progress(Protocol):
    def __call__(self, done: int, whole: int) -> object: ...


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """Tells how long work of unknown length has taken. The line goes when it is over.

    A signal tells it, not a thread: a process with two may not be forked, and the work would be
    done by one process instead of two. Systems without such signals tell nothing.
    """
    if not sys.stderr.isatty() or not hasattr(signal, "setitimer"):
        yield
        return
    begun, told = time.monotonic(), False

    def tell(_signal: int, _frame: object) -> None:
        nonlocal told
        told = True
        _show(f"{label} … {time.monotonic() - begun:.0f} s")

    before = signal.signal(signal.SIGALRM, tell)
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE, _TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if told:
            _show("")


@contextmanager
def progress(label: str, before: str) -> Iterator[Progress]:
    """Tells how many of how many are done, and how long what comes before the first has taken.

    The line goes when the work is over.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _whole: None
        return
    begun, bar, until_then = time.monotonic(), None, ExitStack()

    def tell(done: int, whole: int) -> None:
        nonlocal bar
        until_then.close()
        if bar is None:
            if time.monotonic() - begun < _PATIENCE:
                return
            bar = click.progressbar(
                length=whole, label=label, file=sys.stderr, width=0, show_eta=False
            )
        bar.length = whole
        bar.update(done - bar.pos)

    try:
        with until_then:
            until_then.enter_context(waiting(before))
            yield tell
    finally:
        if bar is not None:
            sys.stderr.write(_GONE)
            sys.stderr.flush()


def _show(line: str) -> None:
    """In place of what the line had. Past Python's buffer, which may be in use at the moment."""
    import shutil  # noqa: PLC0415 - takes a twentieth of the time in which a kept answer is told

    columns = shutil.get_terminal_size().columns
    sent = f"\r{line[: columns - 1]}\x1b[K".encode(sys.stderr.encoding, "replace")
    os.write(sys.stderr.fileno(), sent)
