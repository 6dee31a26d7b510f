"""Files into a new site, beside the published one: what is the same is the same file."""

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Final

from generator.outputs.site.spare import Standing, note
from generator.outputs.site.twins import twins

Identity = tuple[int, ...]
"""What tells without reading a file that nobody has written to it, as git's index does.

The system gives a new date of change to whoever writes, links, renames or redates a file, so that
one which was changed and then given its old date is found too, where there is such a date.
"""
GONE: Final[Identity] = ()
"""Of no file."""
_DATED: Final = 3
"""What of it stays when the file gets another name."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Puts files into a new site. May be copied to other processes, to write side by side."""

    tree: Path
    """The new site."""
    published: Path
    mode: int
    """What `stat` says of the kind and the rights of a file that is written now."""
    made: set[str] = field(default_factory=lambda: {""})
    """The folders that this process has made."""
    compress: bool = False
    """Whether files get their compressed twins."""
    standing: Standing = field(default_factory=Standing)
    """What was in the tree before: it is a spare."""
    written: Path | None = None
    """Where the names of what is written are noted, by all processes, so that the rest can go."""

    def write(self, name: str, content: bytes) -> None:
        """The file of that name, by `/` from the root, in place of one that is there.

        Where the published site has the very same, it is that file under one name more: its date
        stays, so that copying the site on moves only what is new. Raises OSError.
        """
        if not {"", ".", ".."}.isdisjoint(name.split("/")):
            raise ValueError(f"no name from the root: {name!r}")
        self._make_folder(name.rpartition("/")[0])
        self._put(name, content)
        for twin, compressed in twins(name, content, self._published) if self.compress else ():
            self._put(twin, compressed)

    def identity(self, name: str) -> Identity:
        """Of the file of that name in the new site."""
        found = _found(f"{self.tree}/{name}")
        return _identity(found) if found else GONE

    def leave(self, files: Mapping[str, Identity]) -> dict[str, Identity]:
        """Have the published files of these names in the new site too, and do not read them.

        Gives those that are still identified so, with what identifies them now: one more name
        changes it. Most are in the spare tree already, and are then only looked at. To be called
        before anything is written. Raises OSError.
        """
        if self.compress:  # what their twins say is to be looked at
            return {}
        left = dict(self._left(files))
        if self.written and left:
            note(self.written, *left)
        return left

    def _left(self, files: Mapping[str, Identity]) -> Iterator[tuple[str, Identity]]:
        published, there = str(self.published), self.standing.files.get
        for name, identity in files.items():
            try:
                found = os.lstat(f"{published}/{name}")
            except OSError:
                continue
            if _identity(found) != identity or found.st_mode != self.mode:
                continue
            if there(name) == (found.st_dev, found.st_ino):
                yield name, identity
            elif linked := self._linked(name, found):
                yield name, linked

    def _linked(self, name: str, found: os.stat_result) -> Identity:
        self._make_folder(name.rpartition("/")[0])
        if _found(f"{self.tree}/{name}"):
            self._take_away(name)
        try:
            os.link(f"{self.published}/{name}", f"{self.tree}/{name}")
        except OSError:  # some systems give no second name to others' files, or it is gone
            return GONE
        now = self.identity(name)  # of what got the name, whatever was looked at
        return now if now[:_DATED] == _identity(found)[:_DATED] else GONE

    def _put(self, name: str, content: bytes) -> None:
        if self.written:
            note(self.written, name)
        file, published = f"{self.tree}/{name}", f"{self.published}/{name}"
        there, found = _found(file), _found(published)
        shared = bool(there and found and os.path.samestat(there, found))
        same = found and self._same(published, found, 2 if shared else 1, content)
        if same and shared:
            return
        if there:  # never into it, for the published site may have it too
            self._take_away(name)
        if same:
            with suppress(PermissionError):  # some systems give no second name to others' files
                os.link(published, file)
                return
        with open(file, "xb") as new:  # noqa: PTH123 - as `_found`
            new.write(content)

    def _take_away(self, name: str) -> None:
        file = f"{self.tree}/{name}"
        shutil.rmtree(file) if name in self.standing.folders else Path(file).unlink()

    def _published(self, name: str) -> bytes | None:
        standing = Path(f"{self.published}/{name}")
        try:
            return standing.read_bytes() if stat.S_ISREG(standing.lstat().st_mode) else None
        except OSError:
            return None

    def _make_folder(self, folder: str) -> None:
        if folder in self.made:
            return
        for above in accumulate(folder.split("/"), "{}/{}".format):
            if above in self.standing.files:  # a file of the spare's is in the way
                with suppress(FileNotFoundError, IsADirectoryError):  # or was, until just now
                    Path(f"{self.tree}/{above}").unlink()
        try:
            os.mkdir(f"{self.tree}/{folder}")  # noqa: PTH102 - as `_found`
        except (FileExistsError, FileNotFoundError):  # another process did, or not those above
            Path(f"{self.tree}/{folder}").mkdir(parents=True, exist_ok=True)
        self.made.add(folder)

    def _same(self, file: str, found: os.stat_result, links: int, content: bytes) -> bool:
        """Whether the file is to the byte what would be written, and nobody else has it."""
        if (found.st_size, found.st_nlink, found.st_mode) != (len(content), links, self.mode):
            return False
        try:
            with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 - as `_found`
                return opened.read() == content
        except OSError:
            return False


def _identity(found: os.stat_result) -> Identity:
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _found(file: str) -> os.stat_result | None:
    """By name: to make a `Path` of every name takes as long as all that the disk is then asked."""
    try:
        return os.lstat(file)
    except OSError:
        return None
