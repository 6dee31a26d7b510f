"""A site is built aside and takes the published one's place when it is whole.

Beside `site` stands `.site-aside` while something is built:

    .site-aside/lock       held by whoever builds; the next waits for it
    .site-aside/<tree>/    the new site: `Writer.write` puts files here
    .site-aside/<host>/    what the host writes by itself; goes into the tree at the end

The tree and `site` change names in one step. Whatever a killed build left in `.site-aside` is
taken away by the next, which has the lock.
"""

import atexit
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import ClassVar, Final
from uuid import uuid4

from filelock import FileLock, Timeout

from generator.outputs.site.disk import exchange, settle
from generator.outputs.site.twins import twins

_FRONT: Final = "index.html"
_LOCK: Final = "lock"
_BEFORE: Final = "before"
"""The published site's name between two renames, where a system cannot exchange."""


class SiteFolderError(Exception):
    """The folder cannot be published to; says why and what to do."""


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

    def _put(self, name: str, content: bytes) -> None:
        file = Path(f"{self.tree}/{name}")
        try:
            self._place(file, name, content)
        except FileExistsError:  # never into it, for the published site may have it too
            file.unlink()
            self._place(file, name, content)

    def _published(self, name: str) -> bytes | None:
        standing = Path(f"{self.published}/{name}")
        try:
            return standing.read_bytes() if stat.S_ISREG(standing.lstat().st_mode) else None
        except OSError:
            return None

    def _make_folder(self, folder: str) -> None:
        if folder in self.made:
            return
        Path(f"{self.tree}/{folder}").mkdir(parents=True, exist_ok=True)
        self.made.add(folder)

    def _place(self, file: Path, name: str, content: bytes) -> None:
        standing = Path(f"{self.published}/{name}")
        if self._stands(standing, content):
            with suppress(PermissionError):  # some systems give no second name to others' files
                os.link(standing, file)
                return
        with file.open("xb") as new:
            new.write(content)

    def _stands(self, standing: Path, content: bytes) -> bool:
        """Whether the file is to the byte what would be written, and nobody else has it."""
        try:
            found = standing.lstat()
            if (found.st_size, found.st_nlink, found.st_mode) != (len(content), 1, self.mode):
                return False
            with standing.open("rb", buffering=0) as file:
                return file.read() == content
        except OSError:
            return False


class Aside:
    """A site that is not yet published. Use `publish` or `discard`, once; the end discards too.

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
        except BaseException:
            self.discard()
            raise

    def publish(self, *, preview: bool = False) -> None:
        """Put the new site where readers find it. Raises OSError, and then nothing has changed.

        A preview is shown at once: it need not outlive the machine, so the disk is not waited for,
        and the site before is taken away meanwhile, since some disks take 5 ms for each folder.
        """
        for name, file in _files(self.folder):
            self.writer.write(name, file.read_bytes())
        standing = self.site.exists()
        if standing:
            _keep_hidden(self.site, self.tree)
            self.tree.chmod(stat.S_IMODE(self.site.stat().st_mode))
        if not preview:
            settle(self.tree)
        if not standing:
            self.tree.rename(self.site)
        elif not exchange(self.tree, self.site):
            _rename_twice(self.tree, self.site, self.around / _BEFORE)
        if preview:
            Aside._clearing = Thread(target=self.discard)
            Aside._clearing.start()
            return
        with suppress(OSError):  # it is published; the disk is only asked to remember it at once
            settle(self.site.parent)
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
