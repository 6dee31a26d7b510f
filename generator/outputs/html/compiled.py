"""The theme's templates as compiled by an earlier build, which spent 0.35 s of processor on it.

As Python keeps what it compiles; but in the user's own folder, never in a project, for what lies
here is run. So the first build of another checkout finds it too. All lie in one piece, since every
build asks for all. Each is known by the hash of its text and name; the store is this program's
alone, whose filters Jinja runs on what is constant, and that of one Python and one Jinja.
"""

import marshal
from types import CodeType
from typing import Final

from jinja2.bccache import Bucket, BytecodeCache

from generator.store import Store

NAME: Final = "templates"
"""The folder of compiled templates, inside the user's."""

_MOST: Final = 500
"""Templates kept, of all texts and themes: five times as many as a theme has."""


class Compiled(BytecodeCache):
    """What one build compiles, for the next; without a store for none."""

    def __init__(self, store: Store | None, given: bytes = b"") -> None:
        """With what is `new` to another process of this build."""
        self.store = store
        self.kept = _read(store.get(store.key(""))) if store else {}
        self.given = _read(given)
        self.used: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        key = _key(bucket)
        if key in self.kept:
            bucket.code = self.used[key] = self.kept[key]
        elif key in self.given:
            bucket.code = self.used[key] = self.given[key]

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self.used[_key(bucket)] = bucket.code

    def new(self) -> bytes:
        """What has been compiled since."""
        return marshal.dumps({key: self.used[key] for key in self.used.keys() - self.kept.keys()})

    def keep(self) -> None:
        """What has been compiled since, with what was kept before if that is not too much."""
        if self.store is None or self.used.keys() <= self.kept.keys():
            return
        whole = {**self.kept, **self.used}
        self.kept = whole if len(whole) <= _MOST else dict(self.used)
        self.store.put(self.store.key(""), marshal.dumps(self.kept))


def _key(bucket: Bucket) -> str:
    """`bucket.key` is the hash of the name and the file, its checksum that of the text."""
    return f"{bucket.key} {bucket.checksum}"


def _read(kept: bytes | None) -> dict[str, CodeType]:
    """The store has seen to it that nobody else wrote it, and that it is whole."""
    try:
        return dict(marshal.loads(kept)) if kept else {}  # noqa: S302 - sealed, in the user's folder
    except (EOFError, TypeError, ValueError):  # of another marshal than this
        return {}
