"""One YAML file's text becomes data with places, read straight from libyaml's events.

Events cost a quarter of PyYAML's nodes, and scalars stay the text that was written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any, Final

import yaml
from yaml._yaml import CParser

from generator.load.conflict import conflicts
from generator.load.dropped import dropped
from generator.load.fault import DuplicateKeyFault, SyntaxFault, SyntaxKind
from generator.source import Mark, PlacedList, PlacedMap, SourceText, Span, packed

MAX_VALUES: Final = 200_000
"""Keys and values of a file, which take up to 200 bytes of memory each while they are read.
A catalogue of 2,500 services has 290,000 in its 57 files."""
MAX_VALUES_IN_ALL: Final = 6_000_000
"""Of all files together: twice those of 25,000 services."""
MAX_DEPTH: Final = 32
"""Nesting; the model itself reaches 12, and each step inside an option inside an option adds 4."""

MAX_FAULTS: Final = 1_000
"""So many in one file that nobody reads them all; each costs time and memory to tell of."""

_NOTHING = frozenset({"", "~", "null"})


class _Stop(Exception):  # noqa: N818 - no error but the end of reading one file
    """The rest of this file cannot be read."""


@dataclass
class Room:
    """How many keys and values may still be read, of all files of the folder together."""

    left: int = MAX_VALUES_IN_ALL


def read_document(
    source: SourceText, room: Room | None = None
) -> tuple[PlacedMap, list[SyntaxFault | DuplicateKeyFault]]:
    """The data of a file, as far as it can be read, and what was wrong with its writing."""
    if found := [*conflicts(source)]:
        return PlacedMap(), [*found]
    reader = _Reader(source, room or Room())
    return reader.read(), reader.faults


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column, end.line, end.column)


class _Reader:
    def __init__(self, source: SourceText, room: Room) -> None:
        self.source = source
        self.room = room
        self.faults: list[SyntaxFault | DuplicateKeyFault] = []
        self.values_left = self.values = min(MAX_VALUES, room.left)
        self._parser: Any = None

    def read(self) -> PlacedMap:
        try:
            # libyaml looks at the first characters as soon as it is given them.
            self._parser = CParser(self.source.text)
            data = self._document()
            for fault in dropped(self.source):
                self._add(fault)
        except yaml.MarkedYAMLError as error:
            self._unreadable(error)
        except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
            self._unprintable(error.reason)
        except _Stop:
            pass
        else:
            return data
        finally:
            self.room.left -= self.values - max(self.values_left, 0)
        return PlacedMap()

    def _full(self, here: Mark) -> None:
        """Of the file, or of the folder, more has been read than may be."""
        if self.values == MAX_VALUES:
            self._fault(SyntaxKind.VALUES, here, str(MAX_VALUES))
        else:
            self._fault(SyntaxKind.FOLDER, here, f"{MAX_VALUES_IN_ALL} värden")

    def _unreadable(self, error: yaml.MarkedYAMLError) -> None:
        begun = self._point(error.context_mark) if error.context_mark else None
        at = self._point(error.problem_mark) if error.problem_mark else begun
        detail = f"{error.context or ''}: {error.problem or ''}".strip(": ")
        self.faults.append(SyntaxFault(SyntaxKind.YAML, at or self.source.span(0), detail, begun))

    def _point(self, mark: Any) -> Span:
        lines = self.source.lines
        # libyaml takes the end of a file without a last line break for a line of its own.
        if mark.line >= len(lines):
            line, column = len(lines) - 1, len(lines[-1])
        else:
            line, column = mark.line, mark.column
        return Span.of(self.source.name, (line, column, line, column + 1))

    def _unprintable(self, reason: str) -> None:
        text = self.source.text
        at = next((i for i, c in enumerate(text) if not _printable(c)), 0)
        self.faults.append(SyntaxFault(SyntaxKind.YAML, self.source.span(at), reason))

    def _fault(self, kind: SyntaxKind, mark: Mark, detail: str = "") -> None:
        self._add(SyntaxFault(kind, Span.of(self.source.name, mark), detail))

    def _add(self, fault: SyntaxFault | DuplicateKeyFault) -> None:
        self.faults.append(fault)
        if len(self.faults) >= MAX_FAULTS:
            at = fault.again if isinstance(fault, DuplicateKeyFault) else fault.span
            self.faults.append(SyntaxFault(SyntaxKind.MANY, at, str(MAX_FAULTS)))
            raise _Stop

    def _document(self) -> PlacedMap:
        self._parser.get_event()  # the stream's start
        event = self._parser.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            self._fault(SyntaxKind.EMPTY, (0, 0, 0, 1))
            return PlacedMap()
        first = self._parser.get_event()
        data = self._value(first, 0)
        self._parser.get_event()  # the document's end
        following = self._parser.get_event()
        if not isinstance(following, yaml.StreamEndEvent):
            self._fault(SyntaxKind.DOCUMENTS, _mark(following))
        if isinstance(data, PlacedMap):
            return data
        kind = SyntaxKind.EMPTY if data is None else SyntaxKind.NOT_A_MAPPING
        is_there = first.start_mark.line < len(self.source.lines)  # not after `---` without a break
        self._fault(kind, _mark(first) if is_there else (0, 0, 0, 1))
        return PlacedMap()

    def _value(self, event: Any, depth: int) -> Any:
        self.values_left -= 1
        if self.values_left < 0:
            self._full(_mark(event))
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._fault(SyntaxKind.ALIAS, _mark(event), str(event.anchor))
            return None
        if event.anchor is not None:
            self._fault(SyntaxKind.ANCHOR, _mark(event), str(event.anchor))
        if event.tag is not None:
            self._fault(SyntaxKind.TAG, _mark(event), str(event.tag))
        if isinstance(event, yaml.ScalarEvent):
            nothing = event.implicit[0] and event.value in _NOTHING
            return None if nothing else event.value
        if depth >= MAX_DEPTH:
            self._fault(SyntaxKind.DEPTH, _mark(event), str(MAX_DEPTH))
            raise _Stop
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(depth)
        return self._list(depth)

    def _mapping(self, depth: int) -> PlacedMap:
        data, marks = PlacedMap(), list[int]()
        event = self._parser.get_event()
        while not isinstance(event, yaml.MappingEndEvent):
            mark = _mark(event)
            key = self._key(event, depth)
            event = self._parser.get_event()
            value = self._value(event, depth + 1)
            if key is not None and key not in data:
                data[key] = value
                marks += mark
                marks += _mark(event)
            elif key is not None:
                self._again(key, mark, marks[8 * [*data].index(key) :][:4])
            event = self._parser.get_event()
        data.packed = packed(marks)
        return data

    def _key(self, event: Any, depth: int) -> str | None:
        if isinstance(event, yaml.ScalarEvent):
            self._value(event, depth)  # an anchor or tag on a key is a fault there too
            return intern(str(event.value))
        self._fault(SyntaxKind.KEY, _mark(event))
        self._value(event, depth + 1)
        return None

    def _again(self, key: str, mark: Mark, before: Sequence[int]) -> None:
        line, column, end_line, end_column = before
        first = Span.of(self.source.name, (line, column, end_line, end_column))
        self._add(DuplicateKeyFault(key, Span.of(self.source.name, mark), first))

    def _list(self, depth: int) -> PlacedList:
        data, marks = PlacedList(), list[int]()
        event = self._parser.get_event()
        while not isinstance(event, yaml.SequenceEndEvent):
            data.append(self._value(event, depth + 1))
            marks += _mark(event)
            event = self._parser.get_event()
        data.packed = packed(marks)
        return data


def _printable(character: str) -> bool:
    """Whether YAML 1.2 §5.1 lets the character stand in a file."""
    return character in "\t\n\r\x85" or (
        character >= " "
        and not "\x7f" <= character <= "\x9f"
        and not "\ud800" <= character <= "\udfff"
        and character not in "\ufffe\uffff"
    )
