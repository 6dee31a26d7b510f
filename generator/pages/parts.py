"""`/redaktor/delar/`: how the guide looks, part by part, on a catalogue that is made up."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, Final

from generator.model.record import record
from generator.pages.format_reference import format_pages
from generator.pages.page import Page
from generator.pages.registry import PAGES
from generator.pages.rules import rule_pages
from generator.pages.slots import SLOTS
from generator.views import addresses
from generator.views.site import Site

AS_OF: Final = date(2027, 5, 12)
"""The day of the examples, so that they look the same whenever the guide is built."""

_SAME_FOR_ALL: Final = (rule_pages, format_pages)
"""Page types that tell of no catalogue's facts."""


@record(frozen=True, kw_only=True, slots=True)
class Examples:
    """What the parts are shown with."""

    site: Site
    views: Mapping[str, Mapping[str, Any]]
    """The facts of each of its pages, by address, and of each slot, by name."""


def part_pages(site: Site) -> Iterator[Page]:
    """The page, made of the site of the made-up catalogue."""
    yield Page(
        address=addresses.PARTS,
        title="Guidens delar",
        description="Så ser guidens delar ut, med påhittade uppgifter.",
        template="parts",
        later=partial(_facts, site),
        glossed=False,
    )


def _facts(site: Site) -> Mapping[str, Any]:
    views: dict[str, Mapping[str, Any]] = {name: make(site) for name, make in SLOTS.items()}
    types = (make for make in PAGES if make not in _SAME_FOR_ALL)
    views |= {page.address: page.whole().facts for make in types for page in make(site)}
    return {"examples": Examples(site=site, views=views)}
