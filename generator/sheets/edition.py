"""Which edition a paper is: it does not grow old by the day it is made."""

import dataclasses
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from generator.sheets.sheet import Link, Sheet

_LENGTH = 6


def edition(sheet: Sheet) -> str:
    """A mark of what the sheet says: equal as long as it says the same, on screen and on paper.

    Made of the words alone, so that another template or field name makes no new edition.
    """
    said = "\x1f".join(words_of((sheet.title, sheet.blanks, sheet.body)))
    return sha256(said.encode()).hexdigest()[:_LENGTH].upper()


def words_of(value: object) -> Iterator[str]:
    """Every word of a part of a sheet, in order; where links lead is not said."""
    if isinstance(value, Link):
        yield value.text
    elif isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        for inner in value:
            yield from words_of(inner)
        yield "\x1e"
    elif dataclasses.is_dataclass(value):
        for name in _fields(type(value)):  # type: ignore[arg-type] # a class is hashable
            yield from words_of(getattr(value, name))
    elif value is not None:
        yield str(value)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Of a dataclass; asked for once, since a sheet holds thousands."""
    return tuple(field.name for field in dataclasses.fields(kind))
