"""Files become texts, or say why they cannot be read; no more of them than memory has room for."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG
from typing import Final, Self

from generator.data_files import is_data
from generator.load.fault import SyntaxFault, SyntaxKind
from generator.source import SourceText, Span

MAX_BYTES: Final = 16 * 2**20
"""A file's size; a catalogue of 2,500 services takes 4 MB in all."""
MAX_BYTES_IN_ALL: Final = 128 * 2**20
"""Of all files together; a catalogue of 25,000 services takes 40 MB."""

Read = tuple[SourceText, SyntaxFault | None]
"""A file's text, as far as it can be shown, and why it cannot be read."""


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


def in_folder(folder: Path) -> Iterator[Read]:
    """Every YAML file of the folder, in the order of their names.

    Raises UnreadableError if the folder is not there, holds no YAML file or cannot be opened.
    """
    room = _Room()
    for path in _files(folder):
        name = path.as_posix()
        try:
            yield room.refused(name, _size(path)) or _opened(path)
        except OSError as error:
            raise UnreadableError.of(f"filen `{name}`", error) from error


def in_memory(files: Mapping[str, bytes]) -> Iterator[Read]:
    """The same of files already read, by the names that they are known by."""
    room = _Room()
    for name, raw in sorted(files.items(), key=lambda file: PurePath(file[0])):
        yield room.refused(name, len(raw)) or _decoded(name, raw)


class _Room:
    """What may still be read of the files together."""

    def __init__(self) -> None:
        self.left = MAX_BYTES_IN_ALL

    def refused(self, name: str, size: int) -> Read | None:
        """Instead of a file that is too large, or one too many."""
        if size > MAX_BYTES:
            return _unread(name, SyntaxKind.SIZE, _megabytes(MAX_BYTES))
        self.left -= size
        if self.left < 0:
            return _unread(name, SyntaxKind.FOLDER, _megabytes(MAX_BYTES_IN_ALL))
        return None


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


def _opened(path: Path) -> Read:
    if path.is_symlink() and not _is_inside(path):
        return _unread(path.as_posix(), SyntaxKind.LINK)
    return _decoded(path.as_posix(), path.read_bytes())


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


def _megabytes(size: int) -> str:
    return f"{size // 2**20} MB"


def _unread(name: str, kind: SyntaxKind, detail: str = "") -> Read:
    return SourceText(name, ""), SyntaxFault(kind, Span(name, 1, 1, 1, 2), detail)


def _decoded(name: str, raw: bytes) -> Read:
    body = raw.removeprefix(BOM_UTF8)
    try:
        return SourceText(name, body.decode()), None
    except UnicodeDecodeError as error:
        text = SourceText(name, body.decode(errors="replace"))
        span = text.span(len(body[: error.start].decode()))
        return text, SyntaxFault(SyntaxKind.ENCODING, span, f"0x{body[error.start]:02X}")
