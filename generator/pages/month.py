"""`/checklistor/manaden/<model>/`: what a unit in operation does every month, and when."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.model.guide import CareModel
from generator.pages.page import Page
from generator.sheets.dated import guide_dated
from generator.sheets.edition import edition
from generator.sheets.month import month_sheet, title
from generator.views import addresses
from generator.views.month import has_routine, monthly_routine
from generator.views.site import Site


def month_pages(site: Site) -> Iterator[Page]:
    for model in site.catalogue.models.values():
        if has_routine(site.catalogue, model.id):
            yield Page(
                address=addresses.month(model.id),
                title=title(model),
                description=f"Det som en enhet i {model.name} gör varje månad, med ett års datum.",
                template="month",
                later=partial(_facts, site, model),
                source=site.place(("recurring",)),
            )


def _facts(site: Site, model: CareModel) -> Mapping[str, Any]:
    return {
        "model": model,
        "routine": monthly_routine(site, model.id),
        "calendar": addresses.calendar(model.id),
        "feed": addresses.feed(model.id),
        "edition": edition(month_sheet(site, model)),
        "dated": guide_dated(site),
    }
