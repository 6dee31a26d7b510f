"""Where everything in a file has gone, when only what texts say was changed in it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from generator.kept.piece import Piece
from generator.load.beside import differences
from generator.model.paths import DataPath, Leaf
from generator.source import Mark, PlacedList, PlacedMap, Span

_STRIPPED: Final = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""What the model takes away around a text (Unicode's White_Space; Python's own is wider)."""


class ChangedError(Exception):
    """Something else was changed, or cannot be told from that."""


def shape(path: DataPath) -> str:
    """The path without what tells one entry, or one item of a list, from another."""
    section, *way = path
    inner = way if section == "guide" else way[1:]
    return "/".join((str(section), *("#" if isinstance(step, int) else step for step in inner)))


class Moved:
    """The place now of each key and value that was, in files of which both are known."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """The shapes of the paths to what may be otherwise, each with the pattern of its values."""
        self._texts = texts
        self._marks: dict[str, dict[Mark, Mark]] = {}
        self._pieces: dict[str, Piece] = {}
        self.leaves: list[Leaf] = []
        """Every text of the pieces as they are."""

    def add(self, file: str, piece: Piece, old: PlacedMap, new: PlacedMap) -> None:
        """What the piece says and said; all else in the file is as it was.

        Raises ChangedError if they differ in anything but those texts.
        """
        for path, was, now in differences(old, new):
            self._text(path, was, now)
        self._marks[file] = {}
        self._pieces[file] = piece
        self._value((), old, new, self._marks[file])

    def __call__(self, span: Span) -> Span:
        """Where that is now; in any other file it stays. Raises ChangedError if that is nowhere."""
        if span.file not in self._pieces:
            return span
        elsewhere = self._pieces[span.file].elsewhere(span)
        if elsewhere:
            return elsewhere
        line, column, end_line, end_column = span.line, span.column, span.end_line, span.end_column
        mark = self._marks[span.file].get((line - 1, column - 1, end_line - 1, end_column - 1))
        if mark is None:
            raise ChangedError
        return Span.of(span.file, mark)

    def _text(self, path: DataPath, old: object, new: object) -> None:
        pattern = self._texts.get(shape(path)) if path else None
        if pattern is None or not isinstance(old, str) or not isinstance(new, str):
            raise ChangedError
        if not (re.fullmatch(pattern, new) if pattern else new.strip(_STRIPPED)):
            raise ChangedError

    def _value(self, path: DataPath, old: Any, new: Any, marks: dict[Mark, Mark]) -> None:  # noqa: ANN401 - a value can be anything
        """What has the same keys and as many items."""
        if isinstance(new, str):
            field = next(step for step in reversed(path) if isinstance(step, str))
            self.leaves.append(Leaf(field, new.strip(_STRIPPED), path))
        elif isinstance(new, PlacedMap):
            _note(marks, old.keys_at.values(), new.keys_at.values())
            _note(marks, old.values_at.values(), new.values_at.values())
            for key in new:
                self._value((*path, key), old[key], new[key], marks)
        elif isinstance(new, PlacedList):
            _note(marks, old.values_at, new.values_at)
            for at, one in enumerate(new):
                self._value((*path, at), old[at], one, marks)


def _note(marks: dict[Mark, Mark], old: Iterable[Mark], new: Iterable[Mark]) -> None:
    for at, to in zip(old, new, strict=True):
        if marks.setdefault(at, to) != to:
            raise ChangedError
