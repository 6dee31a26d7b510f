"""Lists from A to Ö, under their letters."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final, Generic, TypeVar

from generator.model.record import record
from generator.views.words import collated

T = TypeVar("T")

_DIGITS: Final = "0–9"
_ANCHORS: Final = {_DIGITS: "siffror", "Å": "aa", "Ä": "ae", "Ö": "oe"}
_SAME: Final = str.maketrans({"É": "E", "Æ": "Ä", "Ø": "Ö"})


@record(frozen=True, slots=True)
class Letter(Generic[T]):
    name: str
    anchor: str
    entries: tuple[T, ...]


def by_letter(entries: Iterable[T], name: Callable[[T], str]) -> tuple[Letter[T], ...]:
    """The entries in Swedish order, by first letter; å, ä and ö are letters of their own."""
    ordered = sorted(entries, key=lambda entry: collated(name(entry)))
    return tuple(
        Letter(letter, f"bokstav-{_ANCHORS.get(letter, letter.lower())}", tuple(group))
        for letter, group in groupby(ordered, key=lambda entry: _letter(name(entry)))
    )


def _letter(name: str) -> str:
    first = name[:1].upper().translate(_SAME)
    return _DIGITS if first.isdigit() else first
