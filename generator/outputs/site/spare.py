"""The tree that the last site replaced is the next one's: its folders stand already.

To make 4,600 folders and take them away again costs more than to write what is in them. Between
builds the spare lies in a place of its own, under one name, where nobody writes: it is a whole site
that was published once. Whoever takes it has it alone, and gives none back but by publishing.
"""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

KEPT: Final = ".startklar/spare"


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in a tree before anything is written, by names from its root."""

    folders: frozenset[str] = frozenset()
    files: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """With the disk and the number that tell whether one is the same as another."""


class Seen(NamedTuple):
    """What stands in a spare, before it is taken."""

    identity: tuple[int, ...]
    """Another one's is otherwise, and so is its own when it has been taken meanwhile."""
    kind: tuple[int, ...]
    """What every folder in it is like."""
    standing: Standing | None


def look(kept: Path) -> Seen | None:
    """What stands in the spare that is kept there; nothing if there is none.

    To walk through one of 2,500 services takes .1 s of a build after a changed line, so it is done
    beside the reading of the catalogue, where there is a process for it.
    """
    try:
        found = kept.lstat()
        return Seen(_identity(found), _kind(found), _standing(kept, _kind(found)))
    except OSError:
        return None


def take(kept: Path, here: Path, fresh: Path, seen: Seen | None = None) -> Standing | None:
    """Move the spare here; nothing if there is none, or none that can be built in.

    Every folder in it must be as the fresh one is, with its rights, its owner and its disk, and
    everything else a file: what somebody has put there may lead out of it.
    """
    if not sys.platform.startswith("linux"):  # elsewhere two names may be one file's: A and a
        return None
    try:
        before = _identity(kept.lstat())
        kept.rename(here)
        if not stat.S_ISDIR(here.lstat().st_mode):  # a link leads to what is another's
            return None
        here.chmod(stat.S_IMODE(fresh.stat().st_mode))
        kind = _kind(fresh.stat())
        if seen and (seen.identity, seen.kind) == (before, kind):
            return seen.standing
        return _standing(here, kind)
    except OSError:  # there is none, or it is on another disk, or another's
        return None


def _identity(tree: os.stat_result) -> tuple[int, ...]:
    """The system gives a new date of change to whatever gets another name."""
    return tree.st_dev, tree.st_ino, tree.st_mtime_ns, tree.st_ctime_ns


def _standing(tree: Path, kind: tuple[int, ...]) -> Standing | None:
    folders, files = set[str](), dict[str, tuple[int, int]]()
    for name, found in _walk(str(tree), ""):
        if stat.S_ISREG(found.st_mode):
            files[name] = found.st_dev, found.st_ino
        elif _kind(found) == kind:
            folders.add(name)
        else:
            return None
    return Standing(frozenset(folders), files)


def _kind(folder: os.stat_result) -> tuple[int, ...]:
    return folder.st_mode, folder.st_uid, folder.st_gid, folder.st_dev


def _walk(folder: str, name: str) -> Iterator[tuple[str, os.stat_result]]:
    """A folder is looked into when whoever asks has seen what it is and goes on."""
    with os.scandir(folder) as entries:
        for entry in entries:
            yield f"{name}{entry.name}", entry.stat(follow_symlinks=False)
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{name}{entry.name}/")


def note(names: Path, *written: str) -> None:
    """Write names down, whichever process does it. Raises OSError if they are not there whole."""
    line = b"".join([os.fsencode(f"{name}\0") for name in written])
    file = os.open(names, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        if os.write(file, line) != len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(names))
    finally:
        os.close(file)


def noted(names: Path) -> Iterator[str]:
    return map(os.fsdecode, names.read_bytes().split(b"\0")[:-1])


def sweep(tree: Path, standing: Standing, written: Iterable[str]) -> None:
    """Take away what stood there and has not been written.

    Raises OSError if it must stay, or if one name was written as a file and as a folder.
    """
    names = set(written)
    needed = {""}
    for name in names:
        folder = name.rpartition("/")[0]
        while folder not in needed:
            needed.add(folder)
            folder = folder.rpartition("/")[0]
    if both := names & needed:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), min(both))
    for file in sorted(standing.files.keys() - names - needed):
        with suppress(FileNotFoundError, NotADirectoryError):
            Path(f"{tree}/{file}").unlink()
    for folder in sorted(standing.folders - names - needed, reverse=True):
        with suppress(FileNotFoundError, NotADirectoryError):
            Path(f"{tree}/{folder}").rmdir()


def keep(tree: Path, kept: Path) -> None:
    """Keep what was published until now for the next build, if the disk lets it."""
    with suppress(OSError):
        for entry in sorted(tree.glob(".*")):  # it is not the guide's, and the new site has it
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        kept.parent.mkdir(parents=True, exist_ok=True)
        tree.rename(kept)
