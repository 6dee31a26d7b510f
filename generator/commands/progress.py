"""How far work has come, for whoever waits at a terminal; nothing anywhere else."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

import click

_PATIENCE: Final = 1.0
"""Seconds that nobody needs to be told of."""
_GONE: Final = "\r\x1b[K\x1b[?25h"
"""Clears the line, and shows the cursor that a bar hides."""


class Progress(Protocol):
    def __call__(self, done: int, whole: int) -> object: ...


@contextmanager
def progress(label: str) -> Iterator[Progress]:
    """Tells how many of how many are done. The line goes when the work is over."""
    if not sys.stderr.isatty():
        yield lambda _done, _whole: None
        return
    begun, bar = time.monotonic(), None

    def tell(done: int, whole: int) -> None:
        nonlocal bar
        if bar is None:
            if time.monotonic() - begun < _PATIENCE:
                return
            bar = click.progressbar(
                length=whole, label=label, file=sys.stderr, width=0, show_eta=False
            )
        bar.length = whole
        bar.update(done - bar.pos)

    try:
        yield tell
    finally:
        if bar is not None:
            sys.stderr.write(_GONE)
            sys.stderr.flush()
