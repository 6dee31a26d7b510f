"""The page types, in view. A new one is a file here, a template, and one line below."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.pages.calendar import calendar_pages
from generator.pages.changelog import changelog_pages
from generator.pages.checklist import checklist_pages
from generator.pages.compare import compare_pages
from generator.pages.contacts import contact_pages
from generator.pages.dependency_map import map_pages
from generator.pages.format_reference import format_pages
from generator.pages.forms import form_pages
from generator.pages.gather import gather_pages
from generator.pages.glossary import glossary_pages
from generator.pages.model_way import model_pages
from generator.pages.month import month_pages
from generator.pages.page import Page
from generator.pages.planner import planner_pages
from generator.pages.rules import rule_pages
from generator.pages.service import service_pages
from generator.pages.services_list import services_list_pages
from generator.pages.verification import verification_pages
from generator.views.site import Site

PAGES: Final[tuple[Callable[[Site], Iterator[Page]], ...]] = (
    model_pages,
    compare_pages,
    planner_pages,
    service_pages,
    calendar_pages,
    services_list_pages,
    form_pages,
    contact_pages,
    glossary_pages,
    map_pages,
    rule_pages,
    format_pages,
    verification_pages,
    changelog_pages,
    checklist_pages,
    month_pages,
    gather_pages,
)
"""Those that lead to a paper come last: they wait for it, while it is printed."""


def all_pages(site: Site) -> Iterator[Page]:
    """Every generated page of the guide."""
    for make in PAGES:
        yield from make(site)
