"""What the files beside the pages are made of, kept for the next build as its pages are.

A value is worked out of a catalogue in which all but texts is the same, and stays until one of the
texts that were read for it has changed (`outputs/html/kept_pages.py`, which knows that). What was
kept of another state of the catalogue than the pages were is as if it were not there: a build may
have been killed between the two.

At 2,500 services the search's records, the planner's data and the feeds take .2 s of processor
after a changed line instead of 1.1.
"""

import marshal
from collections.abc import Callable, Collection
from typing import Any, Final, TypeVar

from generator.model.prose import REPORT, UNKNOWN, reading
from generator.outputs.html.kept_pages import KeptPages

T = TypeVar("T")

_NAME: Final = "values"
_Row = tuple[Collection[str], Any]
"""What has been read for a value, and the value."""


class KeptValues:
    """By name; values are plain: texts, numbers, bytes, and tuples, lists and mappings of such."""

    def __init__(self, pages: KeptPages | None) -> None:
        """With nothing that is kept, all is worked out."""
        self.pages = pages
        self.known: dict[str, _Row] = _recalled(pages.recall(_NAME)) if pages else {}
        self.told: dict[str, _Row] = {}

    def of(self, name: str, make: Callable[[], T]) -> T:
        """What is made, or was and would be the same; the name says all but what is read for it."""
        if self.pages is None:
            return make()
        known = self.known.get(name)
        if known is None or not self.pages.known.changed.isdisjoint(known[0]):
            with reading() as read:
                made = make()
            known = self.pages.readers.told(read), made
        if {UNKNOWN, REPORT}.isdisjoint(known[0]):
            self.told[name] = known
        found: T = known[1]
        return found

    def keep(self) -> None:
        """What has been asked for, for the next build."""
        if self.pages:
            told = {name: (tuple(read), value) for name, (read, value) in self.told.items()}
            self.pages.remember(_NAME, marshal.dumps(told))


def _recalled(kept: bytes) -> dict[str, _Row]:
    try:
        found: dict[str, _Row] = {**marshal.loads(kept)}  # noqa: S302 - sealed by the user's own
    except (ValueError, EOFError, TypeError):
        return {}
    return found
