"""What was made by one build, kept for the next under the hash of everything that it was made of.

Keeping is a help and never a need: what cannot be read, is damaged or cannot be written is as if it
were not there.
"""

import hmac
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.user_cache import secret

_NAME: Final = re.compile(r"[0-9a-f]{64}|\.[0-9a-f]{32}")
_DIGEST: Final = 32
_MOST: Final = 64 * 1024 * 1024
"""Bytes of one content: far more than any print, and no more than can be read at once."""


class Store:
    """A folder of what was made with the same makings, each a name and its content."""

    def __init__(self, folder: Path, makings: Iterable[tuple[str, bytes]]) -> None:
        self.folder = folder
        self.used: set[str] = set()
        made_of = sha256()
        for name, content in makings:
            made_of.update(f"{name}\0".encode())
            made_of.update(sha256(content).digest())
        self.makings = made_of.digest()
        self.secret = secret()

    def key(self, what: str) -> str:
        """The name of what the makings and this, together, settle to the byte."""
        return sha256(self.makings + what.encode()).hexdigest()

    def get(self, key: str) -> bytes | None:
        """What was kept under the key, if it is whole and the user's own programs made it."""
        self.used.add(key)
        if self.secret is None:
            return None
        try:
            kept = _read(self.folder / key)
        except OSError:
            return None
        content = kept[_DIGEST:]
        seal = _seal(self.secret, key, content)
        return content if hmac.compare_digest(seal, kept[:_DIGEST]) else None

    def put(self, key: str, content: bytes) -> None:
        """Written aside and renamed, so that another build never reads half of it.

        What would be too large to be read is not. The content is not copied for its seal: at
        25,000 services it is 60 MB.
        """
        if self.secret is None or len(content) > _MOST - _DIGEST:
            return
        aside = self.folder / f".{os.urandom(16).hex()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with aside.open("wb") as file:
                file.write(_seal(self.secret, key, content))
                file.write(content)
            aside.replace(self.folder / key)
        except OSError:
            with suppress(OSError):
                aside.unlink()

    def keep(self, contents: Mapping[str, bytes], most: int) -> None:
        """Put each under its key, and no more than so many bytes of all stay."""
        for key, content in contents.items():
            self.put(key, content)
        if contents:
            self.trim(most)

    def prune(self) -> None:
        """Take away what this build did not ask for; what is not the store's own is left alone."""
        with suppress(OSError):
            for file in self.folder.iterdir():
                if file.name not in self.used and _NAME.fullmatch(file.name):
                    with suppress(OSError):
                        file.unlink()

    def trim(self, most: int) -> None:
        """Take away what was kept longest ago, until the rest is no more than so many bytes."""
        with suppress(OSError):
            named = [file for file in self.folder.iterdir() if _NAME.fullmatch(file.name)]
            dated = [(status.st_mtime_ns, status.st_size, file) for file, status in _known(named)]
            for _, size, file in sorted(dated, reverse=True):
                most -= size
                if most < 0:
                    with suppress(OSError):
                        file.unlink()


def _known(files: Iterable[Path]) -> Iterator[tuple[Path, os.stat_result]]:
    """Each file with what is known of it; another build may have taken it away."""
    for file in files:
        with suppress(OSError):
            yield file, file.lstat()


def _read(file: Path) -> bytes:
    """Nothing of what is no file, is too large or leads elsewhere: reading it might never end."""
    found = file.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST:
        return b""
    return file.read_bytes()


def _seal(secret_: bytes, key: str, content: bytes) -> bytes:
    """What stands before the content, so that no damage, other name or other maker goes unseen.

    A plain hash would tell damage alone: anybody could add a compiled template or a paper to a
    project with it.
    """
    seal = hmac.new(secret_, key.encode(), "sha256")
    seal.update(content)
    return seal.digest()
