"""Whether a unit must have a service, as a label in words."""

from functools import lru_cache
from typing import Final

from generator.model.catalogue import Catalogue
from generator.model.guide import CareModel
from generator.model.record import record
from generator.model.service import Level, Service
from generator.views import addresses, words

NOT_OFFERED = "Nämns inte"
STRICTER: Final = (
    Level.MANDATORY,
    Level.NEEDED,
    Level.CONDITIONAL,
    Level.UNSPECIFIED,
    Level.OPTIONAL,
)
"""The stricter first; what nobody has said may turn out stricter than what is optional."""


@record(frozen=True, kw_only=True, slots=True)
class ObligationView:
    model: str
    page: str
    """The care model's page."""
    label: str
    kind: str
    """The level's own name: what the label's shape follows."""
    condition: str | None = None
    because: str | None = None


def obligations(catalogue: Catalogue, service: Service) -> tuple[ObligationView, ...]:
    """One for each care model, also where the service is not offered."""
    return tuple(obligation(service, model) for model in catalogue.models.values())


def obligation(service: Service, model: CareModel) -> ObligationView:
    found = service.obligation.get(model.id)
    if found is None:
        return _plain(model.name, model.id, None)
    if found.condition is None and found.because is None:
        return _plain(model.name, model.id, found.level)
    page = addresses.model(model.id)
    return ObligationView(
        model=model.name,
        page=page,
        label=words.OBLIGATION[found.level],
        kind=found.level.value,
        condition=words.condition(found),
        because=found.because,
    )


@lru_cache(maxsize=256)
def _plain(model: str, id_: str, level: Level | None) -> ObligationView:
    """Of most services there is no more to say, so they share a few."""
    label, kind = (words.OBLIGATION[level], level.value) if level else (NOT_OFFERED, "none")
    return ObligationView(model=model, page=addresses.model(id_), label=label, kind=kind)


def strictest(catalogue: Catalogue, service: Service) -> ObligationView:
    """What a unit with agreements in all the models follows, with every condition of that level."""
    offered = {
        model: service.obligation[id_]
        for id_, model in catalogue.models.items()
        if id_ in service.obligation
    }
    if not offered:
        return ObligationView(model="", page="", label=NOT_OFFERED, kind="none")
    level = min((each.level for each in offered.values()), key=STRICTER.index)
    same = {model.name: each for model, each in offered.items() if each.level is level}
    return ObligationView(
        model=words.listed(same),
        page=addresses.COMPARE,
        label=words.OBLIGATION[level],
        kind=level.value,
        condition=_conditions({name: words.condition(each) for name, each in same.items()}),
    )


def _conditions(told: dict[str, str | None]) -> str | None:
    """The condition, if it is one and the same, else each with the model that sets it."""
    if len(set(told.values())) == 1:
        return next(iter(told.values()))
    return " ".join(f"{name}: {condition}" for name, condition in told.items() if condition)
