"""The bytes of the data folder, where no question is left of what `load` would read."""

import stat
from pathlib import Path
from typing import Final

from generator.data_files import is_data

_MOST: Final = 48 * 2**20
"""Bytes of all files together; a catalogue of 25,000 services takes 40 MB."""


def plain_files(folder: Path) -> dict[str, bytes] | None:
    """Every file of the folder that is data, by the name that `load` knows it by.

    None where there is none, or anything but plain files that are few enough: links, devices, other
    folders and what cannot be opened are for `load` to judge.
    """
    try:
        files = [path for path in sorted(folder.iterdir()) if is_data(path)]
        return _read(files) if files else None
    except OSError:
        return None


def _read(files: list[Path]) -> dict[str, bytes] | None:
    statuses = [file.lstat() for file in files]
    if not all(stat.S_ISREG(each.st_mode) for each in statuses):
        return None
    if sum(each.st_size for each in statuses) > _MOST:
        return None
    return {file.as_posix(): file.read_bytes() for file in files}
