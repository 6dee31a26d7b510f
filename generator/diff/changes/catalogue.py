"""Every change from one catalogue to another."""

from collections.abc import Iterator
from typing import Final

from generator.diff.changes import things
from generator.diff.changes.change import Change, Kind
from generator.diff.changes.described import described
from generator.diff.changes.fields import Pair, fields
from generator.diff.changes.obligations import obligations
from generator.diff.changes.prerequisites import prerequisites
from generator.diff.changes.renames import Renames, follow
from generator.diff.changes.shown import Shown
from generator.diff.changes.steps import steps
from generator.load.loaded import Loaded
from generator.model.catalogue import SECTIONS
from generator.model.entry import Entry
from generator.model.service import Service
from generator.views.chain import titles

_FIRST: Final = ("services", "forms", "contacts", "stops", "recurring", "links", "terms", "facts")
_ORDER: Final = (*_FIRST, *(section for section in SECTIONS if section not in _FIRST))
"""What readers ask for first."""


def changes(old: Loaded, new: Loaded, renamed: Renames) -> Iterator[Change]:
    """Section by section; an entry that could not be read on either side is passed over."""
    before, after = follow(old.catalogue, renamed), new.catalogue
    headings = {renamed.target(id_): title for id_, title in titles(before).items()}
    was, now = Shown(before, headings), Shown(after, titles(after))
    unread = old.broken | new.broken
    if ("guide", "guide") not in unread:
        pair = Pair(things.guide(after), was, now)
        yield from fields(pair, before.guide, after.guide)
    for section in _ORDER:
        for id_, part in getattr(before, section).items():
            gone = id_ not in getattr(after, section)
            if gone and (section, id_) not in unread:
                yield Change(kind=Kind.REMOVED, entry=things.entry(before, section, part))
        for id_, part in getattr(after, section).items():
            if (section, renamed.old(section, id_)) not in unread:
                pair = Pair(things.entry(after, section, part), was, now)
                yield from _entry(pair, renamed, getattr(before, section).get(id_), part)


def _entry(pair: Pair, renamed: Renames, before: Entry | None, after: Entry) -> Iterator[Change]:
    if before is None:
        said = described(pair.now, after)
        yield Change(kind=Kind.ADDED, entry=pair.entry, after=said)
        return
    old = renamed.old(pair.entry.section, after.id)
    if old != after.id:
        yield Change(kind=Kind.RENAMED, entry=pair.entry, before=old, after=after.id)
    yield from fields(pair, before, after)
    if isinstance(before, Service) and isinstance(after, Service):
        yield from obligations(pair, before, after)
        yield from prerequisites(pair, before.prerequisites, after.prerequisites)
        yield from steps(pair, renamed, before, after)
