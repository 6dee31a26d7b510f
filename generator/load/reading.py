from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.load.document import MAX_BYTES, read_document
from generator.load.entries import read_entry
from generator.load.fault import (
    DuplicateIdFault,
    Fault,
    ShapeFault,
    ShapeKind,
    SyntaxFault,
    SyntaxKind,
)
from generator.load.loaded import Loaded
from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.guide import Guide
from generator.source import Places, PlacedMap, SourceText, Span

_NO_GUIDE = Guide(title="Startklar", publisher="Startklar")
_SUFFIXES = frozenset({".yaml", ".yml"})


class UnreadableError(Exception):
    """The folder or a file in it cannot be opened: nobody's writing is at fault."""


def load(folder: Path) -> Loaded:
    """Every YAML file of the folder, read together in the order of their names.

    Raises UnreadableError if the folder is not there, holds no YAML file or cannot be opened.
    """
    texts: list[SourceText] = []
    faults: list[Fault] = []
    for path in _files(folder):
        text = _text(path)
        if isinstance(text, SyntaxFault):
            faults.append(text)
        else:
            texts.append(text)
    return load_texts(texts, faults)


def load_texts(texts: Iterable[SourceText], faults: Iterable[Fault] = ()) -> Loaded:
    """As `load`, from texts already in memory and the faults met on the way there."""
    return _Assembly(faults).load(list(texts))


def _files(folder: Path) -> list[Path]:
    try:
        files = sorted(p for p in folder.iterdir() if p.suffix in _SUFFIXES and p.is_file())
    except OSError as error:
        reason = "finns inte" if isinstance(error, FileNotFoundError) else "kan inte läsas"
        raise UnreadableError(f"mappen `{folder}` {reason}") from error
    if not files:
        raise UnreadableError(f"mappen `{folder}` innehåller ingen YAML-fil")
    return files


def _text(path: Path) -> SourceText | SyntaxFault:
    name = path.as_posix()
    try:
        if path.stat().st_size > MAX_BYTES:
            limit = f"{MAX_BYTES // 2**20} MB"
            return SyntaxFault(SyntaxKind.SIZE, Span(name, 1, 1, 1, 2), limit)
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"filen `{name}` kan inte läsas: {error.strerror}") from error
    try:
        return SourceText(name, raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        line, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        span = Span.of(name, (line, column, line, column + 1))
        return SyntaxFault(SyntaxKind.ENCODING, span, f"0x{raw[error.start]:02X}")


class _Assembly:
    """Sections gathered from many files. Lives for one load."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: list[Fault] = list(faults)
        self.whole = not self.faults
        self.broken: set[tuple[str, str]] = set()
        self.sections: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS}
        self.guide: Guide | None = None
        self.first: dict[tuple[str, str], Span] = {}

    def load(self, texts: list[SourceText]) -> Loaded:
        roots: dict[str, PlacedMap] = {}
        for text in texts:
            root, faults = read_document(text)
            roots[text.name] = root
            self.faults += faults
            self.whole &= not any(isinstance(fault, SyntaxFault) for fault in faults)
        for file, root in roots.items():
            self._sections(file, root)
        if self.whole:
            self._required()
        catalogue = Catalogue(guide=self.guide or _NO_GUIDE, **self.sections)
        places = Places({text.name: text for text in texts}, roots)
        broken = frozenset(self.broken)
        return Loaded(catalogue, places, tuple(self.faults), broken, self.whole)

    def _required(self) -> None:
        if self.guide is None and ("guide", "guide") not in self.broken:
            self.faults.append(ShapeFault(ShapeKind.MISSING, ("guide",)))
        has_broken = any(section == "services" for section, _ in self.broken)
        if not self.sections["services"] and not has_broken:
            self.faults.append(ShapeFault(ShapeKind.MISSING, ("services",)))

    def _sections(self, file: str, root: PlacedMap) -> None:
        for section, entries in root.items():
            if section == "guide":
                self._guide(file, root)
            elif section not in SECTIONS:
                allowed = ("guide", *SECTIONS)
                self.faults.append(ShapeFault(ShapeKind.UNKNOWN, (section,), allowed=allowed))
            elif isinstance(entries, PlacedMap):
                for entry in entries:
                    self._entry(file, section, entry, entries)
            elif entries is not None:
                expected = "ett objekt med id som nycklar"
                self.faults.append(ShapeFault(ShapeKind.WRONG, (section,), expected))

    def _is_first(self, file: str, section: str, entry: str, owner: PlacedMap) -> bool:
        """Whether the id is new; if not, the fault points at both places."""
        here = Span.of(file, owner.keys_at[entry])
        first = self.first.setdefault((section, entry), here)
        if first is not here:
            self.faults.append(DuplicateIdFault(section, entry, here, first))
        return first is here

    def _guide(self, file: str, root: PlacedMap) -> None:
        if not self._is_first(file, "guide", "guide", root):
            return
        read = read_entry(Guide, root["guide"], ("guide",))
        if isinstance(read, Guide):
            self.guide = read
        else:
            self.faults += read
            self.broken.add(("guide", "guide"))

    def _entry(self, file: str, section: str, entry: str, entries: PlacedMap) -> None:
        if not self._is_first(file, section, entry, entries):
            return
        read = read_entry(SECTIONS[section], entries[entry], (section, entry))
        if isinstance(read, list):
            self.faults += read
            self.broken.add((section, entry))
        else:
            self.sections[section][entry] = read
