"""`/checklistor/manaden/<model>/`: what a unit in operation does every month, and when."""

from collections.abc import Iterator

from generator.pages.page import Page
from generator.sheets.dated import guide_dated
from generator.sheets.edition import edition
from generator.sheets.month import month_sheet
from generator.views import addresses
from generator.views.month import has_routine, monthly_routine
from generator.views.site import Site


def month_pages(site: Site) -> Iterator[Page]:
    for model in site.catalogue.models.values():
        if has_routine(site.catalogue, model.id):
            sheet = month_sheet(site, model)
            yield Page(
                address=sheet.address,
                title=sheet.title,
                description=f"Det som en enhet i {model.name} gör varje månad, med ett års datum.",
                template="month",
                data={
                    "model": model,
                    "routine": monthly_routine(site, model.id),
                    "calendar": addresses.calendar(model.id),
                    "feed": addresses.feed(model.id),
                    "edition": edition(sheet),
                    "dated": guide_dated(site),
                },
                source=site.place(("recurring",)),
            )
