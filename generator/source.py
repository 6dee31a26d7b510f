"""Where things stand: spans in files, and the map from a path in the data to its place."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.model.outline import DataPath

_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What libyaml takes for the end of a line, so that its line numbers find the same lines here."""

Mark = tuple[int, int, int, int]
"""First line, first column, last line, column after the last; from zero, as libyaml counts."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file. Lines and columns (characters) count from one; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of(cls, file: str, mark: Mark) -> "Span":
        return cls(file, mark[0] + 1, mark[1] + 1, mark[2] + 1, mark[3] + 1)


@dataclass(frozen=True)
class SourceText:
    """A file as it was read. `name` is what a person would type to open it."""

    name: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        return _LINE_BREAK.split(self.text)

    def line(self, number: int) -> str:
        """The line of that number, counted from one; empty past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    @cached_property
    def _beginnings(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]

    def offset(self, line: int, column: int) -> int:
        """Where in the text a place lies, given as a `Span` counts it."""
        return self._beginnings[line - 1] + column - 1

    def span(self, offset: int) -> Span:
        """The place of the one character at the offset."""
        line = bisect_right(self._beginnings, offset)
        column = offset - self._beginnings[line - 1] + 1
        return Span(self.name, line, column, line, column + 1)


class PlacedMap(dict[str, Any]):
    """A mapping that remembers where each key and value was written."""

    __slots__ = ("keys_at", "values_at")

    def __init__(self) -> None:
        super().__init__()
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}


class PlacedList(list[Any]):
    """A list that remembers where each item was written."""

    __slots__ = ("values_at",)

    def __init__(self) -> None:
        super().__init__()
        self.values_at: list[Mark] = []


@dataclass(frozen=True)
class Places:
    """The whole data's places. An entry lies in one file; a section may lie in many."""

    texts: Mapping[str, SourceText] = field(default_factory=dict)
    roots: Mapping[str, PlacedMap] = field(default_factory=dict)
    """The top of each file's data, by file name."""

    @cached_property
    def _homes(self) -> dict[DataPath, str]:
        homes: dict[DataPath, str] = {}
        for file, root in self.roots.items():
            for section, entries in root.items():
                homes.setdefault((section,), file)
                for entry in entries if isinstance(entries, dict) else ():
                    homes.setdefault((section, entry), file)
        return homes

    def entry(self, span: Span) -> str:
        """The entry that the span lies in, as `section/id`; of what stands above all, empty.

        What lies in a section that has no entries is the section's own: `guide`.
        """
        here = (span.line - 1, span.column - 1)
        root = self.roots.get(span.file, PlacedMap())
        section = _last_before(root, here)
        entries = root.get(section)
        inner = _last_before(entries, here) if section != "guide" else ""
        return f"{section}/{inner}" if inner else section

    def span(self, path: DataPath, *, key: bool = False) -> Span:
        """The place of the value at the path, or of its key.

        A value that is itself a mapping or list is pointed at by its key, and a path that leads
        nowhere by the last thing on the way that exists: there is always something to show.
        """
        file = self._homes.get(path[:2]) or self._homes.get(path[:1]) or next(iter(self.roots), "")
        here: Any = self.roots.get(file)
        found: Mark = (0, 0, 0, 0)
        for step in path:
            if isinstance(here, PlacedMap) and step in here.keys_at:
                child = here.get(str(step))
                at_key = key or child is None or isinstance(child, PlacedMap | PlacedList)
                found = (here.keys_at if at_key else here.values_at)[str(step)]
            elif isinstance(here, PlacedList) and isinstance(step, int) and step < len(here):
                child = here[step]
                found = _opening(child, here.values_at[step])
            else:
                break
            here = child
        return Span.of(file, found)


def _opening(item: Any, mark: Mark) -> Mark:
    """A list item that is a mapping is pointed at by its first key, not by all its lines."""
    if isinstance(item, PlacedMap) and item.keys_at:
        return next(iter(item.keys_at.values()))
    return mark


def _last_before(data: Any, here: tuple[int, int]) -> str:
    """The mapping's last key at or before the line and column, counted from zero."""
    if not isinstance(data, PlacedMap):
        return ""
    return next((key for key, at in reversed(data.keys_at.items()) if at[:2] <= here), "")
