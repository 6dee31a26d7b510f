"""What has been changed in the guide over time, in readers' words: values that can be kept."""

from datetime import datetime

from generator.model.record import record


@record(frozen=True, kw_only=True, slots=True)
class Line:
    """A sentence, and what belongs under it."""

    text: str
    details: tuple[str, ...] = ()
    models: tuple[str, ...]
    """Ids of the care models whose readers it concerns, in written order."""


@record(frozen=True, kw_only=True, slots=True)
class Item:
    """What was changed in one entry of the catalogue."""

    heading: str
    section: str
    id: str
    """The entry's id at the time."""
    lines: tuple[Line, ...] = ()
    models: tuple[str, ...]
    """As those of all the lines."""


@record(frozen=True, kw_only=True, slots=True)
class Edition:
    """What was changed at one time."""

    commit: str
    made: datetime
    """In UTC."""
    items: tuple[Item, ...]
    effects: tuple[Line, ...] | None
    """What it does to whoever starts; None when that cannot be told."""
    unread: int = 0
    """Entries that were written in a way that is no longer read, and were not compared."""


@record(frozen=True, kw_only=True, slots=True)
class Changelog:
    editions: tuple[Edition, ...]
    """The latest first."""
    since: datetime
    """From when changes are told, in UTC."""
    whole: bool
    """Whether that is the guide's beginning."""
