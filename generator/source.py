"""Where things stand: spans in files, and the map from a path in the data to its place."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property
from itertools import islice
from struct import Struct
from typing import Any, Final, NamedTuple

from generator.model.paths import DataPath
from generator.model.record import record

_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What libyaml takes for the end of a line, so that its line numbers find the same lines here."""
_RARE_BREAKS: Final = "\r\x85\u2028\u2029"

Mark = tuple[int, int, int, int]
"""First line, first column, last line, column after the last; from zero, as libyaml counts."""
_MARK: Final = Struct("4I")
MARK_SIZE: Final = _MARK.size
"""Bytes of one when it is packed."""
_FEW: Final = 32
"""Keys of a mapping among which one is found by looking through them."""


class Span(NamedTuple):
    """A stretch of a file. Lines and columns (characters) count from one; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of(cls, file: str, mark: Mark) -> "Span":
        return cls(file, mark[0] + 1, mark[1] + 1, mark[2] + 1, mark[3] + 1)


@record(frozen=True)
class SourceText:
    """A file as it was read. `name` is what a person would type to open it."""

    name: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        if self.is_plain:
            return self.text.split("\n")  # a quarter of the time, which was half of a report's
        return _LINE_BREAK.split(self.text)

    @property
    def is_plain(self) -> bool:
        """Whether nothing but line feeds ends a line."""
        return not any(sign in self.text for sign in _RARE_BREAKS)

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
    """A mapping that remembers where each key and value was written.

    `packed` holds the marks of each key and its value in turn, and a mark is made when somebody
    asks. As tuples in dictionaries and lists they took 52 MB at 2,500 services, and so 7.
    """

    __slots__ = ("_order", "packed")

    def __init__(self) -> None:
        super().__init__()
        self.packed = b""
        self._order: dict[str, int] | None = None

    def key_at(self, key: str) -> Mark:
        return mark_at(self.packed, 2 * self._position(key))

    def value_at(self, key: str) -> Mark:
        return mark_at(self.packed, 2 * self._position(key) + 1)

    def holds_parts(self, key: str) -> bool:
        """Whether the value is a mapping or a list."""
        return isinstance(self[key], PlacedMap | PlacedList)

    def key_within(self, key: str, inner: str) -> Mark | None:
        """Where the inner key of the mapping that stands at the key is written, if there is one."""
        value = self[key]
        return value.key_at(inner) if isinstance(value, PlacedMap) and inner in value else None

    @property
    def keys_at(self) -> dict[str, Mark]:
        return dict(zip(self, _marks(self.packed)[::2], strict=True))

    @property
    def values_at(self) -> dict[str, Mark]:
        return dict(zip(self, _marks(self.packed)[1::2], strict=True))

    def last_before(self, here: tuple[int, int]) -> str:
        """The last key at or before the line and column, counted from zero; empty if none is."""
        number = bisect_right(
            range(len(self)), here, key=lambda at: mark_at(self.packed, 2 * at)[:2]
        )
        return next(islice(self, number - 1, None)) if number else ""

    def picked(self, values: Mapping[str, Any]) -> "PlacedMap":
        """Some of the keys, in the order that they stand in here, with values for theirs."""
        kept, size = PlacedMap(), 2 * _MARK.size
        kept.update(values)
        places = [self.packed[at : at + size] for at in range(0, len(self.packed), size)]
        kept.packed = b"".join(
            place for key, place in zip(self, places, strict=True) if key in values
        )
        return kept

    def _position(self, key: str) -> int:
        if len(self) <= _FEW:
            return [*self].index(key)
        if self._order is None:
            self._order = {each: position for position, each in enumerate(self)}
        return self._order[key]


class PlacedList(list[Any]):
    """A list that remembers where each item was written, packed as a mapping's marks are."""

    __slots__ = ("packed",)

    def __init__(self) -> None:
        super().__init__()
        self.packed = b""

    def value_at(self, position: int) -> Mark:
        return mark_at(self.packed, position)

    @property
    def values_at(self) -> list[Mark]:
        return _marks(self.packed)

    def picked(self, values: Mapping[int, Any]) -> "PlacedList":
        """Some of the items, by position, with values for theirs."""
        kept, size = PlacedList(), _MARK.size
        kept.extend(values.values())
        kept.packed = b"".join(self.packed[at * size : (at + 1) * size] for at in values)
        return kept


def packed(marks: Sequence[int]) -> bytes:
    """Marks as a container keeps them, four numbers each."""
    return array("I", marks).tobytes()


def mark_at(packed: bytes, position: int) -> Mark:
    found: Mark = _MARK.unpack_from(packed, position * _MARK.size)
    return found


def _marks(packed: bytes) -> list[Mark]:
    return [*_MARK.iter_unpack(packed)]


@record(frozen=True)
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
        section = root.last_before(here)
        entries = root.get(section)
        if section == "guide" or not isinstance(entries, PlacedMap):
            return section
        inner = entries.last_before(here)
        return f"{section}/{inner}" if inner else section

    def span(self, path: DataPath, *, key: bool = False) -> Span:
        """The place of the value at the path, or of its key.

        A value that is itself a mapping or list is pointed at by its key, and a path that leads
        nowhere by the last thing on the way that exists: there is always something to show.
        """
        file = self._homes.get(path[:2]) or self._homes.get(path[:1]) or next(iter(self.roots), "")
        here: Any = self.roots.get(file)
        found: Mark = (0, 0, 0, 0)
        for number, step in enumerate(path, 1):
            if isinstance(here, PlacedMap) and isinstance(step, str) and step in here:
                at_key = key or here.holds_parts(step) or here[step] is None
                found = here.key_at(step) if at_key else here.value_at(step)
            elif isinstance(here, PlacedList) and isinstance(step, int) and step < len(here):
                found = _opening(here[step], here.value_at(step))
            else:
                break
            if number < len(path):  # what nobody looks into may stay packed
                here = here[step]
        return Span.of(file, found)

    def key_of_entry(self, section: str, id_: str, key: str) -> Span:
        """As `span` of the key, for whoever asks this of very many entries: none is unpacked."""
        entries = self.roots[self._homes[section, id_]][section]
        found = entries.key_within(id_, key)
        return Span.of(self._homes[section, id_], found or entries.key_at(id_))


def _opening(item: Any, mark: Mark) -> Mark:
    """A list item that is a mapping is pointed at by its first key, not by all its lines."""
    if isinstance(item, PlacedMap) and item:
        return mark_at(item.packed, 0)
    return mark
