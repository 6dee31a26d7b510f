"""`/jamfor/`: the care models beside each other, and what a unit with several of them has."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from generator.model.guide import CareModel
from generator.model.record import record
from generator.model.service import Kind, Service
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.differences import Side, differences
from generator.views.obligations import ObligationView, obligations, strictest
from generator.views.site import Site


@record(frozen=True, kw_only=True, slots=True)
class Column:
    name: str
    short_name: str
    page: str


@record(frozen=True, kw_only=True, slots=True)
class Row:
    name: str
    page: str
    replaced_by: str | None
    obligations: tuple[ObligationView, ...]
    """One for each care model, in the order of the columns."""
    union: ObligationView
    """What a unit with agreements in all the models has to follow."""


@record(frozen=True, kw_only=True, slots=True)
class Offered:
    """The services that the same care models are offered."""

    heading: str
    anchor: str
    rows: tuple[Row, ...]


@record(frozen=True, kw_only=True, slots=True)
class Tally:
    """How many services of a level a unit with all the care models has."""

    heading: str
    kind: str
    number: int


@record(frozen=True, kw_only=True, slots=True)
class Difference:
    name: str
    page: str
    sides: tuple[Side, ...]


def compare_pages(site: Site) -> Iterator[Page]:
    """None when there is nothing to compare."""
    if not has_comparison(site):
        return
    yield Page(
        address=addresses.COMPARE,
        title="Jämför vårdvalen",
        description="Vad som är lika och vad som skiljer, och vad som gäller om ni har båda.",
        template="compare",
        later=partial(_facts, site),
    )


def _facts(site: Site) -> Mapping[str, Any]:
    catalogue = site.catalogue
    services = [s for s in catalogue.services.values() if s.kind is Kind.SERVICE]
    groups = tuple(_groups(site, services))
    return {
        "models": tuple(_model(model) for model in catalogue.models.values()),
        "groups": groups,
        "differences": tuple(_differences(site, services)),
        "tally": _tally(groups),
        "planner": addresses.planner(catalogue.models),
    }


def _model(model: CareModel) -> Column:
    page = addresses.model(model.id)
    return Column(name=model.name, short_name=model.short_name, page=page)


def has_comparison(site: Site) -> bool:
    """Whether there is more than one care model."""
    return len(site.catalogue.models) > 1


def _groups(site: Site, services: list[Service]) -> Iterator[Offered]:
    models = list(site.catalogue.models)

    def rank(service: Service) -> tuple[int, list[int]]:
        places = [models.index(model) for model in models if model in service.obligation]
        return -len(places), places

    for (_, places), group in groupby(sorted(services, key=rank), key=rank):
        ids = [models[place] for place in places]
        names = words.listed(site.catalogue.models[id_].name for id_ in ids)
        shared = len(ids) == len(models)
        yield Offered(
            heading="Gemensamma tjänster" if shared else f"Bara {names}",
            anchor="gemensamma" if shared else f"bara-{'-'.join(ids)}",
            rows=tuple(_row(site, service) for service in group),
        )


def _row(site: Site, service: Service) -> Row:
    return Row(
        name=service.name,
        page=addresses.service(service.id),
        replaced_by=service.replaced_by.name if service.replaced_by else None,
        obligations=obligations(site.catalogue, service),
        union=strictest(site.catalogue, service),
    )


def _differences(site: Site, services: list[Service]) -> Iterator[Difference]:
    for service in services:
        if sides := differences(site.catalogue, service):
            page = addresses.service(service.id)
            yield Difference(name=service.name, page=page, sides=sides)


def _tally(groups: tuple[Offered, ...]) -> tuple[Tally, ...]:
    kinds = [row.union.kind for group in groups for row in group.rows]
    found = ((level, kinds.count(level.value)) for level in words.OBLIGATIONS)
    return tuple(
        Tally(heading=words.OBLIGATIONS[level], kind=level.value, number=number)
        for level, number in found
        if number
    )
