"""What Python has no word for: two folders change places at once, a disk keeps what it was given.

The package `renameat2` has had no release since 2023 and none for other systems than Linux.
"""

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Final

_HERE: Final = -100
"""AT_FDCWD of <fcntl.h>."""
_EXCHANGE: Final = 2
"""RENAME_EXCHANGE of <linux/fs.h>."""
_CANNOT: Final = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})
"""What a kernel or a file system answers that does not know how."""

_SAID: Final = {
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "disken är full för den som bygger",
    errno.EROFS: "disken är skrivskyddad",
    errno.EACCES: "rättigheterna räcker inte",
    errno.EPERM: "rättigheterna räcker inte",
    errno.EIO: "disken svarar med fel",
    errno.EFBIG: "filen blir större än vad som är tillåtet",
    errno.EMFILE: "för många filer är öppna",
    errno.ENFILE: "för många filer är öppna",
    errno.ENAMETOOLONG: "namnet är för långt",
}


def exchange(one: Path, other: Path) -> bool:
    """Whether the two have changed names, with no moment between; False if the system cannot.

    Raises OSError if they could have and did not.
    """
    done = _call("renameat2", _HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    if done in _CANNOT:
        return False
    if done:
        raise OSError(done, os.strerror(done), str(one))
    return True


def settle(folder: Path) -> None:
    """Return when the disk that holds the folder has all that was written to it.

    One call for a whole site: one per file would take as long as the build. Raises OSError if
    something written could not be kept.
    """
    if not hasattr(os, "sync"):  # Windows
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        done = _call("syncfs", opened)
    finally:
        os.close(opened)
    if done == errno.ENOSYS:
        os.sync()
    elif done:
        raise OSError(done, os.strerror(done), str(folder))


def said(error: OSError) -> str:
    """In a sentence's end, what the disk or the system refused, and where."""
    why = _SAID.get(error.errno or 0, f"datorn svarar «{error.strerror or error}»")
    named = error.filename or error.filename2
    return f"`{os.fsdecode(named)}` går inte att läsa eller skriva: {why}" if named else why


def _call(name: str, *arguments: bytes | int) -> int:
    """Zero, or the number of the error."""
    if not sys.platform.startswith("linux"):
        return errno.ENOSYS
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return errno.ENOSYS
    return ctypes.get_errno() if function(*arguments) else 0
