"""A machine that lists the files of a folder in another order each time it is asked."""

import os
import random
from collections.abc import Iterator
from typing import Any, Self

_LISTED, _SCANNED = os.listdir, os.scandir


def _listdir(*folder: Any) -> list[Any]:
    names = _LISTED(*folder)
    random.shuffle(names)
    return names


class _Scan:
    """As `os.scandir` gives: entries one by one, and a context that closes it."""

    def __init__(self, *folder: Any) -> None:
        with _SCANNED(*folder) as found:
            self.entries = list(found)
        random.shuffle(self.entries)
        self.left: Iterator[Any] = iter(self.entries)

    def __iter__(self) -> Iterator[Any]:
        return self.left

    def __next__(self) -> Any:
        return next(self.left)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.left = iter(())


os.listdir = _listdir  # type: ignore[assignment]
os.scandir = _Scan  # type: ignore[assignment]
