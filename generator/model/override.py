"""Where the editors have decided that a rule weighs more or less than it says itself."""

import re
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator

from generator.model.entry import Entry
from generator.model.scalars import ID_PATTERN, Date, EmptyIfNothing, Id, Text, expected
from generator.model.written import written

_PLACE: Final = re.compile(rf"guide|[a-z]+/{ID_PATTERN}")
_A_PLACE: Final = "en post: `avsnitt/id`, till exempel `forms/kiv-uppgifter`"


class Weight(StrEnum):
    OFF = "off"
    """Counted, but not shown."""
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def _place(value: str) -> str:
    if not _PLACE.fullmatch(value):
        raise expected(_A_PLACE)
    return value


Place = Annotated[str, AfterValidator(_place), written(_PLACE.pattern, _A_PLACE)]
Places = Annotated[tuple[Place, ...], EmptyIfNothing]


class Override(Entry):
    """A decision with its reason and its last day; after that the rule weighs what it did."""

    rule: Id
    """Regelns namn, som `startklar rules` räknar upp."""
    places: Places = ()
    """Poster som avsteget gäller, skrivna `avsnitt/id`: `forms/kiv-uppgifter`. Utelämnat: alla."""
    severity: Weight
    """`error` (fel), `warning` (varning), `info` (råd) eller `off` (räknas men visas inte)."""
    because: Text
    """Varför regeln ska väga annorlunda här."""
    until: Date
    """Sista dagen som avsteget gäller."""
