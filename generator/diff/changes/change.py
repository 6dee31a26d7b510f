"""One change of the catalogue, in a reader's words. How it is shown is the renderers' matter."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    """The id is another; most of the content is the same."""
    MOVED = "moved"
    """It stands elsewhere among the steps."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Thing:
    """An entry, or a step, choice or option of a service, as it is called now or was last."""

    section: str
    """The entry's section in the data; `guide` for the guide itself."""
    id: str
    """For a step `service/option/step`."""
    noun: str
    """«tjänsten», «steget»."""
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What happened to a thing.

    For ADDED `after` says what it is, of a step where it stands. For RENAMED `before` and `after`
    are ids, for MOVED what it stood after. For CHANGED they are the values in words; a value that
    is only in one of them was added or taken away.
    """

    kind: Kind
    entry: Thing
    part: Thing | None = None
    """The step, choice or option of the service that it concerns; None for the entry itself."""
    field: str = ""
    """The path of the field as it is written in the data: `lead_time`, `cost.payer`."""
    label: str = ""
    """What a reader calls the field."""
    before: str | None = None
    after: str | None = None
