"""The words that an edition is made of, told quickly, are those of a plain look at each value."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.sheets.edition import words_of
from generator.sheets.registry import all_sheets
from generator.sheets.sheet import Fact, HowTo, Link, Missing, NoteKind, Prose
from tests.pages.rendered import real


class Pair(NamedTuple):
    first: str
    second: object


def slow(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for each in value:
            yield from slow(each)
        yield "\x1e"
    elif isinstance(value, Link):
        yield value.text
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from slow(getattr(value, field.name))
    elif value is not None:
        yield str(value)


def test_of_every_sheet_of_the_real_catalogue() -> None:
    for sheet in all_sheets(real()):
        assert words_of(sheet) == [*slow(sheet)]


def test_of_whatever_a_sheet_may_hold() -> None:
    odd = (
        "",
        (),
        ((),),
        Pair("a", ("b", None)),
        (NoteKind.STOP, True, 0, date(2027, 1, 4), None),
        Fact("Kräver", ((Link("Nätet", "tjanster/natet"), Missing(), Prose("*x*")),)),
        HowTo(),
    )
    assert words_of(odd) == [*slow(odd)]
