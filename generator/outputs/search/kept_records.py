"""What the index needs of all that can be found; a build keeps most of it for the next."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generator.outputs.kept_values import KeptValues
from generator.outputs.search.records import (
    Record,
    entry_records,
    is_found,
    page_record,
    written_records,
)
from generator.outputs.search.weights import Weighed, weighed
from generator.pages.page import Page
from generator.views.site import Site


class Source(NamedTuple):
    """Where records come from."""

    name: str
    """Says all that they are made of but the catalogue."""
    records: Callable[[], Iterable[Record]]


def sources(site: Site, pages: Iterable[Page]) -> Iterator[Source]:
    """All but the hand-written pages."""
    for page in filter(is_found, pages):
        said = page.address, page.title, page.description, page.template, page.search_words
        yield Source(repr(said), partial(_of_page, site, page))
    yield Source("entries", partial(entry_records, site.catalogue))


def _of_page(site: Site, page: Page) -> Iterator[Record]:
    yield page_record(site, page)


def weighed_records(
    site: Site, pages: Iterable[Page], content: Path, values: KeptValues
) -> Iterator[Weighed]:
    """Of the pages and of the catalogue's entries, in no order to count on."""
    for source in sources(site, pages):
        for row in values.of(source.name, partial(_rows, source)):
            yield Weighed(*row)
    yield from map(weighed, written_records(content))


def _rows(source: Source) -> list[tuple[Any, ...]]:
    return [(*weighed(record),) for record in source.records()]
