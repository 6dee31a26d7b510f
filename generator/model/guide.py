"""The guide itself, and who it speaks to."""

from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema

from generator.model.entry import Entry, Part
from generator.model.scalars import Address, Text, TimeZone, expected
from generator.model.written import AlsoWritten

FORMAT: Final = 1
"""The version of the catalogue's format that is read; CONTRIBUTING.md says when there is another.
A number of another version never comes here: `generator.load` refuses the whole catalogue."""
_A_FORMAT: Final = f"ett formats nummer: `{FORMAT}`"


def _format(value: Any) -> int:
    if value != str(FORMAT):
        raise expected(_A_FORMAT)
    return FORMAT


Format = Annotated[
    int,
    BeforeValidator(_format),
    WithJsonSchema(
        {"type": "integer", "enum": [FORMAT], "enumDescriptions": ["Den enda version som finns."]}
    ),
    AlsoWritten(str(FORMAT), _A_FORMAT),
]


class Guide(Part):
    title: Text
    """Guidens namn."""
    publisher: Text
    """Vem som ger ut den."""
    format: Format = FORMAT
    """Vilken version av formatet som katalogen är skriven i. Utelämnat: 1, den enda som finns."""
    timezone: TimeZone = "Europe/Stockholm"
    """Tidszon för alla datum och klockslag."""
    repository: Address | None = None
    """Var katalogen ligger, dit förslag på ändringar skickas. Utelämnat: ingenstans."""
    branch: Text = "main"
    """Grenen som förslag utgår från."""
    feedback: Address | None = None
    """Vart läsare vänder sig när något är fel, till exempel `mailto:…`. Utelämnat: ingenstans."""
    site: Address | None = None
    """Adressen där guiden är publicerad."""


class CareModel(Entry):
    name: Text
    """Namn, som i avtalet."""
    short_name: Text
    """Kort namn för trånga platser."""
    now_called: Text | None = None
    """Vad modellen heter i dag, om den har bytt namn."""
    note: Text | None = None
    """Vad läsaren bör veta."""


class Operator(Entry):
    name: Text
    """Driftsform, till exempel «Privat vårdgivare»."""
    short_name: Text
    """Kort namn för trånga platser."""
