"""What is made of a folder's files alone is kept in memory while they stand, for the next change.

A preview makes its pages again at every change of the data; what it made of the theme (styles,
templates, the examples' catalogue) took half of the time until the first page of the real guide.
"""

import os
import stat
import time
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which another change of a file has another time, on any disk."""

State = tuple[tuple[str, int, int, int, int], ...]
"""What the system says of every file in a folder, by name."""


def standing(make: Callable[Concatenate[Path, P], T]) -> Callable[Concatenate[Path, P], T]:
    """Made again when a file in the folder, or what else is given, is another than before."""
    last: dict[object, T] = {}

    @wraps(make)
    def kept(folder: Path, *args: P.args, **named: P.kwargs) -> T:
        seen = state(folder)
        if seen is None:
            return make(folder, *args, **named)
        key = (folder.absolute(), seen, args, *named.items())
        if key not in last:
            made = make(folder, *args, **named)
            last.clear()
            last[key] = made
        return last[key]

    return cast("Callable[Concatenate[Path, P], T]", kept)


def state(folder: Path) -> State | None:
    """None if a file has just been changed, or leads elsewhere."""
    settled = time.time_ns() - _SETTLED
    try:
        seen = tuple(sorted(_files(str(folder))))
    except OSError:
        return None
    return seen if all(max(each[1:3]) < settled for each in seen) else None


def _files(folder: str) -> Iterator[tuple[str, int, int, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            found = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(found.st_mode):
                yield from _files(entry.path)
            elif not stat.S_ISREG(found.st_mode):
                raise OSError(entry.path)
            else:
                size, number = found.st_size, found.st_ino
                yield entry.path, found.st_mtime_ns, found.st_ctime_ns, size, number
