"""The guide itself, and who it speaks to."""

from generator.model.entry import Entry, Part
from generator.model.scalars import Address, Text, TimeZone


class Guide(Part):
    title: Text
    """Guidens namn."""
    publisher: Text
    """Vem som ger ut den."""
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
