"""Why something is said, and what it rests on, in a reader's words."""

from typing import Final

from generator.model.catalogue import Catalogue
from generator.model.entry import Citation, Part
from generator.model.record import record
from generator.model.scalars import Basis
from generator.model.walk import inside
from generator.views import addresses, words


@record(frozen=True, kw_only=True, slots=True)
class SourceView:
    id: str
    anchor: str
    title: str
    publisher: str
    as_of: str | None
    address: str | None
    note: str | None
    lines: str | None


@record(frozen=True, kw_only=True, slots=True)
class Ground:
    """A reason. What the page's own source states outright needs no further word."""

    because: str | None = None
    basis: str | None = None
    source: SourceView | None = None

    def __bool__(self) -> bool:
        return bool(self.because or self.basis or self.source)


_NOTHING: Final = Ground()
"""Of most steps there is no more to say, so they share it."""


@record(frozen=True, slots=True)
class Grounds:
    """Reads grounds for a page whose own source is `home`."""

    catalogue: Catalogue
    home: str

    def of(self, because: str | None, basis: Basis | None, cited: Citation | None) -> Ground:
        foreign = cited is not None and cited.ref != self.home
        if foreign and basis in (None, Basis.SEED):
            basis = Basis.EXTERNAL
        told = words.BASIS[basis] if basis not in (None, Basis.SEED) else None
        if because is None and told is None and not foreign:
            return _NOTHING
        source = self.source(cited) if cited and foreign else None
        return Ground(because=because, basis=told, source=source)

    def source(self, cited: Citation) -> SourceView:
        found = self.catalogue.sources[cited.ref]
        return SourceView(
            id=found.id,
            anchor=addresses.source(found.id),
            title=found.title,
            publisher=found.publisher,
            as_of=found.as_of,
            address=found.address,
            note=found.note,
            lines=cited.lines.replace("-", "–") if cited.lines else None,
        )


def citations(part: Part) -> list[Citation]:
    """Every citation in a part of the catalogue, in the model's order."""
    return inside(part, Citation)
