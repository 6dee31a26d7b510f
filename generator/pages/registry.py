"""The page types, in view. A new one is a file here, a template, and one line below."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.pages.page import Page
from generator.pages.service import service_pages
from generator.pages.site import Site

PAGES: Final[tuple[Callable[[Site], Iterator[Page]], ...]] = (service_pages,)


def all_pages(site: Site) -> Iterator[Page]:
    """Every generated page of the guide."""
    for make in PAGES:
        yield from make(site)
