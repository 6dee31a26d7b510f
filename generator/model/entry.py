from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from generator.model.scalars import (
    AN_ID,
    ID_PATTERN,
    Basis,
    Date,
    Id,
    Ids,
    Lines,
    Text,
    expected,
)
from generator.model.written import AlsoWritten

ID_KEY = "(id)"
"""The loader hands an entry its own id under this name, which no author can write as an id."""


class Part(BaseModel):
    """Anything an author writes: frozen, and a stranger's key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Part):
    """A part that stands under its id in a section."""

    id: SkipJsonSchema[Id] = Field(alias=ID_KEY)
    former_ids: Ids = ()
    """Tidigare id. Gamla adresser och länkar leder hit. `startklar rename` skriver dem."""


def _bare_source(value: object) -> object:
    return {"ref": value} if isinstance(value, str) else value


class Citation(Part):
    ref: Id
    """Källans id i avsnittet `sources`."""
    lines: Lines | None = None
    """Rader i källan, till exempel `16-51`."""


SourceRef = Annotated[Citation, BeforeValidator(_bare_source), AlsoWritten(ID_PATTERN, AN_ID)]


def hold_external_to_its_source(basis: Basis | None, source: Citation | None) -> None:
    """Raises the author's fault if the reader is referred to another source, and to none."""
    if basis is Basis.EXTERNAL and source is None:
        raise expected("`source` tillsammans med `basis: external`")


class Verified(Part):
    """Evidence that somebody checked a fact; a date alone is none."""

    date: Date
    """Dagen då uppgiften kontrollerades."""
    by: Text
    """Vem som kontrollerade: en roll eller funktion."""
    how: Text
    """Hur det kontrollerades, till exempel «ringde supporten»."""
    source: Text
    """Var svaret finns, till exempel en adress eller ett ärendenummer."""


class Dated(Part):
    """When a part exists: without days it always has and always will."""

    begins: Date | None = Field(default=None, alias="from")
    """Första dagen som detta gäller. Utelämnat: det gäller redan."""
    until: Date | None = None
    """Sista dagen som detta gäller. Utelämnat: tills vidare."""

    def is_in_force(self, day: date) -> bool:
        """Whether it exists on the day; days written backwards are left for a rule to tell."""
        if self.begins and self.until and self.until < self.begins:
            return True
        has_begun = self.begins is None or self.begins <= day
        return has_begun and (self.until is None or day <= self.until)


class Applies(Dated):
    """Where a part exists: no model or operator named means in all of them."""

    models: Ids = ()
    """Vårdvalsmodeller som detta gäller. Utelämnat: alla."""
    operators: Ids = ()
    """Driftsformer som detta gäller. Utelämnat: alla."""


class Grounded(Applies):
    """A claim with its reason."""

    because: Text | None = None
    """Varför, i en mening till läsaren."""
    basis: Basis | None = None
    """Vad påståendet vilar på: `seed`, `implied`, `external` eller `assumption`."""
    source: SourceRef | None = None
    """Var det står. Krävs när `basis` är `external`."""

    @model_validator(mode="after")
    def _external_with_its_source(self) -> Self:
        hold_external_to_its_source(self.basis, self.source)
        return self
