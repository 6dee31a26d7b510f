"""A service's steps, choices and options: come, gone, moved, renamed, changed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from generator.diff.changes import things
from generator.diff.changes.change import Change, Kind, Thing
from generator.diff.changes.fields import Pair, fields, lead_time
from generator.diff.changes.prerequisites import prerequisites
from generator.diff.changes.renames import Renames
from generator.model.outline import Spot, outline
from generator.model.service import Service
from generator.model.step import Choice, Option, Step
from generator.views import words

_FIRST = "först"


def steps(pair: Pair, renamed: Renames, before: Service, after: Service) -> Iterator[Change]:
    """In the order of the steps as they are now; what is gone comes first."""
    was = {renamed.target(spot.id): spot for spot in outline(before)}
    now = {spot.id: spot for spot in outline(after)}
    for id_, spot in was.items():
        if id_ not in now and _scope(id_) not in _gone(was, now):
            yield _change(pair, Kind.REMOVED, things.spot(spot))
    moved = dict(_moved(was, now, renamed))
    for id_, spot in now.items():
        here = replace(pair, part=things.spot(spot))
        if id_ not in was:
            if _scope(id_) not in _gone(now, was):
                yield _change(pair, Kind.ADDED, things.spot(spot), after=_place(now, id_))
            continue
        yield from _renamed(here, was[id_], spot)
        if id_ in moved:
            yield _change(pair, Kind.MOVED, things.spot(spot), moved[id_], _place(now, id_))
        yield from _item(here, renamed, was[id_], spot)


def _item(pair: Pair, renamed: Renames, before: Spot, after: Spot) -> Iterator[Change]:
    was, now = before.item, after.item
    yield from fields(pair, was, now)
    if isinstance(was, Step) and isinstance(now, Step):
        yield from lead_time(pair, words.lead_time_term(now.actor).lower(), was.time, now.time)
    if isinstance(was, Step | Choice) and isinstance(now, Step | Choice):
        yield from _after(pair, renamed, before, after)
    yield from prerequisites(pair, was.prerequisites, now.prerequisites)


def _renamed(pair: Pair, before: Spot, after: Spot) -> Iterator[Change]:
    """Only by its own id: what lies in a service or option of another id follows it."""
    if pair.part and before.item.id != after.item.id:
        yield _change(pair, Kind.RENAMED, pair.part, before.id, after.id)


def _after(pair: Pair, renamed: Renames, before: Spot, after: Spot) -> Iterator[Change]:
    was = _waits(before, renamed, pair.was.titles)
    now = _waits(after, Renames(), pair.now.titles)
    if was[0] != now[0]:
        yield pair.change("after", "görs efter", was[1], now[1])


def _waits(spot: Spot, renamed: Renames, titles: Mapping[str, str]) -> tuple[object, str]:
    """What it waits for in its list: under new ids, and in words."""
    ids = spot.item.after if isinstance(spot.item, Step | Choice) else None
    if ids is None:
        return None, "steget före"
    full = [renamed.target(f"{_scope(spot.id)}/{id_}") for id_ in ids]
    shown = words.listed(f"«{titles.get(id_, id_)}»" for id_ in full) if full else "inget"
    return sorted(full), shown


def _moved(
    was: Mapping[str, Spot], now: Mapping[str, Spot], renamed: Renames
) -> Iterator[tuple[str, str]]:
    """What stands in another place among what stayed, with what it stood after."""
    lists = dict.fromkeys((_scope(id_), _is_option(spot)) for id_, spot in now.items())
    for scope, option in lists:
        order = [i for i, s in now.items() if (_scope(i), _is_option(s)) == (scope, option)]
        before = [id_ for id_ in was if id_ in order and _old_scope(was[id_], renamed) == scope]
        staying = set(_longest([before.index(id_) for id_ in order if id_ in before]))
        for number, id_ in enumerate(before):
            if number not in staying:
                yield id_, _place(was, id_)
    for id_, spot in was.items():
        if id_ in now and _old_scope(spot, renamed) != _scope(id_):
            yield id_, _place(was, id_)


def _old_scope(spot: Spot, renamed: Renames) -> str:
    """Where it lay, under the new ids."""
    return renamed.target(_scope(spot.id))


def _is_option(spot: Spot) -> bool:
    return isinstance(spot.item, Option)


def _longest(numbers: list[int]) -> list[int]:
    """The longest rising selection: what need not be called moved. Quadratic, in one list."""
    best: list[list[int]] = []
    for number in numbers:
        fits = [each for each in best if each[-1] < number]
        best.append([*max(fits, key=len, default=[]), number])
    return max(best, key=len, default=[])


def _place(spots: Mapping[str, Spot], id_: str) -> str:
    """What it stands after in its list, and in which option."""
    here, before = spots[id_], _FIRST
    scope = _scope(here.id)
    for spot in takewhile(lambda each: each is not here, spots.values()):
        if _scope(spot.id) == scope and _is_option(spot) is _is_option(here):
            before = f"efter «{spot.item.title}»"
    inside = next((spot for spot in spots.values() if spot.id == scope), None)
    return f"{before} i alternativet «{inside.item.title}»" if inside else before


def _gone(these: Mapping[str, Spot], those: Mapping[str, Spot]) -> set[str]:
    """What is only in the first: what lies in it comes and goes with it."""
    return {id_ for id_ in these if id_ not in those}


def _scope(id_: str) -> str:
    return id_.rpartition("/")[0]


def _change(
    pair: Pair, kind: Kind, part: Thing, before: str | None = None, after: str | None = None
) -> Change:
    return Change(kind=kind, entry=pair.entry, part=part, before=before, after=after)
