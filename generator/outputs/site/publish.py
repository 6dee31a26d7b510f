"""A site is built aside and takes the published one's place when it is whole.

Beside `site` stands `.site-aside` while something is built:

    .site-aside/lock       held by whoever builds; the next waits for it
    .site-aside/<tree>/    the new site: `Writer.write` puts files here
    .site-aside/<host>/    what the host writes by itself; goes into the tree at the end
    .site-aside/<names>    of all that is written, where the tree is a spare

The tree and `site` change names in one step. Whatever a killed build left in `.site-aside` is
taken away by the next, which has the lock.
"""

import atexit
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import ClassVar, Final
from uuid import uuid4

from filelock import FileLock, Timeout

from generator.outputs.site.disk import exchange, settle
from generator.outputs.site.spare import Seen, keep, noted, sweep, take
from generator.outputs.site.writer import Writer

_FRONT: Final = "index.html"
_LOCK: Final = "lock"
_BEFORE: Final = "before"
"""The published site's name between two renames, where a system cannot exchange."""


class SiteFolderError(Exception):
    """The folder cannot be published to; says why and what to do."""


class Aside:
    """A site that is not yet published. `publish`, `abandon` or `discard` it; the end discards too.

    Only this knows where and how its files are written, and only its `writer` leaves the process.
    """

    _clearing: ClassVar[Thread | None] = None
    """Takes away what the last preview replaced."""

    def __init__(self, site: Path, tell: Callable[[str], object]) -> None:
        """Waits, and tells so, while another build has the folder.

        Make it before anything is read, or what was read first may be published last. Raises
        SiteFolderError, or OSError if nothing can be written there.
        """
        if Aside._clearing:
            Aside._clearing.join()
        self.site = _real(site)
        self.around = self.site.parent / f".{self.site.name}-aside"
        self.maker = os.getpid()
        self.lock = FileLock(self.around / _LOCK, thread_local=False)
        _take(self.lock, self.around, lambda: tell(f"Väntar på ett annat bygge av `{site}` …"))
        atexit.register(self.discard)
        try:
            _clean(self.around, self.site)
            _refuse_foreign(self.site)
            self.tree, self.folder = (self.around / uuid4().hex[:8] for _ in range(2))
            self.tree.mkdir()
            self.folder.mkdir()
            self.writer = Writer(self.tree, self.site, _mode_now(self.around))
            self.kept: Path | None = None
        except BaseException:
            self.discard()
            raise

    def reuse(self, kept: Path, seen: Seen | None = None) -> None:
        """Build in the tree that is kept there, if there is one, and keep the next one there."""
        self.kept = kept
        spare = self.around / uuid4().hex[:8]
        if standing := take(kept, spare, self.tree, seen):
            self.tree.rmdir()
            self.tree = spare
            names, made = self.around / uuid4().hex[:8], {"", *standing.folders}
            names.touch()
            self.writer = replace(
                self.writer, tree=spare, made=made, standing=standing, written=names
            )

    def publish(self, *, preview: bool = False) -> None:
        """Put the new site where readers find it. Raises OSError, and then nothing has changed.

        A preview is shown at once: it need not outlive the machine, so the disk is not waited for,
        and the site before, unless it is kept, goes meanwhile: some disks take 5 ms a folder.
        """
        for name, file in _files(self.folder):
            self.writer.write(name, file.read_bytes())
        if self.writer.written:
            sweep(self.tree, self.writer.standing, noted(self.writer.written))
        replaced = self._swap(outlive=not preview)
        if replaced and self.kept:
            keep(replaced, self.kept)
        if preview and replaced and replaced.exists():
            Aside._clearing = Thread(target=self.discard)
            Aside._clearing.start()
            return
        if not preview:
            with suppress(OSError):  # it is published; the disk is only asked to remember it now
                settle(self.site.parent)
        self.discard()

    def _swap(self, *, outlive: bool) -> Path | None:
        """Where the site lies that was published until now, if there was one."""
        standing = self.site.exists()
        if standing:
            _keep_hidden(self.site, self.tree)
            self.tree.chmod(stat.S_IMODE(self.site.stat().st_mode))
        if outlive:
            settle(self.tree)
        if not standing:
            self.tree.rename(self.site)
            return None
        if exchange(self.tree, self.site):
            return self.tree
        _rename_twice(self.tree, self.site, self.around / _BEFORE)
        return self.around / _BEFORE

    def abandon(self) -> None:
        """As `discard`, but the tree is kept to be built in again: only newer contents are due."""
        if self.kept:
            keep(self.tree, self.kept)
        self.discard()

    def discard(self) -> None:
        """Leave the published site as it is, and nothing beside it. Does nothing afterwards."""
        if not self.lock.is_locked or os.getpid() != self.maker:
            return
        atexit.unregister(self.discard)
        _clear(self.around, self.site)
        with suppress(OSError):
            (self.around / _LOCK).unlink()  # whoever waits for it sees that it has no name any more
        with suppress(OSError):
            self.around.rmdir()
        self.lock.release()


def _real(site: Path) -> Path:
    """The folder itself, where a link leads. Raises SiteFolderError if no site can stand there."""
    real = Path(os.path.realpath(site))
    if real.is_symlink():
        raise SiteFolderError(f"`{site}` är en länk som leder runt i cirkel; ta bort den")
    if real.exists() and not real.is_dir():
        raise SiteFolderError(f"`{site}` är en fil; ta bort den, eller ange en annan mapp")
    if real.is_mount():
        raise SiteFolderError(f"`{site}` är en egen disk (monterad); ange en mapp inuti den")
    return real


def _refuse_foreign(site: Path) -> None:
    """Raises SiteFolderError if the folder has something in it that is no site."""
    visible = [entry for entry in _entries(site) if not entry.name.startswith(".")]
    if visible and not (site / _FRONT).exists():
        what = f"`{site}` har ett annat innehåll än en byggd guide"
        raise SiteFolderError(f"{what} (ingen `{_FRONT}`); töm den, eller ange en annan mapp")


def _take(lock: FileLock, around: Path, wait: Callable[[], object]) -> None:
    """The lock's folder goes with its holder, so it may have to be made again."""
    told = False
    while not lock.is_locked:
        around.mkdir(parents=True, exist_ok=True)
        try:
            with suppress(FileNotFoundError):
                lock.acquire(blocking=told)
        except Timeout:
            wait()
            told = True


def _clean(around: Path, site: Path) -> None:
    """What a killed build left goes; a site that it had taken down and not replaced comes back."""
    before = around / _BEFORE
    if before.exists() and not site.exists():
        before.rename(site)
    _clear(around, site)


def _clear(around: Path, site: Path) -> None:
    """Everything goes but the lock, and the only site that there is."""
    for entry in _entries(around):
        if entry.name != _LOCK and (entry.name != _BEFORE or site.exists()):
            _remove(entry)


def _mode_now(around: Path) -> int:
    """Of a file made now, which the rights of the process and the folder decide together."""
    probe = around / "probe"
    probe.touch()
    return probe.stat().st_mode


def _rename_twice(tree: Path, site: Path, before: Path) -> None:
    """Raises SiteFolderError if the published site has lost its place for now."""
    site.rename(before)
    try:
        tree.rename(site)
    except OSError as fault:
        try:
            before.rename(site)
        except OSError:
            where = f"den förra guiden ligger i `{before}`"
            raise SiteFolderError(f"{where} tills nästa bygge lägger tillbaka den") from fault
        raise


def _keep_hidden(site: Path, tree: Path) -> None:
    """What starts with a dot is not the guide's: MkDocs leaves it, and it may be `.git`."""
    for entry in _entries(site):
        kept = tree / entry.name
        if entry.name.startswith(".") and not kept.exists():
            if entry.is_dir() and not entry.is_symlink():
                shutil.copytree(entry, kept, symlinks=True)
            else:
                shutil.copy2(entry, kept, follow_symlinks=False)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each file and its name from the folder."""
    for here, _, names in os.walk(folder):
        for name in names:
            file = Path(here, name)
            yield file.relative_to(folder).as_posix(), file


def _entries(folder: Path) -> list[Path]:
    """What is in the folder, in order of name; nothing if it is not there."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _remove(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry, ignore_errors=True)
    else:
        with suppress(OSError):
            entry.unlink()
