"""The start page's slot: choose your care model, and what cannot wait."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.guide import CareModel
from generator.model.service import Kind, Level
from generator.pages.model_way import Bite, bites, level_groups
from generator.views import addresses
from generator.views.ahead import rules_of_stops
from generator.views.site import Site
from generator.views.stages import Stage, stages


@dataclass(frozen=True, kw_only=True, slots=True)
class First:
    """A service to begin with at once, because somebody else then takes time."""

    name: str
    address: str
    successor: str | None
    """What has taken over from the service."""


@dataclass(frozen=True, kw_only=True, slots=True)
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
    ways = {model: stages(site, model) for model in site.catalogue.models}
    stops: dict[str, Bite] = {bite.stop.id: bite for way in ways.values() for bite in bites(way)}
    models = site.catalogue.models.values()
    return {
        "cards": tuple(_card(site, model, ways[model.id]) for model in models),
        "shared": _shared(site),
        "stops": tuple(bite.stop for bite in stops.values()),
        "stop_rules": rules_of_stops(site, *site.catalogue.models),
    }


def _card(site: Site, model: CareModel, way: tuple[Stage, ...]) -> ModelCard:
    counts = {group.kind: len(group.rows) for group in level_groups(site, model)}
    mandatory = counts.get(Level.MANDATORY, 0)
    return ModelCard(
        name=model.name,
        now_called=model.now_called,
        address=addresses.model(model.id),
        checklist=addresses.model_checklist(model.id),
        mandatory=mandatory,
        others=sum(counts.values()) - mandatory,
        first=tuple(_first(way)),
    )


def _first(way: tuple[Stage, ...]) -> list[First]:
    groups = way[0].groups if way else ()
    return [
        First(name=group.name, address=group.address, successor=group.successor) for group in groups
    ]


def _shared(site: Site) -> int:
    """How many IT services every model is offered."""
    models = set(site.catalogue.models)
    services = (s for s in site.catalogue.services.values() if s.kind is Kind.SERVICE)
    return sum(models <= set(service.obligation) for service in services)
