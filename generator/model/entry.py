from collections.abc import Callable
from datetime import date
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, WrapValidator, model_validator
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

_keep: Final = object.__setattr__
_UNTOLD: Final[set[str]] = set()


class Part(BaseModel):
    """Anything an author writes: frozen, and a stranger's key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _: object) -> None:
        """Nobody asks which fields were written; at 2,500 services the sets took 12 MB."""
        _keep(self, "__pydantic_fields_set__", _UNTOLD)


class Entry(Part):
    """A part that stands under its id in a section."""

    id: SkipJsonSchema[Id] = Field(alias=ID_KEY)
    former_ids: Ids = ()
    """Tidigare id. Gamla adresser och länkar leder hit. `startklar rename` skriver dem."""


class Citation(Part):
    ref: Id
    """Källans id i avsnittet `sources`."""
    lines: Lines | None = None
    """Rader i källan, till exempel `16-51`."""


_MOST: Final = 10_000
"""Citations that are known; of so many others the memory is not worth the sharing."""
_known: dict[tuple[str, str], Citation] = {}


def _shared(value: object, read: Callable[[object], Citation]) -> Citation:
    """One for all places that cite the same lines: at 2,500 services 228 instead of 17,000."""
    if isinstance(value, str):
        value = {"ref": value}
    if not isinstance(value, dict):
        return read(value)
    ref, lines = value.get("ref"), value.get("lines", "")
    if not isinstance(ref, str) or not isinstance(lines, str) or len(value) > 1 + bool(lines):
        return read(value)
    if (ref, lines) not in _known:
        if len(_known) >= _MOST:
            _known.clear()
        _known[ref, lines] = read(value)
    return _known[ref, lines]


SourceRef = Annotated[Citation, WrapValidator(_shared), AlsoWritten(ID_PATTERN, AN_ID)]


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
