"""Everything beside the catalogue that an answer depends on."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

_PROGRAM: Final = Path(__file__).parents[1]
_SOURCES: Final = (".py", ".md")
_INSTALLED: Final = ".dist-info"


@cache
def makings() -> tuple[tuple[str, bytes], ...]:
    """Python, this program and the packages, by name. They are not read: that would take longer.

    A file's size and time tell whether it is the same, as they tell Python of compiled code. Of
    the program as it runs: a preview goes on with it when another has been installed.
    """
    return (
        ("python", f"{sys.implementation.cache_tag} {sys.version}".encode()),
        ("program", repr(sorted(_sources(str(_PROGRAM)))).encode()),
        ("packages", repr([*_packages()]).encode()),
    )


def _sources(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as found:
        for each in found:
            if each.is_dir():
                yield from _sources(each.path) if each.name != "__pycache__" else ()
            elif each.name.endswith(_SOURCES):
                status = each.stat()
                yield each.path, status.st_size, status.st_mtime_ns


def _packages() -> Iterator[tuple[str, int]]:
    """Name and version of each package, and when it was installed, in the order of their places."""
    for place in dict.fromkeys(sys.path):
        with suppress(OSError), os.scandir(place or ".") as found:
            each = (e for e in found if e.name.endswith(_INSTALLED))
            yield from sorted((e.path, e.stat().st_mtime_ns) for e in each)
