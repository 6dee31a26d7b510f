"""What one commit of a data folder becomes for readers, who are told of what concerns them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from generator.diff.changes.change import Kind
from generator.diff.impact.samples import Asker
from generator.diff.past.history import Concerning, History, Made
from generator.diff.report.sentence import heading, sentence
from generator.diff.report.telling import Teller, Told
from generator.views.changelog import Edition, Item, Line

_EDITORS: Final = frozenset({"overrides"})
"""Sections that no reader meets."""
_OF_THE_GUIDE: Final = frozenset({"branch", "repository", "site"})
_UNSEEN: Final = frozenset({"former_ids", "search_words"})
_GROUNDS: Final = frozenset({"basis", "further_sources", "lines", "source"})
_GROUNDED: Final = "källhänvisningar har ändrats"
"""What is said of them together: what a fact rests on is for its page to tell."""


def edition(history: History, number: int) -> Edition | None:
    made = history.made(number)
    if made is None:
        return None
    items, effects = tuple(_items(made.changes)), _effects(made)
    if not items and not effects and made.after.broken == made.before.broken:
        return None
    commit, when = history.commits[number]
    unread = len(made.before.broken | made.after.broken)
    return Edition(commit=commit, made=when, items=items, effects=effects, unread=unread)


def _items(changes: Iterable[Concerning]) -> Iterator[Item]:
    for title, group in groupby(changes, lambda each: heading(each.change)):
        many = tuple(group)
        entry = many[0].change.entry
        lines = tuple(_lines(many))
        own = any(
            c.change.part is None and c.change.kind in {Kind.ADDED, Kind.REMOVED} for c in many
        )
        if entry.section not in _EDITORS and (lines or own):
            models = tuple(dict.fromkeys(model for each in many for model in each.models))
            yield Item(
                heading=title, section=entry.section, id=entry.id, lines=lines, models=models
            )


def _lines(changes: Iterable[Concerning]) -> Iterator[Line]:
    """What is told; the grounds of facts last and together."""
    grounded: dict[str, None] = {}
    for each in changes:
        change, said = each.change, sentence(each.change)
        field = change.field.rpartition(".")[2]
        if change.kind is Kind.RENAMED or said is None or field in _UNSEEN:
            continue
        if change.kind is Kind.CHANGED and field in _GROUNDS:
            grounded |= dict.fromkeys(each.models)
        elif change.entry.section != "guide" or field not in _OF_THE_GUIDE:
            yield Line(text=said, models=each.models)
    if grounded:
        yield Line(text=_GROUNDED, models=tuple(grounded))


def _effects(made: Made) -> tuple[Line, ...] | None:
    if made.effects is None:
        return None
    every = tuple(made.after.catalogue.models)
    told = _told(Teller(made.before.catalogue, made.after.catalogue), made)
    return tuple(_effect(who, each, every) for who, each in told if not each.minor)


def _told(teller: Teller, made: Made) -> Iterator[tuple[tuple[Asker, ...], Told]]:
    found = made.effects
    if found is not None:
        yield from ((each.who, teller.turn(each)) for each in found.turns)
        yield from ((each.who, teller.shift(each)) for each in found.shifts)
        yield from ((each.who, teller.listing(each)) for each in found.listings)
        yield from ((each.who, teller.earliest(each)) for each in found.earliest)


def _effect(who: tuple[Asker, ...], told: Told, every: tuple[str, ...]) -> Line:
    asking = {asker.model for asker in who}
    models = tuple(model for model in every if model in asking)
    return Line(text=told.text, details=told.details, models=models)
