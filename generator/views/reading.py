"""The steps of services as somebody reads them, told once for all to whom they are the same.

Few services say anything to one care model or operator alone, and at 2,500 services each one on
the way is read for every model, every operator, its own page and its card: sharing takes a third
off the reading (0.90 → 0.62 s), and keeps one where there were several.
"""

from functools import cache

from generator.model import prose
from generator.model.entry import Applies
from generator.model.outline import outline
from generator.model.record import record
from generator.model.step import Step
from generator.model.walk import inside
from generator.views.chain import Before, Chain
from generator.views.obligations import ObligationView, obligations
from generator.views.site import Site, once
from generator.views.steps import ItemView, Steps

Reader = tuple[str | None, str | None]
"""The care model and the operator that something is read for; None for all of them."""

Read = tuple[tuple[ItemView, ...], prose.Reading]
"""The steps, and what was read for them."""


@record(frozen=True, kw_only=True, slots=True)
class Told:
    """A service as everybody reads it, whatever the care model and the operator."""

    items: tuple[ItemView, ...]
    before: tuple[Before, ...]
    obligations: tuple[ObligationView, ...]


class Readings:
    """Of the services that are on some way; the others are read when asked for, and forgotten."""

    def __init__(self, site: Site) -> None:
        self.catalogue, self.titles = site.catalogue, site.titles
        self._kept: dict[tuple[str, Reader], Read] = {}
        self._apart = cache(self._told_apart)
        self._last: tuple[str, Told, prose.Reading] | None = None

    def on_the_way(self, id_: str, model: str, operator: str | None) -> tuple[ItemView, ...]:
        by_model, by_operator = self._apart(id_)
        reader = (model if by_model else None, operator if by_operator else None)
        if (id_, reader) not in self._kept:
            self._kept[id_, reader] = self._read(id_, reader)
        return self._told(self._kept[id_, reader])

    def of(self, id_: str) -> tuple[ItemView, ...]:
        """For every care model and operator."""
        everybody = (None, None)
        return self._told(self._kept.get((id_, everybody)) or self._read(id_, everybody))

    def told(self, id_: str) -> Told:
        """The last is remembered: a service's own page is made right before its card."""
        if self._last is None or self._last[0] != id_:
            service = self.catalogue.services[id_]
            with prose.reading() as read:
                told = Told(
                    items=self.of(id_),
                    before=Chain(self.catalogue, service, self.titles).before(),
                    obligations=obligations(self.catalogue, service),
                )
            self._last = id_, told, read
        prose.note(self._last[2])
        return self._last[1]

    def _read(self, id_: str, reader: Reader) -> Read:
        service = self.catalogue.services[id_]
        with prose.reading() as read:
            items = Steps(Chain(self.catalogue, service, self.titles, *reader)).items()
        return items, read

    def _told(self, read: Read) -> tuple[ItemView, ...]:
        prose.note(read[1])
        return read[0]

    def _told_apart(self, id_: str) -> tuple[bool, bool]:
        """Whether anything is for some care models alone, and whether for some operators."""
        service = self.catalogue.services[id_]
        linked = [spot.item.links for spot in outline(service) if isinstance(spot.item, Step)]
        links = [self.catalogue.links[id_] for ids in linked for id_ in ids]
        told = [*inside(service, Applies), *links]
        return any(part.models for part in told), any(part.operators for part in told)


@once
def readings(site: Site) -> Readings:
    return Readings(site)
