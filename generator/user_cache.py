"""The user's own folder for what can be made again, and a secret in it that only the user has.

What a pull request adds to a project must never be taken for something that this program made
there, so whatever is kept in a project is sealed with the secret, and what is no project's lies
here. The package platformdirs finds the same folder, and takes half as long as a kept answer does.
"""

import os
import stat
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final

_NAME: Final = "seal"
_SIZE: Final = 32
"""Bytes of the secret: as many as the hash that it seals with."""


def own_folder(name: str = "") -> Path | None:
    """The folder of that name, made if need be; None where nobody but the user can have one."""
    around = _around()
    if around is None:
        return None
    here = around / "startklar" / name
    with suppress(OSError):
        here.mkdir(mode=0o700, parents=True, exist_ok=True)
    return here if _is_own(here) else None


def secret() -> bytes | None:
    """Drawn by lot the first time; None where it cannot be kept, and so nothing else."""
    here = own_folder()
    return _drawn(here / _NAME) if here else None


@lru_cache(1)
def _drawn(file: Path) -> bytes | None:
    with suppress(OSError):
        if (known := _read(file)) is not None:
            return known
        aside = file.with_name(f".{os.urandom(16).hex()}")
        try:
            aside.touch(0o600, exist_ok=False)
            aside.write_bytes(os.urandom(_SIZE))
            aside.replace(file)
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        return _read(file)  # another run may have put its own there since
    return None


def _read(file: Path) -> bytes | None:
    """Nothing of what is no file, leads elsewhere, or others may read: it would be no secret."""
    try:
        found = file.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode) or found.st_size != _SIZE or not _is_mine(found, 0o077):
        return None
    return file.read_bytes()


def _around() -> Path | None:
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
    """Whether nobody else can have put anything there."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and _is_mine(found, stat.S_IWGRP | stat.S_IWOTH)


def _is_mine(found: os.stat_result, others: int) -> bool:
    """Whether it is the user's, without those rights of others; on Windows it always is."""
    if not hasattr(os, "getuid"):
        return True
    return found.st_uid == os.getuid() and not found.st_mode & others
