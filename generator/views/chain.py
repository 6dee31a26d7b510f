"""The chain in words, a link at a time: what a service requires, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import field

from generator.model.catalogue import Catalogue
from generator.model.entry import Applies
from generator.model.need import AllOf, AnyOf, Need, Reference, references
from generator.model.outline import Spot, outline
from generator.model.record import record
from generator.model.service import Service
from generator.views import addresses, words
from generator.views.grounds import Ground, Grounds


@record(frozen=True, kw_only=True, slots=True)
class Requirement:
    """One thing to be done first, or a group of which one or all are."""

    service: str | None = None
    step: str | None = None
    """The part of the service that is enough; None for all of it."""
    address: str | None = None
    title: str | None = None
    ground: Ground = field(default_factory=Ground)
    applies: str | None = None
    one_of: tuple["Requirement", ...] = ()
    all_of: tuple["Requirement", ...] = ()


@record(frozen=True, kw_only=True, slots=True)
class Before:
    """What a service requires, and by when."""

    requirement: Requirement
    step: str | None
    """What cannot begin without it; None for the service as a whole."""
    applies: str | None
    """Whom that is for, if not for everybody."""
    noun: str | None
    """«steget», «valet» or «alternativet»."""
    anchor: str | None


def titles(catalogue: Catalogue) -> dict[str, str]:
    """The heading of each step, choice and option of the catalogue, by its id."""
    services = catalogue.services.values()
    return {spot.id: spot.item.title for service in services for spot in outline(service)}


@record(frozen=True, slots=True)
class Chain:
    """Reads the prerequisites of one service, for one care model and operator or for all."""

    catalogue: Catalogue
    service: Service
    titles: dict[str, str]
    model: str | None = None
    operator: str | None = None

    @property
    def grounds(self) -> Grounds:
        return Grounds(self.catalogue, self.service.source.ref)

    def requirements(self, needs: Iterable[Need]) -> tuple[Requirement, ...]:
        return tuple(self.requirement(need) for need in needs if self.has(need))

    def has(self, part: Applies) -> bool:
        """Whether a part is for this page's readers."""
        return (self.model is None or not part.models or self.model in part.models) and (
            self.operator is None or not part.operators or self.operator in part.operators
        )

    def applies(self, part: Applies) -> str | None:
        """Whom a part is for, if not for all of this page's readers."""
        return words.applies(self.catalogue, part, self.model, self.operator)

    def requirement(self, need: Need) -> Requirement:
        ground = self.grounds.of(need.because, need.basis, need.source)
        applies = self.applies(need)
        if isinstance(need, AnyOf):
            parts = self.requirements(need.any)
            return Requirement(title=need.title, one_of=parts, ground=ground, applies=applies)
        if isinstance(need, AllOf):
            return Requirement(all_of=self.requirements(need.all), ground=ground, applies=applies)
        return Requirement(
            service=self.catalogue.services[need.service].name,
            step=self._part(need),
            address=addresses.target(need.need),
            ground=ground,
            applies=applies,
        )

    def _part(self, need: Reference) -> str | None:
        """The step that is enough; the only step of a service is all of it."""
        only = len(self.catalogue.services[need.service].steps) == 1
        return None if only else self.titles.get(need.need)

    def _applies(self, spot: Spot | None) -> str | None:
        return self.applies(spot.item) if spot else None

    def before(self) -> tuple[Before, ...]:
        """What other services must have done, in the order in which it is asked for."""
        return tuple(
            Before(
                requirement=self.requirement(need),
                step=spot.item.title if spot else None,
                applies=self._applies(spot),
                noun=words.item(spot.item) if spot else None,
                anchor=addresses.anchor(spot.id) if spot else None,
            )
            for spot, need in wanted(self.service)
            if self.has(need) and any(ref.service != self.service.id for ref in references(need))
        )


def wanted(service: Service) -> Iterator[tuple[Spot | None, Need]]:
    """Every prerequisite of the service and of what is in it, with where it stands."""
    for need in service.prerequisites:
        yield None, need
    for spot in outline(service):
        for need in spot.item.prerequisites:
            yield spot, need
