"""An id is changed wherever it stands, and only there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.wording import quote
from generator.edit.change import Edit, RefusedError
from generator.edit.former import kept
from generator.edit.named import Named, named
from generator.edit.new_id import check_id
from generator.edit.taken import check_free, check_free_step
from generator.load import Loaded
from generator.model.catalogue import SECTIONS
from generator.model.references import REFERS_TO
from generator.model.step import UNIT, Choice
from generator.model.walk import Leaf, leaves, parts
from generator.source import Places, Span

_PLACES = "places"
"""The field of an override that names entries as `section/id`."""


@dataclass(frozen=True, slots=True)
class Renaming:
    old: Named
    new: str
    edits: tuple[Edit, ...]
    mentions: tuple[Span, ...]
    """Where the old id stands in free text, which is for somebody to read and change."""


def rename(loaded: Loaded, old: str, new: str, *, unpublished: bool = False) -> Renaming:
    """All that changes. An id that was never published leaves no trace.

    Raises RefusedError if it cannot be done, or not without guessing.
    """
    if not loaded.whole or loaded.broken or loaded.faults:
        why = "alla hänvisningar går inte att läsa, för katalogen har fel i skrivningen"
        raise RefusedError(f"{why}; kör `startklar check`, rätta dem och försök igen")
    what = named(loaded.catalogue, old)
    free = _own_part(what, new)
    _check(loaded, what, free)
    edits = set(_references(loaded, what, free))
    edits.add(_written(loaded.places, what, free))
    if not unpublished:
        path = what.spot.path if what.spot else (what.section, what.id)
        edits.add(kept(loaded.places, path, _last(what), free))
    return Renaming(what, free, tuple(sorted(edits)), tuple(_mentions(loaded, what)))


def _last(what: Named) -> str:
    """The id by itself: of `sjunet/egen/bestall` the last part."""
    return what.whole.rpartition("/")[2]


def _own_part(what: Named, new: str) -> str:
    """The new id by itself; it may be written as the old one was, with what stands before it."""
    free = new.removeprefix(f"{what.section}:")
    return free.removeprefix(what.whole.removesuffix(_last(what))) if what.spot else free


def _check(loaded: Loaded, what: Named, new: str) -> None:
    if new == _last(what):
        raise RefusedError(f"{quote(what.whole)} heter redan så; skriv ett annat id")
    if what.spot and "/" in new:
        where = what.whole.removesuffix(f"/{_last(what)}")
        message = f"{quote(new)} ligger inte i {quote(where)}; ett steg kan byta id men inte plats"
        raise RefusedError(f"{message}, så skriv bara det nya id:t")
    check_id(new)
    if what.spot:
        check_free_step(loaded, what.spot, new)
    else:
        check_free(loaded, what.section, new, owner=what.id)


def _written(places: Places, what: Named, new: str) -> Edit:
    """Where the id itself stands."""
    if what.spot is None:
        span = places.span((what.section, what.id), key=True)
    else:
        key = "choose" if isinstance(what.spot.item, Choice) else "id"
        span = places.span((*what.spot.path, key))
    return Edit.within(places.texts[span.file], span, _last(what), new)


def _leaves(loaded: Loaded) -> Iterator[Leaf]:
    for section in SECTIONS:
        for id_, entry in getattr(loaded.catalogue, section).items():
            for placed in parts(entry, (section, id_)):
                yield from leaves(placed)


def _references(loaded: Loaded, what: Named, new: str) -> Iterator[Edit]:
    places = loaded.places
    for leaf in _leaves(loaded):
        for old, other in _replaced(leaf, what, new):
            span = places.span(leaf.path, key=leaf.on_key)
            yield Edit.within(places.texts[span.file], span, old, other)


def _replaced(leaf: Leaf, what: Named, new: str) -> Iterator[tuple[str, str]]:
    """What the scalar says today and what it is to say, if it speaks of what is renamed."""
    written = str(leaf.value)
    if leaf.field == "after":
        if what.spot and written == what.spot.item.id and leaf.path[:-3] == what.spot.path[:-1]:
            yield written, new
        return
    prefix = f"{what.section}/" if leaf.field == _PLACES else ""
    if not prefix and REFERS_TO.get(leaf.field) != what.section:
        return
    if leaf.field == "actor" and written == UNIT:
        return
    whole = f"{prefix}{what.whole}"
    if written == whole or written.startswith(f"{whole}/"):
        yield written, f"{whole.removesuffix(_last(what))}{new}{written.removeprefix(whole)}"


def _mentions(loaded: Loaded, what: Named) -> Iterator[Span]:
    """Lines of free text and of comments in which the id stands as a word."""
    word = re.compile(rf"(?<![\w/.-]){re.escape(what.whole)}(?![\w-]|\.\w)")
    places = loaded.places
    found = {span for leaf in _leaves(loaded) for span in _in_text(places, leaf, word)}
    for text in places.texts.values():
        for number, line in enumerate(text.lines, start=1):
            _, mark, comment = line.partition("# ")
            for match in word.finditer(comment) if mark else ():
                column = len(line) - len(comment) + match.start() + 1
                end = column + len(what.whole)
                found.add(Span(text.name, number, column, number, end))
    yield from sorted(found)


def _in_text(places: Places, leaf: Leaf, word: re.Pattern[str]) -> Iterator[Span]:
    if not isinstance(leaf.value, str) or " " not in leaf.value or not word.search(leaf.value):
        return
    span = places.span(leaf.path)
    text = places.texts[span.file]
    start = text.offset(span.line, span.column)
    end = text.offset(span.end_line, span.end_column)
    for match in word.finditer(text.text, start, end):
        here = text.span(match.start())
        yield Span(here.file, here.line, here.column, here.line, here.column + len(match[0]))
