from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from generator.model.scalars import Basis, Date, Id, Ids, Lines, Text, expected

ID_KEY = "(id)"
"""The loader hands an entry its own id under this name, which no author can write as an id."""


class Part(BaseModel):
    """Anything an author writes: frozen, and a stranger's key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Entry(Part):
    """A part that stands under its id in a section."""

    id: SkipJsonSchema[Id] = Field(alias=ID_KEY)


def _bare_source(value: object) -> object:
    return {"ref": value} if isinstance(value, str) else value


class Citation(Part):
    ref: Id
    """Källans id i avsnittet `sources`."""
    lines: Lines | None = None
    """Rader i källan, till exempel `16-51`."""


SourceRef = Annotated[Citation, BeforeValidator(_bare_source)]


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


class Applies(Part):
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
        if self.basis is Basis.EXTERNAL and self.source is None:
            raise expected("`source` tillsammans med `basis: external`")
        return self
