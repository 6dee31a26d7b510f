import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.load.document import MAX_FAULTS, Room, read_document
from generator.load.entries import read_entry
from generator.load.fault import (
    DuplicateIdFault,
    Fault,
    FormatFault,
    ShapeFault,
    ShapeKind,
    SyntaxFault,
    SyntaxKind,
)
from generator.load.files import Read, in_folder, in_memory
from generator.load.known import Document, Known
from generator.load.loaded import Loaded
from generator.load.packed import PackedMap
from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.entry import Part
from generator.model.guide import FORMAT, Guide
from generator.source import Places, SourceText, Span

_NUMBER = re.compile("[0-9]{1,9}")
_NO_GUIDE = Guide(title="Startklar", publisher="Startklar")


def load(folder: Path, known: Known | None = None) -> Loaded:
    """Every YAML file of the folder, read together in the order of their names.

    What is known of them before is not worked out again, and is known afterwards.
    Raises UnreadableError if the folder is not there, holds no YAML file or cannot be opened.
    """
    return _load(in_folder(folder), known)


def load_bytes(files: Mapping[str, bytes], known: Known | None = None) -> Loaded:
    """As `load`, from files already in memory, by the names that they are known by."""
    return _load(in_memory(files), known)


def load_texts(texts: Iterable[SourceText], unreadable: Iterable[SyntaxFault] = ()) -> Loaded:
    """As `load`, from texts already in memory; those with a fault already are not read."""
    return _Assembly(unreadable).load(list(texts), Known())


def _load(read: Iterable[Read], known: Known | None) -> Loaded:
    read = tuple(read)
    assembly = _Assembly([fault for _, fault in read if fault])
    return assembly.load([text for text, _ in read], known or Known())


class _Assembly:
    """Sections gathered from many files. Lives for one load."""

    def __init__(self, unreadable: Iterable[SyntaxFault]) -> None:
        self.faults: list[Fault] = list(unreadable)
        self.unreadable = {fault.span.file for fault in unreadable}
        self.whole = not self.unreadable
        self.broken: set[tuple[str, str]] = set()
        self.sections: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS}
        self.guide: Guide | None = None
        self.first: dict[tuple[str, str], tuple[str, PackedMap]] = {}
        """The file of each entry, and what its id is a key of."""

    def load(self, texts: list[SourceText], known: Known) -> Loaded:
        readable = [text for text in texts if text.name not in self.unreadable]
        documents = self._documents(readable, known.documents(readable))
        nothing = Document(PackedMap(), 0)
        roots = {text.name: documents.get(text.name, nothing).root for text in texts}
        foreign = [*_foreign(roots)]
        self.whole &= not foreign
        self.faults += foreign
        for file, document in () if foreign else documents.items():
            self._document(file, document)
        if self.whole:
            self._required(roots.values())
        catalogue = Catalogue(guide=self.guide or _NO_GUIDE, **self.sections)
        places = Places({text.name: text for text in texts}, roots)
        faults = tuple(_without_echoes(self.faults, places))
        return Loaded(catalogue, places, faults, frozenset(self.broken), self.whole)

    def _documents(
        self, texts: Iterable[SourceText], known: Mapping[str, Document]
    ) -> dict[str, Document]:
        """What stands in each file; read is what is not known, or more than there is room for."""
        documents, room = {}, Room()
        for text in texts:
            document = known.get(text.name)
            if document and document.values <= room.left:
                room.left -= document.values
            else:
                root, met = read_document(text, room)
                document = Document(root, 0)
                self.faults += met
                self.whole &= not any(isinstance(fault, SyntaxFault) for fault in met)
            documents[text.name] = document
        return documents

    def _document(self, file: str, document: Document) -> None:
        """Its entries, as they were made before or made now."""
        entries = document.entries
        if entries and self.first.keys().isdisjoint(each[:2] for each in entries):
            owners = {**document.root, "guide": document.root}
            for section, id_, entry in entries:
                self.first[section, id_] = file, owners[section]
                self._take(section, id_, entry)
            return
        before = len(self.faults)
        self._sections(file, document.root)
        if len(self.faults) == before:
            document.entries = [*self._made_of(document.root)]

    def _made_of(self, root: PackedMap) -> Iterator[tuple[str, str, Part]]:
        for section, entries in root.items():
            if section == "guide" and self.guide:
                yield section, section, self.guide
            elif isinstance(entries, PackedMap):
                yield from ((section, id_, self.sections[section][id_]) for id_ in entries)

    def _required(self, roots: Iterable[PackedMap]) -> None:
        for section in ("guide", "services"):
            written = [root[section] for root in roots if section in root]
            if not written:
                self.faults.append(ShapeFault(ShapeKind.MISSING, (section,)))
            elif section == "services" and all(map(_is_nothing, written)):
                self.faults.append(ShapeFault(ShapeKind.EMPTY, (section,)))

    def _sections(self, file: str, root: PackedMap) -> None:
        before = len(self.faults)
        for section, entries in root.items():
            if self._has_too_many(before, file, root, section):
                return
            if section == "guide":
                self._guide(file, root)
            elif section not in SECTIONS:
                self._unknown(section, Span.of(file, root.key_at(section)))
            elif isinstance(entries, PackedMap):
                self._entries(file, section, entries, before)
            elif entries is not None:
                self._no_section(section, entries, Span.of(file, root.key_at(section)))

    def _entries(self, file: str, section: str, entries: PackedMap, before: int) -> None:
        for entry in entries:
            if self._has_too_many(before, file, entries, entry):
                return
            self._entry(file, section, entry, entries)
            if len(self.faults) - before > MAX_FAULTS:
                self._has_too_many(before, file, entries, entry)

    def _has_too_many(self, before: int, file: str, owner: PackedMap, key: str) -> bool:
        """Whether the file's faults since then are so many that the rest is not read."""
        if len(self.faults) - before < MAX_FAULTS:
            return False
        span = Span.of(file, owner.key_at(key))
        fault = SyntaxFault(SyntaxKind.MANY, span, str(MAX_FAULTS))
        is_told = isinstance(self.faults[-1], SyntaxFault) and self.faults[-1].kind is fault.kind
        self.faults += [] if is_told else [fault]
        self.whole = False
        return True

    def _unknown(self, section: str, span: Span) -> None:
        allowed = ("guide", *SECTIONS)
        fault = ShapeFault(ShapeKind.UNKNOWN, (section,), allowed=allowed, span=span)
        self.faults.append(fault)

    def _no_section(self, section: str, written: Any, span: Span) -> None:
        expected = "ett objekt med id som nycklar"
        given = written if isinstance(written, str) else None
        fault = ShapeFault(ShapeKind.WRONG, (section,), expected, given=given, span=span)
        self.faults.append(fault)

    def _is_first(self, file: str, section: str, entry: str, owner: PackedMap) -> bool:
        """Whether the id is new; if not, the fault points at both places."""
        here = file, owner
        first = self.first.setdefault((section, entry), here)
        if first is not here:
            spans = [Span.of(name, each.key_at(entry)) for name, each in (here, first)]
            self.faults.append(DuplicateIdFault(section, entry, *spans))
        return first is here

    def _guide(self, file: str, root: PackedMap) -> None:
        if not self._is_first(file, "guide", "guide", root):
            return
        read = read_entry(Guide, root["guide"], ("guide",))
        self._take("guide", "guide", read)

    def _entry(self, file: str, section: str, entry: str, entries: PackedMap) -> None:
        if not self._is_first(file, section, entry, entries):
            return
        read = read_entry(SECTIONS[section], entries.plain(entry), (section, entry))
        self._take(section, entry, read)

    def _take(self, section: str, id_: str, read: Part | list[ShapeFault]) -> None:
        if isinstance(read, list):
            self.faults += read
            self.broken.add((section, id_))
        elif isinstance(read, Guide):
            self.guide = read
        else:
            self.sections[section][id_] = read


def _is_nothing(section: Any) -> bool:
    """Of a section no entry is unpacked for that; compared with an empty one, all of them were."""
    return section is None or (isinstance(section, PackedMap) and not section)


def _foreign(roots: Mapping[str, PackedMap]) -> Iterator[FormatFault]:
    """Where a file says that it is of a format that is not read here."""
    for file, root in roots.items():
        guide = root.get("guide")
        if isinstance(guide, PackedMap):
            given = guide.get("format")
            if isinstance(given, str) and _NUMBER.fullmatch(given) and int(given) != FORMAT:
                yield FormatFault(int(given), Span.of(file, guide.value_at("format")))


def _without_echoes(faults: Iterable[Fault], places: Places) -> Iterator[Fault]:
    """What libyaml could not give a value has none: that must not be said a second time."""
    faults = tuple(faults)
    said = {(f.span.file, f.span.line) for f in faults if isinstance(f, SyntaxFault)}
    for fault in faults:
        span = places.span(fault.path) if said and isinstance(fault, ShapeFault) else None
        if span is None or (span.file, span.line) not in said:
            yield fault
