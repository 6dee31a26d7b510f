"""Files are replaced all together or not at all."""

import os
import shutil
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkstemp

from generator.edit.change import Edit, RefusedError, applied
from generator.source import SourceText


def save(texts: Mapping[str, SourceText], edits: Iterable[Edit]) -> tuple[str, ...]:
    """Make the edits in the files that the texts were read from; gives the files touched.

    Raises RefusedError, and leaves every file as it was, if one cannot be written or is no longer
    what was read.
    """
    edits = tuple(edits)
    touched = tuple(name for name in texts if any(edit.file == name for edit in edits))
    new = {Path(name).resolve(): applied(texts[name], edits) for name in touched}
    old = {Path(name).resolve(): _unchanged(texts[name]) for name in touched}
    written: dict[Path, Path] = {}
    try:
        for path, text in new.items():
            bom = BOM_UTF8 if old[path].startswith(BOM_UTF8) else b""
            written[path] = _aside(path, bom + text.encode())
        _swap(written, old)
    except OSError as error:
        why = f"datorn svarar «{error.strerror}»; kontrollera skrivrätt och disk"
        raise RefusedError(f"filerna kan inte skrivas och är som de var: {why}") from error
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)
    return touched


def _unchanged(text: SourceText) -> bytes:
    """The file's bytes, as long as they are what was read."""
    path = Path(text.name)
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"filen `{text.name}` kan inte läsas längre; kör kommandot igen"
        raise RefusedError(message) from error
    if raw.removeprefix(BOM_UTF8) != text.text.encode():
        message = f"filen `{text.name}` har ändrats under tiden; kör kommandot igen"
        raise RefusedError(message)
    if not os.access(path, os.W_OK):
        message = f"filen `{text.name}` är skrivskyddad; ta bort skyddet och kör igen"
        raise RefusedError(message)
    return raw


def _aside(path: Path, content: bytes) -> Path:
    """A finished file beside the one it is to replace, with the same rights."""
    handle, name = mkstemp(prefix=f".{path.name}-", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        shutil.copymode(path, temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _swap(written: Mapping[Path, Path], old: Mapping[Path, bytes]) -> None:
    done: list[Path] = []
    try:
        for path, temporary in written.items():
            temporary.replace(path)
            done.append(path)
    except BaseException:
        stuck = [path for path in done if not _is_put_back(path, old[path])]
        if stuck:
            names = ", ".join(f"`{path}`" for path in stuck)
            what = f"alla filer kan inte skrivas, och {names} är redan ändrad"
            raise RefusedError(f"{what}; återställ den, till exempel med git") from None
        raise


def _is_put_back(path: Path, content: bytes) -> bool:
    try:
        _aside(path, content).replace(path)
    except OSError:
        return False
    return True
