"""`/checklistor/samla/…`: what the forms and orders ask for, to gather once, on paper."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.model.guide import CareModel, Operator
from generator.model.record import record
from generator.pages.checklist import START_LISTS
from generator.pages.page import Page
from generator.sheets.dated import guide_dated
from generator.sheets.edition import edition
from generator.sheets.gather import description, gather_sheet, title
from generator.views import addresses
from generator.views.gather import gathered
from generator.views.site import Site


@record(frozen=True, kw_only=True, slots=True)
class SheetLink:
    page: str
    operator: str
    facts: int
    """How many there are to gather."""


@record(frozen=True, kw_only=True, slots=True)
class Group:
    """The sheets of a model, one for each form of operation."""

    model: CareModel
    sheets: tuple[SheetLink, ...]


def gather_pages(site: Site) -> Iterator[Page]:
    yield Page(
        address=addresses.GATHER,
        title="Samla en gång",
        description="Ett blad med allt som blanketterna frågar efter, att samla en gång.",
        template="gather_index",
        later=partial(_index, site),
        together=START_LISTS,
    )
    for model in site.catalogue.models.values():
        for operator in site.catalogue.operators.values():
            yield Page(
                address=addresses.gather(model.id, operator.id),
                title=title(model, operator),
                description=description(model, operator),
                template="gather",
                later=partial(_sheet, site, model, operator),
                together=START_LISTS,
                source=site.place(("facts",)),
            )


def _index(site: Site) -> Mapping[str, Any]:
    operators = site.catalogue.operators.values()
    groups = (
        Group(model=model, sheets=tuple(_link(site, model, each) for each in operators))
        for model in site.catalogue.models.values()
    )
    return {"groups": tuple(groups)}


def _link(site: Site, model: CareModel, operator: Operator) -> SheetLink:
    return SheetLink(
        page=addresses.gather(model.id, operator.id),
        operator=operator.name,
        facts=len(gathered(site, model.id, operator.id).facts),
    )


def _sheet(site: Site, model: CareModel, operator: Operator) -> Mapping[str, Any]:
    return {
        "operator": operator,
        "gathered": gathered(site, model.id, operator.id),
        "checklist": addresses.start_checklist(model.id, operator.id),
        "edition": edition(gather_sheet(site, model, operator)),
        "dated": guide_dated(site),
    }
