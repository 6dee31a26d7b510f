from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG
from typing import Any, Self

from generator.load.document import MAX_BYTES, MAX_FAULTS, read_document
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
from generator.source import Mark, PlacedMap, Places, SourceText, Span

_NO_GUIDE = Guide(title="Startklar", publisher="Startklar")
_SUFFIXES = frozenset({".yaml", ".yml"})
_LOCK = ".#"
"""How Emacs begins the name of a link to nothing, while a file has changes to be saved."""


class UnreadableError(Exception):
    """The folder or a file in it cannot be opened: nobody's writing is at fault."""

    @classmethod
    def of(cls, what: str, error: OSError) -> Self:
        """What cannot be read, why, and what to do about it."""
        match error:
            case PermissionError():
                why = "behörighet saknas; ge den som kör programmet läsrätt"
            case NotADirectoryError():
                why = "det är ingen mapp; ange mappen som filerna ligger i"
            case FileNotFoundError():
                why = "det är en länk till något som inte finns; ta bort eller rätta den"
            case IsADirectoryError():
                why = "det är en mapp; byt namn på den eller flytta den"
            case _:
                why = f"datorn svarar «{error.strerror}»; kontrollera disken och försök igen"
        return cls(f"{what} kan inte läsas: {why}")


def load(folder: Path) -> Loaded:
    """Every YAML file of the folder, read together in the order of their names.

    Raises UnreadableError if the folder is not there, holds no YAML file or cannot be opened.
    """
    read = [_text(path) for path in _files(folder)]
    return load_texts((text for text, _ in read), [fault for _, fault in read if fault])


def load_bytes(files: Mapping[str, bytes]) -> Loaded:
    """As `load`, from files already in memory, by the names that they are known by."""
    read = [_sized(name, files[name]) for name in sorted(files)]
    return load_texts((text for text, _ in read), [fault for _, fault in read if fault])


def load_texts(texts: Iterable[SourceText], unreadable: Iterable[SyntaxFault] = ()) -> Loaded:
    """As `load`, from texts already in memory; those with a fault already are not read."""
    return _Assembly(unreadable).load(list(texts))


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError as error:
        raise UnreadableError(f"mappen `{folder}` finns inte") from error
    except OSError as error:
        raise UnreadableError.of(f"mappen `{folder}`", error) from error
    files = [path for path in found if is_data(path)]
    if not files:
        raise UnreadableError(f"mappen `{folder}` innehåller ingen YAML-fil")
    return files


def is_data(path: PurePath) -> bool:
    """Whether a file of that name in the data folder is read."""
    return path.suffix in _SUFFIXES and not path.name.startswith(_LOCK)


def _text(path: Path) -> tuple[SourceText, SyntaxFault | None]:
    """The file's text, as far as it can be shown, and why it cannot be read."""
    name = path.as_posix()
    try:
        if _size(path) > MAX_BYTES:
            return _too_large(name)
        if path.is_symlink() and not _is_inside(path):
            return _unread(name, SyntaxKind.LINK)
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableError.of(f"filen `{name}`", error) from error
    return _decoded(name, raw)


def _is_inside(link: Path) -> bool:
    """Whether it leads to a file of its own folder; reports show the text of what is read."""
    return link.resolve().is_relative_to(link.parent.resolve())


def _size(path: Path) -> int:
    """The size of a file; of anything else an error."""
    status = path.stat()
    if S_ISDIR(status.st_mode):
        raise IsADirectoryError
    if not S_ISREG(status.st_mode):
        raise UnreadableError(f"`{path.as_posix()}` är ingen vanlig fil; flytta den från mappen")
    return status.st_size


def _sized(name: str, raw: bytes) -> tuple[SourceText, SyntaxFault | None]:
    return _too_large(name) if len(raw) > MAX_BYTES else _decoded(name, raw)


def _too_large(name: str) -> tuple[SourceText, SyntaxFault]:
    return _unread(name, SyntaxKind.SIZE, f"{MAX_BYTES // 2**20} MB")


def _unread(name: str, kind: SyntaxKind, detail: str = "") -> tuple[SourceText, SyntaxFault]:
    return SourceText(name, ""), SyntaxFault(kind, Span(name, 1, 1, 1, 2), detail)


def _decoded(name: str, raw: bytes) -> tuple[SourceText, SyntaxFault | None]:
    body = raw.removeprefix(BOM_UTF8)
    try:
        return SourceText(name, body.decode()), None
    except UnicodeDecodeError as error:
        text = SourceText(name, body.decode(errors="replace"))
        span = text.span(len(body[: error.start].decode()))
        return text, SyntaxFault(SyntaxKind.ENCODING, span, f"0x{body[error.start]:02X}")


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
        roots: dict[str, PlacedMap] = {}
        for text in texts:
            readable = text.name not in self.unreadable
            root, met = read_document(text) if readable else (PlacedMap(), [])
            roots[text.name] = root
            self.faults += met
            self.whole &= not any(isinstance(fault, SyntaxFault) for fault in met)
        for file, root in roots.items():
            self._sections(file, root)
        if self.whole:
            self._required(roots.values())
        catalogue = Catalogue(guide=self.guide or _NO_GUIDE, **self.sections)
        places = Places({text.name: text for text in texts}, roots)
        faults = tuple(_without_echoes(self.faults, places))
        return Loaded(catalogue, places, faults, frozenset(self.broken), self.whole)

    def _required(self, roots: Iterable[PlacedMap]) -> None:
        for section in ("guide", "services"):
            written = [root[section] for root in roots if section in root]
            if not written:
                self.faults.append(ShapeFault(ShapeKind.MISSING, (section,)))
            elif section == "services" and all(each is None or each == {} for each in written):
                self.faults.append(ShapeFault(ShapeKind.EMPTY, (section,)))

    def _sections(self, file: str, root: PlacedMap) -> None:
        before = len(self.faults)
        for section, entries in root.items():
            if self._has_too_many(before, file, root.keys_at[section]):
                return
            if section == "guide":
                self._guide(file, root)
            elif section not in SECTIONS:
                self._unknown(section, Span.of(file, root.keys_at[section]))
            elif isinstance(entries, PlacedMap):
                self._entries(file, section, entries, before)
            elif entries is not None:
                self._no_section(section, entries, Span.of(file, root.keys_at[section]))

    def _entries(self, file: str, section: str, entries: PlacedMap, before: int) -> None:
        for entry in entries:
            if self._has_too_many(before, file, entries.keys_at[entry]):
                return
            self._entry(file, section, entry, entries)
            if len(self.faults) - before > MAX_FAULTS:
                self._has_too_many(before, file, entries.keys_at[entry])

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


def _without_echoes(faults: Iterable[Fault], places: Places) -> Iterator[Fault]:
    """What libyaml could not give a value has none: that must not be said a second time."""
    faults = tuple(faults)
    said = {(f.span.file, f.span.line) for f in faults if isinstance(f, SyntaxFault)}
    for fault in faults:
        span = places.span(fault.path) if said and isinstance(fault, ShapeFault) else None
        if span is None or (span.file, span.line) not in said:
            yield fault
