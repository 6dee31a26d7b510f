"""`/checklistor/…`: the steps to tick off, on screen and on paper, for a model or for a service."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.guide import CareModel
from generator.model.service import Service
from generator.pages.model_way import bites
from generator.pages.page import Page
from generator.views import addresses
from generator.views.ahead import rules_of_stops
from generator.views.chain import Chain, titles
from generator.views.obligations import obligations
from generator.views.site import Site
from generator.views.stages import on_the_way, stages
from generator.views.steps import Steps, every
from generator.views.words import collated


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    name: str
    address: str


def checklist_pages(site: Site) -> Iterator[Page]:
    lists = [*_model_pages(site), *_service_pages(site)]
    yield _index(site, lists)
    yield from lists


def _index(site: Site, lists: list[Page]) -> Page:
    per_model = len(site.catalogue.models)
    return Page(
        address="checklistor",
        title="Checklistor",
        description="Listor att skriva ut och bocka av: en för varje vårdvalsmodell och tjänst.",
        template="checklists",
        data={
            "models": lists[:per_model],
            "services": sorted(lists[per_model:], key=lambda page: collated(page.title)),
        },
    )


def _model_pages(site: Site) -> Iterator[Page]:
    for model in site.catalogue.models.values():
        way = stages(site, model.id)
        yield Page(
            address=addresses.model_checklist(model.id),
            title=f"Checklista inför start: {model.name}",
            description=f"Allt som en enhet i {model.name} ska göra före start, i rätt ordning.",
            template="checklist_model",
            data={
                "model": model,
                "stages": way,
                "stops": bites(way),
                "stop_rules": rules_of_stops(site, model.id),
                "more": tuple(_more(site, model)),
            },
        )


def _more(site: Site, model: CareModel) -> Iterator[Entry]:
    """The checklists of services that a unit may have besides."""
    included = on_the_way(site, model.id)
    for service in site.catalogue.services.values():
        if model.id in service.obligation and service.id not in included and service.steps:
            yield Entry(name=service.name, address=addresses.service_checklist(service.id))


def _service_pages(site: Site) -> Iterator[Page]:
    named = titles(site.catalogue)
    for service in site.catalogue.services.values():
        if service.steps:
            yield _service_page(site, service, named)


def _service_page(site: Site, service: Service, named: dict[str, str]) -> Page:
    chain = Chain(site.catalogue, service, named)
    items = Steps(chain).items()
    works = [item.work for item in every(items) if item.work is not None]
    return Page(
        address=addresses.service_checklist(service.id),
        title=f"Checklista: {service.name}",
        description=f"Stegen för {service.name}, att bocka av.",
        template="checklist_service",
        data={
            "service": service,
            "address": addresses.service(service.id),
            "obligations": obligations(site.catalogue, service),
            "before": chain.before(),
            "items": items,
            "stops": tuple(dict.fromkeys(stop for work in works for stop in work.stops)),
            "stop_rules": rules_of_stops(site, *service.obligation),
        },
        source=site.place(("services", service.id)),
    )
