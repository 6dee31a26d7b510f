"""How far work has come, for whoever waits at a terminal; nothing anywhere else."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

import click

_PATIENCE: Final = 1.0
"""Seconds that nobody needs to be told of."""


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
            bar = click.progressbar(length=whole, label=label, file=sys.stderr)
        bar.length = whole
        bar.update(done - bar.pos)

    try:
        yield tell
    finally:
        if bar is not None:
            bar.render_finish()
