"""Where everything in a file has gone, when only what texts say was changed in it."""

from collections.abc import Collection, Iterable
from typing import Any

from generator.load import Loaded
from generator.model.outline import DataPath
from generator.source import Mark, PlacedList, PlacedMap, Span


class ChangedError(Exception):
    """Something else was changed, or cannot be told from that."""


class Moved:
    """The place now of each key and value that was, in the files of both.

    Raises ChangedError if they differ in anything but the texts at the paths.
    """

    def __init__(self, old: Loaded, new: Loaded, texts: Collection[DataPath]) -> None:
        before, after = old.places.roots, new.places.roots
        self._marks = {file: _marks(before[file], after[file], texts) for file in before}

    def __call__(self, span: Span) -> Span:
        """Where that is now; in any other file it stays. Raises ChangedError if that is nowhere."""
        if span.file not in self._marks:
            return span
        line, column, end_line, end_column = span.line, span.column, span.end_line, span.end_column
        mark = self._marks[span.file].get((line - 1, column - 1, end_line - 1, end_column - 1))
        if mark is None:
            raise ChangedError
        return Span.of(span.file, mark)


def _marks(old: PlacedMap, new: PlacedMap, texts: Collection[DataPath]) -> dict[Mark, Mark]:
    walk = _Walk(texts)
    walk.value((), old, new)
    return walk.marks


class _Walk:
    """Through a file as it was and as it is, side by side."""

    def __init__(self, texts: Collection[DataPath]) -> None:
        self.texts = texts
        self.marks: dict[Mark, Mark] = {}

    def value(self, path: DataPath, old: Any, new: Any) -> None:  # noqa: ANN401 - a value can be anything
        if isinstance(old, PlacedMap) and isinstance(new, PlacedMap):
            self._mapping(path, old, new)
        elif isinstance(old, PlacedList) and isinstance(new, PlacedList):
            self._list(path, old, new)
        elif old != new and not (
            isinstance(old, str) and isinstance(new, str) and path in self.texts
        ):
            raise ChangedError

    def _mapping(self, path: DataPath, old: PlacedMap, new: PlacedMap) -> None:
        if [*old] != [*new]:
            raise ChangedError
        self._marks(old.keys_at.values(), new.keys_at.values())
        self._marks(old.values_at.values(), new.values_at.values())
        for key, one in old.items():
            self.value((*path, key), one, new[key])

    def _list(self, path: DataPath, old: PlacedList, new: PlacedList) -> None:
        if len(old) != len(new):
            raise ChangedError
        self._marks(old.values_at, new.values_at)
        for at, one in enumerate(old):
            self.value((*path, at), one, new[at])

    def _marks(self, old: Iterable[Mark], new: Iterable[Mark]) -> None:
        for at, to in zip(old, new, strict=True):
            if self.marks.setdefault(at, to) != to:
                raise ChangedError
