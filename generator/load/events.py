"""What libyaml tells of a text, event by event, becomes data with places.

Events cost a quarter of PyYAML's nodes, and scalars stay the text that was written.
"""

from collections.abc import Sequence
from sys import intern
from typing import Any, Final

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from generator.load.document import (
    MAX_DEPTH,
    MAX_FAULTS,
    MAX_VALUES,
    MAX_VALUES_IN_ALL,
    Room,
)
from generator.load.dropped import dropped
from generator.load.fault import DuplicateKeyFault, SyntaxFault, SyntaxKind
from generator.load.packed import PackedMap, pack
from generator.source import Mark, SourceText, Span, packed

_ENTRY: Final = 2
"""How deep entries lie: in a section, which lies at the top of a file."""
_IN_MARK: Final = 4
"""Numbers of a mark."""
_NOTHING = frozenset({"", "~", "null"})


class _Stop(Exception):  # noqa: N818 - no error but the end of reading one file
    """The rest of this file cannot be read."""


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column, end.line, end.column)


class Reader:
    """Of one text. Lives until it has been read."""

    def __init__(self, source: SourceText, room: Room) -> None:
        self.source = source
        self.room = room
        self.faults: list[SyntaxFault | DuplicateKeyFault] = []
        self.values = min(MAX_VALUES, room.left)
        self._marks: list[int] = []
        """Of each key and value that has been read, in the order of the text, and not packed yet.
        That of the whole is none of them."""
        self._most = _IN_MARK * (self.values - 1)
        """How long that list may be."""
        self._parser: Any = None

    def read(self) -> PackedMap:
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
            left = (self._most - len(self._marks)) // _IN_MARK
            self.room.left -= self.values - max(left, 0)
        return PackedMap()

    def _full(self, here: Sequence[int]) -> None:
        """Of the file, or of the folder, more has been read than may be."""
        if self.values == MAX_VALUES:
            self._fault(SyntaxKind.VALUES, here, str(MAX_VALUES))
        else:
            self._fault(SyntaxKind.FOLDER, here, f"{MAX_VALUES_IN_ALL} värden")
        raise _Stop

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

    def _fault(self, kind: SyntaxKind, mark: Sequence[int], detail: str = "") -> None:
        self._add(SyntaxFault(kind, self._span(mark), detail))

    def _span(self, mark: Sequence[int]) -> Span:
        line, column, end_line, end_column = mark
        return Span.of(self.source.name, (line, column, end_line, end_column))

    def _add(self, fault: SyntaxFault | DuplicateKeyFault) -> None:
        self.faults.append(fault)
        if len(self.faults) >= MAX_FAULTS:
            at = fault.again if isinstance(fault, DuplicateKeyFault) else fault.span
            self.faults.append(SyntaxFault(SyntaxKind.MANY, at, str(MAX_FAULTS)))
            raise _Stop

    def _document(self) -> PackedMap:
        self._parser.get_event()  # the stream's start
        event = self._parser.get_event()
        if isinstance(event, StreamEndEvent):
            self._fault(SyntaxKind.EMPTY, (0, 0, 0, 1))
            return PackedMap()
        first = self._parser.get_event()
        if self._most < 0:
            self._full(_mark(first))
        data = self._value(first, 0)
        self._parser.get_event()  # the document's end
        following = self._parser.get_event()
        if not isinstance(following, StreamEndEvent):
            self._fault(SyntaxKind.DOCUMENTS, _mark(following))
        if isinstance(data, PackedMap):
            return data
        kind = SyntaxKind.EMPTY if data is None else SyntaxKind.NOT_A_MAPPING
        is_there = first.start_mark.line < len(self.source.lines)  # not after `---` without a break
        self._fault(kind, _mark(first) if is_there else (0, 0, 0, 1))
        return PackedMap()

    def _value(self, event: Any, depth: int) -> Any:
        if isinstance(event, AliasEvent):
            self._fault(SyntaxKind.ALIAS, _mark(event), str(event.anchor))
            return None
        if event.anchor is not None:
            self._fault(SyntaxKind.ANCHOR, _mark(event), str(event.anchor))
        if event.tag is not None:
            self._fault(SyntaxKind.TAG, _mark(event), str(event.tag))
        if isinstance(event, ScalarEvent):
            return None if event.implicit[0] and event.value in _NOTHING else event.value
        if depth >= MAX_DEPTH:
            self._fault(SyntaxKind.DEPTH, _mark(event), str(MAX_DEPTH))
            raise _Stop
        begin = len(self._marks)
        is_mapping = isinstance(event, MappingStartEvent)
        data = self._mapping(depth) if is_mapping else self._list(depth)
        return data if depth > _ENTRY else self._packed(data, depth, self._taken(begin))

    def _packed(self, data: Any, depth: int, marks: list[int]) -> PackedMap | bytes:
        if isinstance(data, dict) and depth < _ENTRY:
            return PackedMap(packed(marks), data)
        return pack(data, marks)

    def _taken(self, begin: int) -> list[int]:
        """The marks from there on, which are counted and gone."""
        taken = self._marks[begin:]
        del self._marks[begin:]
        self._most -= len(taken)
        return taken

    def _mapping(self, depth: int) -> dict[str, Any]:
        """Marks and most scalars are read without a call, which took a quarter of the time."""
        data, marks, begins, following = {}, self._marks, list[int](), self._parser.get_event
        event = following()
        while type(event) is not MappingEndEvent:
            begin, start, end = len(marks), event.start_mark, event.end_mark
            marks += (start.line, start.column, end.line, end.column)
            is_plain = type(event) is ScalarEvent and event.anchor is event.tag is None
            key = intern(event.value) if is_plain else self._key(event, depth)
            event = following()
            start, end = event.start_mark, event.end_mark
            marks += (start.line, start.column, end.line, end.column)
            if len(marks) > self._most:
                self._full(marks[self._most :][:_IN_MARK])
            is_plain = type(event) is ScalarEvent and event.anchor is event.tag is None
            is_text = is_plain and event.value not in _NOTHING
            value = event.value if is_text else self._value(event, depth + 1)
            if key is not None and key not in data:
                data[key] = value
                begins.append(begin)
            else:
                self._again(key, begin, begins[[*data].index(key)] if key in data else None)
            event = following()
        return data

    def _key(self, event: Any, depth: int) -> str | None:
        if isinstance(event, ScalarEvent):
            self._value(event, depth)  # an anchor or tag on a key is a fault there too
            return intern(str(event.value))
        self._fault(SyntaxKind.KEY, _mark(event))
        self._value(event, depth + 1)
        return None

    def _again(self, key: str | None, begin: int, first: int | None) -> None:
        """No key, or one that has been before: the marks from there on are those of nothing."""
        again = self._taken(begin)
        if key is not None and first is not None:
            before = self._span(self._marks[first:][:_IN_MARK])
            self._add(DuplicateKeyFault(key, self._span(again[:_IN_MARK]), before))

    def _list(self, depth: int) -> list[Any]:
        data, marks, following = [], self._marks, self._parser.get_event
        event = following()
        while type(event) is not SequenceEndEvent:
            start, end = event.start_mark, event.end_mark
            marks += (start.line, start.column, end.line, end.column)
            if len(marks) > self._most:
                self._full(marks[self._most :][:_IN_MARK])
            is_plain = type(event) is ScalarEvent and event.anchor is event.tag is None
            is_text = is_plain and event.value not in _NOTHING
            data.append(event.value if is_text else self._value(event, depth + 1))
            event = following()
        return data


def _printable(character: str) -> bool:
    """Whether YAML 1.2 §5.1 lets the character stand in a file."""
    return character in "\t\n\r\x85" or (
        character >= " "
        and not "\x7f" <= character <= "\x9f"
        and not "\ud800" <= character <= "\udfff"
        and character not in "\ufffe\uffff"
    )
