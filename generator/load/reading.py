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
from generator.load.loaded import Loaded
from generator.load.packed import PackedMap
from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.guide import FORMAT, Guide
from generator.source import Mark, Places, SourceText, Span

_NUMBER = re.compile("[0-9]{1,9}")
_NO_GUIDE = Guide(title="Startklar", publisher="Startklar")


def load(folder: Path) -> Loaded:
    """Every YAML file of the folder, read together in the order of their names.

    Raises UnreadableError if the folder is not there, holds no YAML file or cannot be opened.
    """
    return _load(in_folder(folder))


def load_bytes(files: Mapping[str, bytes]) -> Loaded:
    """As `load`, from files already in memory, by the names that they are known by."""
    return _load(in_memory(files))


def load_texts(texts: Iterable[SourceText], unreadable: Iterable[SyntaxFault] = ()) -> Loaded:
    """As `load`, from texts already in memory; those with a fault already are not read."""
    return _Assembly(unreadable).load(list(texts))


def _load(read: Iterable[Read]) -> Loaded:
    read = tuple(read)
    return load_texts((text for text, _ in read), [fault for _, fault in read if fault])


class _Assembly:
    """Sections gathered from many files. Lives for one load."""

    def __init__(self, unreadable: Iterable[SyntaxFault]) -> None:
        self.faults: list[Fault] = list(unreadable)
        self.unreadable = {fault.span.file for fault in unreadable}
        self.whole = not self.unreadable
        self.broken: set[tuple[str, str]] = set()
        self.sections: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS}
        self.guide: Guide | None = None
        self.first: dict[tuple[str, str], Span] = {}

    def load(self, texts: list[SourceText]) -> Loaded:
        roots: dict[str, PackedMap] = {}
        room = Room()
        for text in texts:
            readable = text.name not in self.unreadable
            root, met = read_document(text, room) if readable else (PackedMap(), [])
            roots[text.name] = root
            self.faults += met
            self.whole &= not any(isinstance(fault, SyntaxFault) for fault in met)
        foreign = [*_foreign(roots)]
        self.whole &= not foreign
        self.faults += foreign
        for file, root in () if foreign else roots.items():
            self._sections(file, root)
        if self.whole:
            self._required(roots.values())
        catalogue = Catalogue(guide=self.guide or _NO_GUIDE, **self.sections)
        places = Places({text.name: text for text in texts}, roots)
        faults = tuple(_without_echoes(self.faults, places))
        return Loaded(catalogue, places, faults, frozenset(self.broken), self.whole)

    def _required(self, roots: Iterable[PackedMap]) -> None:
        for section in ("guide", "services"):
            written = [root[section] for root in roots if section in root]
            if not written:
                self.faults.append(ShapeFault(ShapeKind.MISSING, (section,)))
            elif section == "services" and all(each is None or each == {} for each in written):
                self.faults.append(ShapeFault(ShapeKind.EMPTY, (section,)))

    def _sections(self, file: str, root: PackedMap) -> None:
        before = len(self.faults)
        for section, entries in root.items():
            if self._has_too_many(before, file, root.key_at(section)):
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
            if self._has_too_many(before, file, entries.key_at(entry)):
                return
            self._entry(file, section, entry, entries)
            if len(self.faults) - before > MAX_FAULTS:
                self._has_too_many(before, file, entries.key_at(entry))

    def _has_too_many(self, before: int, file: str, here: Mark) -> bool:
        """Whether the file's faults since then are so many that the rest is not read."""
        if len(self.faults) - before < MAX_FAULTS:
            return False
        fault = SyntaxFault(SyntaxKind.MANY, Span.of(file, here), str(MAX_FAULTS))
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
        here = Span.of(file, owner.key_at(entry))
        first = self.first.setdefault((section, entry), here)
        if first is not here:
            self.faults.append(DuplicateIdFault(section, entry, here, first))
        return first is here

    def _guide(self, file: str, root: PackedMap) -> None:
        if not self._is_first(file, "guide", "guide", root):
            return
        read = read_entry(Guide, root["guide"], ("guide",))
        if isinstance(read, Guide):
            self.guide = read
        else:
            self.faults += read
            self.broken.add(("guide", "guide"))

    def _entry(self, file: str, section: str, entry: str, entries: PackedMap) -> None:
        if not self._is_first(file, section, entry, entries):
            return
        read = read_entry(SECTIONS[section], entries.plain(entry), (section, entry))
        if isinstance(read, list):
            self.faults += read
            self.broken.add((section, entry))
        else:
            self.sections[section][entry] = read


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
