"""`/checklistor/…`: the sheets that are ticked off, on screen; and which there are."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from generator.model.guide import CareModel, Operator
from generator.model.record import record
from generator.model.service import Service
from generator.pages.page import Page
from generator.sheets import service as service_card
from generator.sheets import start as start_list
from generator.sheets.dated import guide_dated
from generator.sheets.edition import edition
from generator.sheets.sheet import Sheet
from generator.views import addresses
from generator.views.ahead import rules_of_stops
from generator.views.month import routines
from generator.views.named import Named
from generator.views.site import Site
from generator.views.stages import on_the_way
from generator.views.words import collated

START_LISTS: Final = "start lists"
"""Pages that are made of what a unit of a model, run by an operator, does before it starts."""


@record(frozen=True, kw_only=True, slots=True)
class ModelLists:
    """The start checklists of a model, one for each operator."""

    name: str
    page: str
    lists: tuple[Named, ...]


def checklist_pages(site: Site) -> Iterator[Page]:
    yield Page(
        address="checklistor",
        title="Checklistor",
        description="Listor att skriva ut och bocka av: inför start, och för varje tjänst.",
        search_words=("checklista", "skriv ut", "att göra"),
        template="checklists",
        later=partial(_index, site),
    )
    for model in site.catalogue.models.values():
        yield _chooser(model, _lists(site, model))
        for operator in site.catalogue.operators.values():
            yield Page(
                address=addresses.start_checklist(model.id, operator.id),
                title=start_list.title(model, operator),
                description=start_list.description(model, operator),
                template="checklist_start",
                later=partial(_start, site, model, operator),
                together=START_LISTS,
            )
    for service in site.catalogue.services.values():
        if service.steps:
            yield Page(
                address=addresses.service_checklist(service.id),
                title=service_card.title(service),
                description=service_card.description(service),
                template="checklist_service",
                later=partial(_card, site, service),
                about=service.id,
                source=site.place(("services", service.id)),
            )


def _index(site: Site) -> Mapping[str, Any]:
    services = [
        Named(name=service.name, page=addresses.service_checklist(service.id))
        for service in site.catalogue.services.values()
        if service.steps
    ]
    return {
        "models": tuple(_lists(site, model) for model in site.catalogue.models.values()),
        "routines": routines(site.catalogue),
        "services": sorted(services, key=lambda named: collated(named.name)),
    }


def _lists(site: Site, model: CareModel) -> ModelLists:
    return ModelLists(
        name=model.name,
        page=addresses.model_checklist(model.id),
        lists=tuple(
            Named(name=operator.name, page=addresses.start_checklist(model.id, operator.id))
            for operator in site.catalogue.operators.values()
        ),
    )


def _chooser(model: CareModel, lists: ModelLists) -> Page:
    return Page(
        address=lists.page,
        title=f"Checklista inför start: {model.name}",
        description=f"Välj vem som driver enheten i {model.name}, så får ni rätt lista.",
        template="checklist_model",
        data={"lists": lists},
    )


def _start(site: Site, model: CareModel, operator: Operator) -> Mapping[str, Any]:
    sheet = start_list.start_sheet(site, model, operator)
    about = Named(name=model.name, page=addresses.model(model.id))
    included = frozenset(on_the_way(site, model.id, None))
    more = tuple(
        Named(name=service.name, page=addresses.service_checklist(service.id))
        for service in site.catalogue.services.values()
        if model.id in service.obligation and service.id not in included and service.steps
    )
    rules = rules_of_stops(site, model.id)
    return {**_list(site, sheet), "about": about, "more": more, "stop_rules": rules}


def _card(site: Site, service: Service) -> Mapping[str, Any]:
    return {
        **_list(site, service_card.service_sheet(site, service)),
        "about": Named(name=service.name, page=addresses.service(service.id)),
        "more": (),
        "stop_rules": rules_of_stops(site, *service.obligation),
    }


def _list(site: Site, sheet: Sheet) -> Mapping[str, Any]:
    return {"sheet": sheet, "edition": edition(sheet), "dated": guide_dated(site)}
