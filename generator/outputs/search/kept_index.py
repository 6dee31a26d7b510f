"""The index that a build keeps for the next, which makes anew what the changed records say.

At 2,500 services the index takes a quarter so of what it takes to weigh all words again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.outputs.kept_values import KeptValues
from generator.outputs.search.index import Lines, SearchIndex, assembled, in_order, lines
from generator.outputs.search.postings import Change, replaced
from generator.outputs.search.records import (
    Record,
    entry_records,
    is_found,
    page_record,
    written_record,
    written_texts,
)
from generator.outputs.search.weights import Said, Weighed, weighed
from generator.pages.page import Page
from generator.views.site import Site

_LINES: Final = "search"
"""What is kept of the index itself."""
_FEW: Final = 1 / 10
"""Of all records may have changed: of more all is told anew."""
_Row = tuple[Any, ...]
_Rows = Mapping[str, Sequence[_Row]]
"""By the name of their source."""


class Source(NamedTuple):
    """Where records come from."""

    name: str
    """Says all that they are made of but the catalogue."""
    records: Callable[[], Iterable[Record]]


def sources(site: Site, pages: Iterable[Page], content: Path) -> Iterator[Source]:
    for page in filter(is_found, pages):
        said = page.address, page.title, page.description, page.template, page.search_words
        yield Source(repr(said), partial(_of_page, site, page))
    yield Source("entries", partial(entry_records, site.catalogue))
    for name, text in written_texts(content):
        yield Source(repr((name, text)), partial(_of_text, name, text))


def _of_page(site: Site, page: Page) -> Iterator[Record]:
    yield page_record(site, page)


def _of_text(name: str, text: str) -> Iterator[Record]:
    yield written_record(name, text)


def kept_index(site: Site, pages: Iterable[Page], content: Path, values: KeptValues) -> SearchIndex:
    """Of the pages, the hand-written ones among them, and of the catalogue's entries."""
    found = sources(site, pages, content)
    at_hand: dict[bytes, Said] = {}
    rows = {each.name: values.of(each.name, partial(_rows, each, at_hand)) for each in found}
    records = in_order(Weighed(*row) for many in rows.values() for row in many)
    known = _known(values, rows, records) or lines(records, at_hand)
    values.tell(_LINES, ((*rows,), *known))
    return assembled(records, known)


def _rows(source: Source, at_hand: dict[bytes, Said]) -> list[_Row]:
    return [(*weighed(record, at_hand),) for record in source.records()]


def _known(values: KeptValues, rows: _Rows, records: Sequence[Weighed]) -> Lines | None:
    """The lines that the last build kept, with what has changed; nothing if that is too much."""
    sources, postings, names = values.last(_LINES) or ((), {}, [])
    numbers = {record.address: number for number, record in enumerate(records)}
    if len(sources) != len(rows) or len(numbers) != len(records):
        return None
    changes: list[Change] = []
    for before, now in zip(map(values.last, sources), rows.values(), strict=True):
        if before is not now:
            changed = _changed(before or (), now, numbers)
            if changed is None:
                return None
            changes += changed
    found = replaced(postings, changes) if len(changes) <= len(records) * _FEW else None
    return None if found is None else Lines(found, names)


def _changed(
    before: Sequence[_Row], now: Sequence[_Row], numbers: Mapping[str, int]
) -> list[Change] | None:
    """Nothing if another is found, or otherwise guessed."""
    if len(before) != len(now):
        return None
    changes = []
    for one, other in zip(before, now, strict=True):
        was, is_ = Weighed(*one), Weighed(*other)
        (weighed_, meant), (weighs, means) = was.said(), is_.said()
        if was[:2] != is_[:2] or meant != means:
            return None
        changes.append(Change(numbers[is_.address], weighed_, weighs))
    return changes
