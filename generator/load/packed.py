"""A file's data with few objects in memory, in the form in which it goes to disk or to us and back.

Of 4,400 entries at 2,500 services a build asks 1,500 for their own place and 300 for what is in
them: what nobody asks for stays the bytes that it was packed in.
"""

import marshal
from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from typing import Any

from generator.source import MARK_SIZE, Mark, PlacedList, PlacedMap, mark_at, packed


class PackedMap(PlacedMap):
    """The top of a file, or a section: each entry is unpacked when somebody asks for it.

    The last is remembered, since who asks for a place in it asks for more; all of them, each in
    two processes, took 26 MB of a build at 2,500 services.
    """

    __slots__ = ("_last",)

    def __init__(self, marks: bytes = b"", values: Mapping[str, Any] | None = None) -> None:
        """The marks of its keys and values, and those: bytes stand for what `pack` has packed."""
        super().__init__()
        self.packed = marks
        self.update(values or {})
        self._last: tuple[str, Any] = "", None

    def raw(self) -> dict[str, Any]:
        """The values that it was made of."""
        return dict(super().items())

    def plain(self, key: str) -> Any:
        """The value without places."""
        value = super().__getitem__(key)
        return marshal.loads(value)[0] if type(value) is bytes else value  # noqa: S302 - of our own

    def holds_parts(self, key: str) -> bool:
        return isinstance(super().__getitem__(key), bytes | PlacedMap)

    def key_within(self, key: str, inner: str) -> Mark | None:
        """At 2,500 services a tenth of what it takes to unpack the entry."""
        value = super().__getitem__(key)
        if type(value) is not bytes:
            return super().key_within(key, inner)
        plain, marks = marshal.loads(value)  # noqa: S302 - of our own
        return _key_at(plain, marks, inner) if type(plain) is dict and inner in plain else None

    def __iter__(self) -> Iterator[str]:
        """Makes Python copy and merge it by the methods here, and not as it is in memory."""
        return super().__iter__()

    def __getitem__(self, key: str) -> Any:
        value = super().__getitem__(key)
        if type(value) is not bytes:
            return value
        if self._last[0] != key or not key:
            self._last = key, _unpacked(value)
        return self._last[1]

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self else default  # noqa: SIM401 - this is it

    def items(self) -> ItemsView[str, Any]:  # type: ignore[override] # not dict's own, which is raw
        return ItemsView(self)

    def values(self) -> ValuesView[Any]:  # type: ignore[override] # as above
        return ValuesView(self)

    def __eq__(self, other: object) -> bool:
        return {**self} == other

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None  # type: ignore[assignment] # as of any mapping


def pack(value: Any, marks: Sequence[int]) -> bytes:
    """A mapping or list of plain values, and the marks of all in it in the order of the text."""
    return marshal.dumps((value, packed(marks)))


def _unpacked(value: bytes) -> Any:
    plain, marks = marshal.loads(value)  # noqa: S302 - of our own
    return _placed(plain, marks, 0)[0]


def _placed(value: Any, marks: bytes, at: int) -> tuple[Any, int]:
    """The value with its marks, which begin there, and where they end."""
    pieces, begin = list[bytes](), at
    if isinstance(value, dict):
        mapping = PlacedMap()
        for key, inner in value.items():
            at += 2 * MARK_SIZE
            if type(inner) is str:  # most are, and have no marks inside
                mapping[key] = inner
            else:
                pieces.append(marks[begin:at])
                mapping[key], at = _placed(inner, marks, at)
                begin = at
        pieces.append(marks[begin:at])
        mapping.packed = b"".join(pieces)
        return mapping, at
    if isinstance(value, list):
        items = PlacedList()
        for inner in value:
            at += MARK_SIZE
            if type(inner) is str:
                items.append(inner)
            else:
                pieces.append(marks[begin:at])
                item, at = _placed(inner, marks, at)
                items.append(item)
                begin = at
        pieces.append(marks[begin:at])
        items.packed = b"".join(pieces)
        return items, at
    return (_unpacked(value) if isinstance(value, bytes) else value), at


def _key_at(plain: dict[str, Any], marks: bytes, key: str) -> Mark:
    """Counted from the end, where what is asked for stands."""
    at = len(marks) // MARK_SIZE
    for here in reversed(plain):
        at -= 2 + _inside(plain[here])
        if here == key:
            break
    return mark_at(marks, at)


def _inside(value: Any) -> int:
    """How many marks what is in the value has."""
    if type(value) is dict:
        return 2 * len(value) + sum(map(_inside, value.values()))
    return len(value) + sum(map(_inside, value)) if type(value) is list else 0


def to_bytes(root: PackedMap, values: int) -> bytes:
    """The top of a file with all that is in it, and how many keys and values that is."""
    return marshal.dumps((values, _raw(root)))


def from_bytes(content: bytes) -> tuple[PackedMap, int]:
    values, raw = marshal.loads(content)  # noqa: S302 - of our own: what was kept is sealed
    return _packed_map(raw), values


def _raw(value: Any) -> Any:
    if isinstance(value, PackedMap):
        return value.packed, {key: _raw(each) for key, each in value.raw().items()}
    return value


def _packed_map(raw: Any) -> Any:
    if isinstance(raw, tuple):
        return PackedMap(raw[0], {key: _packed_map(each) for key, each in raw[1].items()})
    return raw
