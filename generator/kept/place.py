"""Where it is kept: in the user's folder for what can be made again, if that is the user's own.

The package platformdirs finds the same folder, and takes half as long as the whole answer does.
"""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from generator.kept.program import makings
from generator.store import Store


def store(name: str) -> Store | None:
    """The store of that name, for this program alone; None where nothing can be kept."""
    folder = _folder()
    if folder is None:
        return None
    here = folder / "startklar" / name
    with suppress(OSError):
        here.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Store(here, makings()) if _is_own(here) else None


def _folder() -> Path | None:
    """As the XDG Base Directory Specification, Apple and Microsoft have it."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if not Path(given).is_absolute():
        given = os.environ.get("LOCALAPPDATA", "") if sys.platform == "win32" else ""
    if given:
        return Path(given)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")


def _is_own(folder: Path) -> bool:
    """Whether nobody else can have put anything there; Windows gives nobody else the right to."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    others = stat.S_IWGRP | stat.S_IWOTH
    return found.st_uid == os.getuid() and not found.st_mode & others
