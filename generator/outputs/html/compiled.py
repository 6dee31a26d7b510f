"""The theme's templates as compiled by an earlier build, which spent 0.35 s of processor on it.

A compiled template is kept under the hash of its text, its name, and everything that takes part in
compiling: this whole program, whose filters Jinja runs on what is constant, Jinja and Python. So
another text, program or version finds nothing, and compiles.
"""

import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from jinja2.bccache import Bucket, BytecodeCache

from generator.store import Store

KEPT: Final = ".startklar/templates"
"""The folder of compiled templates, inside the project's."""

_MOST: Final = 500
"""Templates kept, of all texts and programs: five times as many as a theme has."""
_PROGRAM: Final = Path(__file__).parents[2]


class Compiled(BytecodeCache):
    """What one build compiles, for the next."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder, _makings())
        with suppress(OSError):
            if len([*folder.iterdir()]) > _MOST:
                self.store.prune()

    def load_bytecode(self, bucket: Bucket) -> None:
        if (kept := self.store.get(self._key(bucket))) is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.store.put(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        """`bucket.key` is the hash of the name and the file, its checksum that of the text."""
        return self.store.key(f"{bucket.key}\0{bucket.checksum}")


@cache
def _makings() -> tuple[tuple[str, bytes], ...]:
    return tuple(_parts())


def _parts() -> Iterator[tuple[str, bytes]]:
    yield "python", f"{sys.implementation.cache_tag} {sys.version}".encode()
    for name in ("jinja2", "markupsafe", "markdown", "nh3"):
        yield name, version(name).encode()
    whole = sha256()
    for file in sorted(_PROGRAM.rglob("*.py")):
        whole.update(sha256(file.read_bytes()).digest())
    yield "program", whole.digest()
