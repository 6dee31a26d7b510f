"""`/<model>/`: which services a unit of the model has, and the way from decision to start."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from generator.model.guide import CareModel
from generator.model.record import record
from generator.model.service import Kind, Level, Service
from generator.pages.compare import has_comparison
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.ahead import ahead, rules_of_stops
from generator.views.endings import endings
from generator.views.month import has_routine
from generator.views.obligations import ObligationView, obligation
from generator.views.site import Site
from generator.views.stages import Stage, whole_way
from generator.views.steps import StopView, every

WAYS: Final = "ways"
"""What the models' pages are made of, and the start page: the whole way of each."""


@record(frozen=True, kw_only=True, slots=True)
class ServiceRow:
    name: str
    address: str
    summary: str
    obligation: ObligationView
    no_action: str | None
    replaced_by: str | None


@record(frozen=True, kw_only=True, slots=True)
class LevelGroup:
    heading: str
    anchor: str
    kind: str
    rows: tuple[ServiceRow, ...]


@record(frozen=True, kw_only=True, slots=True)
class Condition:
    """What is no service but has to be there first."""

    name: str
    address: str
    summary: str
    text: str | None


@record(frozen=True, kw_only=True, slots=True)
class Bite:
    """A stop, and the steps that it holds up."""

    stop: StopView
    steps: tuple[str, ...]


def model_pages(site: Site) -> Iterator[Page]:
    for model in site.catalogue.models.values():
        yield Page(
            address=addresses.model(model.id),
            title=model.name,
            description=f"Från beslut till start för en enhet i {model.name}, steg för steg.",
            template="model",
            later=partial(_facts, site, model),
            sections={
                "model_stops": partial(_stops, site, model),
                "model_way": partial(_way, site, model),
            },
            together=WAYS,
            source=site.place(("models", model.id)),
        )


def _facts(site: Site, model: CareModel) -> Mapping[str, Any]:
    return {
        "model": model,
        "groups": level_groups(site, model),
        "conditions": tuple(_conditions(site, model)),
        "checklist": addresses.model_checklist(model.id),
        "compare": addresses.COMPARE if has_comparison(site) else None,
        "routine": addresses.month(model.id) if has_routine(site.catalogue, model.id) else None,
    }


def _stops(site: Site, model: CareModel) -> Mapping[str, Any]:
    return {
        "stops": bites(whole_way(site, model.id)),
        "stop_rules": rules_of_stops(site, model.id),
    }


def _way(site: Site, model: CareModel) -> Mapping[str, Any]:
    way = whole_way(site, model.id)
    return {
        "stages": way,
        "unknown": unknown(way),
        "endings": endings(site, model.id, way),
        "ahead": ahead(site, model.id),
        "gather": addresses.gather_of(model.id),
        "planner": addresses.planner([model.id]),
    }


def level_groups(site: Site, model: CareModel) -> tuple[LevelGroup, ...]:
    """The model's services under their levels, in the order in which a reader asks for them."""
    found: dict[Level, list[ServiceRow]] = {level: [] for level in words.OBLIGATIONS}
    for service in _offered(site, model, Kind.SERVICE):
        found[service.obligation[model.id].level].append(_row(service, model))
    return tuple(
        LevelGroup(
            heading=words.OBLIGATIONS[level],
            anchor=f"niva-{level.value}",
            kind=level.value,
            rows=tuple(rows),
        )
        for level, rows in found.items()
        if rows
    )


def bites(way: tuple[Stage, ...]) -> tuple[Bite, ...]:
    """The stops on the way, each with what cannot be done during it."""
    found: dict[StopView, list[str]] = {}
    for stage in way:
        for group in stage.groups:
            for item in every(group.items):
                for stop in item.work.stops if item.work else ():
                    found.setdefault(stop, []).append(f"{group.name}: {item.title}")
    return tuple(Bite(stop=stop, steps=tuple(steps)) for stop, steps in found.items())


def unknown(way: tuple[Stage, ...]) -> tuple[int, int]:
    """How many waits on the way have no time that anybody knows, and how many there are."""
    items = [item for stage in way for group in stage.groups for item in every(group.items)]
    waits = [item.work for item in items if item.work and item.work.time]
    return sum(not work.time_known for work in waits), len(waits)


def _offered(site: Site, model: CareModel, kind: Kind) -> Iterator[Service]:
    for service in site.catalogue.services.values():
        if model.id in service.obligation and service.kind is kind:
            yield service


def _row(service: Service, model: CareModel) -> ServiceRow:
    return ServiceRow(
        name=service.name,
        address=addresses.service(service.id),
        summary=service.summary,
        obligation=obligation(service, model),
        no_action=service.no_action,
        replaced_by=service.replaced_by.name if service.replaced_by else None,
    )


def _conditions(site: Site, model: CareModel) -> Iterator[Condition]:
    for service in _offered(site, model, Kind.CONDITION):
        yield Condition(
            name=service.name,
            address=addresses.service(service.id),
            summary=service.summary,
            text=service.text,
        )
