"""The start page's slot: choose your care model, what cannot wait, and what comes back soon."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from generator.model.guide import CareModel
from generator.model.record import record
from generator.model.service import Kind, Level, Service
from generator.pages.compare import has_comparison
from generator.pages.model_way import Bite, bites
from generator.plan.year import year_of
from generator.views import addresses, dates, words
from generator.views.ahead import rules_of_stops
from generator.views.month import routines
from generator.views.site import Site
from generator.views.stages import Stage, whole_way

_COMING: Final = 2


@record(frozen=True, kw_only=True, slots=True)
class Coming:
    """One month's days for something to be done in time."""

    month: str
    when: str


@record(frozen=True, kw_only=True, slots=True)
class Window:
    title: str
    applies: str | None
    coming: tuple[Coming, ...]
    """This time, if it can still be done, and the next."""


@record(frozen=True, kw_only=True, slots=True)
class First:
    """A service to begin with at once, because somebody else then takes time."""

    name: str
    address: str
    successor: str | None
    """What has taken over from the service."""


@record(frozen=True, kw_only=True, slots=True)
class ModelCard:
    name: str
    now_called: str | None
    address: str
    checklist: str
    mandatory: int
    others: int
    """Services that are needed in practice, conditional, optional or unspecified."""
    first: tuple[First, ...]


def start(site: Site) -> Mapping[str, Any]:
    ways = {model: whole_way(site, model) for model in site.catalogue.models}
    stops: dict[str, Bite] = {bite.stop.id: bite for way in ways.values() for bite in bites(way)}
    models = site.catalogue.models.values()
    return {
        "cards": tuple(_card(site, model, ways[model.id]) for model in models),
        "shared": len(_offered(site, *models)),
        "stops": tuple(bite.stop for bite in stops.values()),
        "stop_rules": rules_of_stops(site, *site.catalogue.models),
        "compare": addresses.COMPARE if has_comparison(site) else None,
        "windows": tuple(_windows(site)),
        "routines": routines(site.catalogue),
    }


def _windows(site: Site) -> Iterator[Window]:
    for recurring in site.catalogue.recurring.values():
        year = (each for month in year_of((recurring,), site.as_of) for each in month)
        ahead = (each for each in year if dates.is_window(each) and each.last >= site.as_of)
        coming = tuple(
            Coming(month=words.month(each.month).capitalize(), when=dates.when(each))
            for each in islice(ahead, _COMING)
        )
        if coming:
            applies = words.applies(site.catalogue, recurring)
            yield Window(title=recurring.title, applies=applies, coming=coming)


def _card(site: Site, model: CareModel, way: tuple[Stage, ...]) -> ModelCard:
    levels = [service.obligation[model.id].level for service in _offered(site, model)]
    mandatory = levels.count(Level.MANDATORY)
    return ModelCard(
        name=model.name,
        now_called=model.now_called,
        address=addresses.model(model.id),
        checklist=addresses.model_checklist(model.id),
        mandatory=mandatory,
        others=len(levels) - mandatory,
        first=tuple(_first(way)),
    )


def _first(way: tuple[Stage, ...]) -> list[First]:
    groups = way[0].groups if way else ()
    return [
        First(name=group.name, address=group.address, successor=group.successor) for group in groups
    ]


def _offered(site: Site, *models: CareModel) -> list[Service]:
    """The IT services that all the models are offered."""
    ids = {model.id for model in models}
    services = (s for s in site.catalogue.services.values() if s.kind is Kind.SERVICE)
    return [service for service in services if ids <= set(service.obligation)]
