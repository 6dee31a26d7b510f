"""`/checklistor/samla/…`: what the forms and orders ask for, to gather once, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.guide import CareModel, Operator
from generator.pages.page import Page
from generator.sheets.dated import guide_dated
from generator.sheets.edition import edition
from generator.sheets.gather import gather_sheet
from generator.views import addresses
from generator.views.gather import gathered
from generator.views.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The sheets of a model, one for each form of operation."""

    model: CareModel
    sheets: tuple[Page, ...]


def gather_pages(site: Site) -> Iterator[Page]:
    groups = tuple(
        Group(
            model=model,
            sheets=tuple(
                _sheet(site, model, operator) for operator in site.catalogue.operators.values()
            ),
        )
        for model in site.catalogue.models.values()
    )
    yield Page(
        address=addresses.GATHER,
        title="Samla en gång",
        description="Ett blad med allt som blanketterna frågar efter, att samla en gång.",
        template="gather_index",
        data={"groups": groups},
    )
    for group in groups:
        yield from group.sheets


def _sheet(site: Site, model: CareModel, operator: Operator) -> Page:
    sheet = gather_sheet(site, model, operator)
    return Page(
        address=sheet.address,
        title=sheet.title,
        description=sheet.description,
        template="gather",
        data={
            "operator": operator,
            "gathered": gathered(site, model.id, operator.id),
            "checklist": addresses.start_checklist(model.id, operator.id),
            "edition": edition(sheet),
            "dated": guide_dated(site),
        },
        source=site.place(("facts",)),
    )
