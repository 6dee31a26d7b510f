"""What was read of a file, for the next time that the same text stands in it.

Between runs it is kept packed, and within one, for a preview, with the entries that were made of it
and that nobody can change. At 2,500 services a build mostly finds one file of 57 changed. A file in
whose writing anything is wrong is not known: what is told of it comes from reading it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from generator.load.document import Room, read_document
from generator.load.packed import PackedMap, from_bytes, to_bytes
from generator.side_by_side import both, one_after_the_other
from generator.source import SourceText
from generator.store import Store

if TYPE_CHECKING:  # or who reads ahead of the model would wait for it
    from generator.model.entry import Part

_FEWEST: Final = 2**18
"""Characters that it is worth while to look for on the disk: 150 services."""
_MANY: Final = 2**20
"""Characters that a second process is worth its while for: 600 services."""
_MOST: Final = 256 * 2**20
"""Bytes of all that is kept: a file takes twice its text, 25,000 services 80 MB."""
_HALF: Final = 1 / 2


@dataclass(slots=True, eq=False)
class Document:
    """A file in whose writing nothing is wrong."""

    root: PackedMap
    values: int
    """How many keys and values it holds, the whole among them."""
    entries: "list[tuple[str, str, Part]] | None" = None
    """Section, id and what stands there, in written order; of a file whose every entry could be
    read and has been."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What this process does first while another one reads."""

    do: Callable[[], object]
    share: float
    """What the other reads of much, so that both end at about once; little it reads alone."""
    always: bool = False
    """Whether the other also reads what is little: for who need not import PyYAML then."""


class Known:
    """All that is known of the files of one folder."""

    def __init__(self, store: Callable[[], Store | None] = lambda: None) -> None:
        """Where it is kept between runs is asked when there is enough to ask it for."""
        self._store = store
        self._last: dict[str, tuple[str, Document]] = {}

    def ahead(self, texts: Sequence[SourceText], meanwhile: Meanwhile) -> bool:
        """Read them in a process beside what is to be done meanwhile, if that is worth while."""
        if _size(texts) < _MANY and not meanwhile.always:
            return False
        self.documents(texts, meanwhile)
        return True

    def documents(
        self, texts: Iterable[SourceText], meanwhile: Meanwhile | None = None
    ) -> dict[str, Document]:
        """Each of the files, by name, but those in which something is wrong."""
        texts = [*texts]
        found = {text.name: known for text in texts if (known := self._in_memory(text))}
        found |= self._read([text for text in texts if text.name not in found], meanwhile)
        self._last = {t.name: (t.text, found[t.name]) for t in texts if t.name in found}
        return found

    def _in_memory(self, text: SourceText) -> Document | None:
        before = self._last.get(text.name)
        return before[1] if before and before[0] == text.text else None

    def _read(self, texts: list[SourceText], meanwhile: Meanwhile | None) -> dict[str, Document]:
        store = self._store() if _size(texts) >= _FEWEST else None
        if store is None:
            return _documents(_packed(texts, meanwhile))
        keys = {text.name: store.key(text.text) for text in texts}
        kept = {name: content for name, key in keys.items() if (content := store.get(key))}
        new = _packed([text for text in texts if text.name not in kept], meanwhile)
        store.keep({keys[name]: content for name, content in new.items()}, _MOST)
        return _documents(kept | new)


def _documents(contents: Mapping[str, bytes]) -> dict[str, Document]:
    return {name: Document(*from_bytes(content)) for name, content in contents.items()}


def _packed(texts: list[SourceText], meanwhile: Meanwhile | None) -> dict[str, bytes]:
    """Each of the files as it is kept, if nothing is wrong in it."""
    is_much = _size(texts) >= _MANY
    share = meanwhile.share if meanwhile else _HALF
    most, size = _size(texts) * (share if is_much else 1), 0
    first = [text for text in texts if (size := size + len(text.text)) <= most]
    do = both if is_much or (first and meanwhile) else one_after_the_other
    one, other = do(partial(_parsed, first), partial(_then, meanwhile, texts[len(first) :]))
    return one | other


def _then(meanwhile: Meanwhile | None, texts: Iterable[SourceText]) -> dict[str, bytes]:
    if meanwhile:
        meanwhile.do()
    return _parsed(texts)


def _parsed(texts: Iterable[SourceText]) -> dict[str, bytes]:
    return dict(_each(texts))


def _each(texts: Iterable[SourceText]) -> Iterator[tuple[str, bytes]]:
    room = Room()
    for text in texts:
        before = room.left
        root, faults = read_document(text, room)
        if not faults:
            yield text.name, to_bytes(root, before - room.left)


def _size(texts: Iterable[SourceText]) -> int:
    return sum(len(text.text) for text in texts)
