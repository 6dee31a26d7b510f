"""What pages and the files beside them are made of, kept for the next build as its pages are.

A value is worked out of a catalogue in which all but texts is the same, and stays until one of the
texts that were read for it has changed (`outputs/html/kept_pages.py`, which knows that). What was
kept of another state of the catalogue than the pages were is as if it were not there: a build may
have been killed between the two.

At 2,500 services the search's records, the planner's data and the feeds take .2 s of processor
after a changed line instead of 1.1; of the pages, which ask through `Site.recall`, 1.4 became .7.
"""

import marshal
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from typing import Any, Final, TypeVar

from generator.model.prose import REPORT, UNKNOWN, note_other, reading
from generator.outputs.html.kept_pages import KeptPages

T = TypeVar("T")

BESIDE: Final = "values"
"""What is made of them: the files beside the pages,"""
PAGES: Final = "facts"
"""or pages. What stands asks for nothing, so of these all that still holds is kept."""
Row = tuple[Collection[str], Any]
"""What has been read for a value, and the value."""


class KeptValues:
    """By name; values are plain: texts, numbers, bytes, and tuples, lists and mappings of such."""

    def __init__(self, pages: KeptPages | None, name: str) -> None:
        """With nothing that is kept, all is worked out."""
        self.pages, self.name = pages, name
        self.told: dict[str, Row] = {}

    @cached_property
    def before(self) -> Mapping[str, Row]:
        """What the last build kept."""
        return _recalled(self.pages.recall(self.name)) if self.pages else {}

    @cached_property
    def known(self) -> Mapping[str, Row]:
        """What would be the same."""
        changed = self.pages.known.changed if self.pages else frozenset()
        return {name: row for name, row in self.before.items() if changed.isdisjoint(row[0])}

    def of(self, name: str, make: Callable[[], T]) -> T:
        """What is made, or was and would be the same; the name says all but what is read for it."""
        if self.pages is None:
            return make()
        known = self.told.get(name) or self.known.get(name)
        if known is None:
            with reading() as read:
                made = make()
            known = self.pages.readers.told(read), made
        if {UNKNOWN, REPORT}.isdisjoint(known[0]):
            self.told[name] = known
        for each in known[0]:
            note_other(each)
        found: T = known[1]
        return found

    def last(self, name: str) -> Any:  # noqa: ANN401 - whatever was kept
        """What the last build kept by that name, whether it would be the same or not; or None."""
        return self.before[name][1] if name in self.before else None

    def tell(self, name: str, value: object) -> None:
        """Keep it for the next build, which asks for it as the last one's."""
        self.told[name] = (), value

    def begin(self) -> None:
        """In a process that has just been made, which tells what it works out alone."""
        self.told.clear()

    def keep(self, others: Iterable[Mapping[str, Row]] = ()) -> None:
        """What has been asked for, here and in other processes, for the next build."""
        if self.pages:
            told = {**self.known} if self.name == PAGES else {}
            for each in (*others, self.told):
                told |= {name: (tuple(read), value) for name, (read, value) in each.items()}
            self.pages.remember(self.name, marshal.dumps(told))


def _recalled(kept: bytes) -> dict[str, Row]:
    try:
        found: dict[str, Row] = {**marshal.loads(kept)}  # noqa: S302 - sealed by the user's own
    except (ValueError, EOFError, TypeError):
        return {}
    return found
