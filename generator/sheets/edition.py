"""Which edition a paper is: it does not grow old by the day it is made."""

import dataclasses
from collections.abc import Callable, Iterable
from hashlib import sha256
from operator import attrgetter
from typing import Any, Final

from generator.sheets.sheet import Link, Sheet

_LENGTH: Final = 6
_END: Final = "\x1e"
"""Of a list, so that the words of two cannot be those of one."""


def edition(sheet: Sheet) -> str:
    """A mark of what the sheet says: equal as long as it says the same, on screen and on paper.

    Made of the words alone, so that another template or field name makes no new edition.
    """
    said = "\x1f".join(words_of((sheet.title, sheet.blanks, sheet.body)))
    return sha256(said.encode()).hexdigest()[:_LENGTH].upper()


def words_of(value: object) -> list[str]:
    """Every word of a part of a sheet, in order; where links lead is not said."""
    found: list[str] = []
    _tell((value,), found.append)
    return found


def _tell(values: Iterable[object], say: Callable[[str], object]) -> None:
    """Without a call for each value: most are a text, nothing or an empty list."""
    for value in values:
        kind = type(value)
        if kind is str:
            say(value)  # type: ignore[arg-type] # as its kind says
        elif kind is tuple:
            if value:
                _tell(value, say)  # type: ignore[arg-type] # as above
            say(_END)
        elif read := _READ[kind]:
            _tell(read(value), say)
        elif value is not None:
            say(str(value))


class _Readers(dict[type, Callable[[Any], Iterable[object]] | None]):
    """What is read of each kind; asked about once, since a sheet holds thousands."""

    def __missing__(self, kind: type) -> Callable[[Any], Iterable[object]] | None:
        self[kind] = read = _fields(kind)
        return read


def _fields(kind: type) -> Callable[[Any], Iterable[object]] | None:
    """Gives those of a dataclass, or of a named tuple with its end; of a link its text alone."""
    if issubclass(kind, tuple):
        return lambda value: (*value, _END)
    if not dataclasses.is_dataclass(kind):
        return None
    names = ["text"] if kind is Link else [field.name for field in dataclasses.fields(kind)]
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda value: (read(value),)


_READ: Final = _Readers()
