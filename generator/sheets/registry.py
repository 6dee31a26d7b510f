"""The kinds of sheets, in view. A new one is a file here, a template, and one line below."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.sheets.gather import gather_sheets
from generator.sheets.month import month_sheets
from generator.sheets.service import service_sheets
from generator.sheets.sheet import Sheet
from generator.sheets.start import start_sheets
from generator.views.site import Site

SHEETS: Final[tuple[Callable[[Site], Iterator[Sheet]], ...]] = (
    start_sheets,
    service_sheets,
    gather_sheets,
    month_sheets,
)


def all_sheets(site: Site) -> Iterator[Sheet]:
    """Every paper of the guide."""
    for make in SHEETS:
        yield from make(site)
