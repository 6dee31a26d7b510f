from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.record import record
from generator.model.service import Kind, Level, Service
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.alphabet import by_letter
from generator.views.obligations import ObligationView, obligations
from generator.views.site import Site


@record(frozen=True, kw_only=True, slots=True)
class ServiceEntry:
    name: str
    counts: bool
    """Whether it is an IT service, and not a condition that services rest on."""
    page: str
    summary: str
    obligations: tuple[ObligationView, ...]
    marks: str
    """What the filter looks at: `model:level` for each care model that is offered the service."""
    successor: str | None


@record(frozen=True, kw_only=True, slots=True)
class OtherName:
    """A name that leads to the service that a reader means by it."""

    name: str
    service: str
    page: str
    marks: str
    replaces: bool
    """Whether the name is that of something newer, which has taken over."""


@record(frozen=True, kw_only=True, slots=True)
class LevelList:
    heading: str
    services: tuple[ServiceEntry, ...]


@record(frozen=True, kw_only=True, slots=True)
class ModelList:
    id: str
    name: str
    page: str
    levels: tuple[LevelList, ...]


def services_list_pages(site: Site) -> Iterator[Page]:
    """`/tjanster/`: every service from A to Ö, findable by its other names too."""
    yield Page(
        address="tjanster",
        title="Tjänster A–Ö",
        description="Alla IT-tjänster i guiden, med andra och äldre namn.",
        template="services_list",
        later=partial(_facts, site),
        source=site.place(("services",)),
    )


def _facts(site: Site) -> Mapping[str, Any]:
    catalogue = site.catalogue
    services = {id_: _entry(site, s) for id_, s in catalogue.services.items()}
    names = [name for s in catalogue.services.values() for name in _other_names(s)]
    return {
        "letters": by_letter([*services.values(), *names], lambda entry: entry.name),
        "total": sum(entry.counts for entry in services.values()),
        "conditions": [entry.name for entry in services.values() if not entry.counts],
        "models": catalogue.models,
        "levels": {level.value: words.OBLIGATIONS[level] for level in _levels(catalogue)},
        "lists": tuple(_model_list(catalogue, services, model) for model in catalogue.models),
        "is_brief": site.is_large,
    }


def _entry(site: Site, service: Service) -> ServiceEntry:
    """A large guide's list has names alone, and stays when a summary changes."""
    brief = site.is_large
    return ServiceEntry(
        name=service.name,
        counts=service.kind is Kind.SERVICE,
        page=addresses.service(service.id),
        summary="" if brief else service.summary,
        obligations=() if brief else obligations(site.catalogue, service),
        marks=_marks(service),
        successor=service.replaced_by.name if service.replaced_by else None,
    )


def _marks(service: Service) -> str:
    return " ".join(f"{model}:{duty.level.value}" for model, duty in service.obligation.items())


def _other_names(service: Service) -> Iterator[OtherName]:
    own, marks = words.collated(service.name), _marks(service)
    newer = (service.replaced_by.name,) if service.replaced_by else ()
    for name in dict.fromkeys((*service.formerly, *service.also_called, *newer)):
        if not own.startswith(words.collated(name)):
            yield OtherName(
                name=name,
                service=service.name,
                page=addresses.service(service.id),
                marks=marks,
                replaces=name in newer,
            )


def _levels(catalogue: Catalogue) -> list[Level]:
    """The levels in use, in the order in which words has them."""
    services = catalogue.services.values()
    used = {duty.level for service in services for duty in service.obligation.values()}
    return [level for level in words.OBLIGATIONS if level in used]


def _model_list(catalogue: Catalogue, entries: Mapping[str, ServiceEntry], model: str) -> ModelList:
    found: dict[Level, list[ServiceEntry]] = {}
    for id_, service in catalogue.services.items():
        if model in service.obligation:
            found.setdefault(service.obligation[model].level, []).append(entries[id_])
    return ModelList(
        id=model,
        name=catalogue.models[model].name,
        page=addresses.model(model),
        levels=tuple(
            LevelList(heading=words.OBLIGATIONS[level], services=tuple(found[level]))
            for level in _levels(catalogue)
            if level in found
        ),
    )
