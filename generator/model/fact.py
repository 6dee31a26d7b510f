"""What a unit must have at hand when it fills in a form or places an order."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.model.entry import Entry, Grounded, SourceRef
from generator.model.scalars import AN_ID, ID_PATTERN, EmptyIfNothing, Flag, Id, Text
from generator.model.written import AlsoWritten


class Fact(Entry):
    name: Text
    """Uppgiften, så kort att den blir en rubrik: «IP-adresser»."""
    explanation: Text | None = None
    """Vad uppgiften är, i Markdown."""
    where: Text | None = None
    """Hur enheten får fram uppgiften, eller vem som bestämmer den. Utelämnat: det framgår inte."""
    personal: Flag = False
    """`true`: uppgiften gäller en person, till exempel ett namn eller ett personnummer."""
    source: SourceRef
    """Var det står att uppgiften behövs."""


class Asked(Grounded):
    """A fact that is asked for. Without a source of its own, the fact's source says that it is."""

    fact: Id
    """Uppgiftens id i avsnittet `facts`."""


def _bare_fact(value: Any) -> Any:
    return {"fact": value} if isinstance(value, str) else value


WrittenAsked = Annotated[Asked, BeforeValidator(_bare_fact), AlsoWritten(ID_PATTERN, AN_ID)]
Asks = Annotated[tuple[WrittenAsked, ...], EmptyIfNothing]
