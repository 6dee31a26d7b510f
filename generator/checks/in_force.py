"""The catalogue as it is on one day: what has ended or not yet begun is not in it.

A reference to what is not in it drops out with it, as with what does not exist for a profile.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from generator.checks.case import Case
from generator.load.loaded import Loaded
from generator.model.entry import Part
from generator.model.outline import DataPath
from generator.model.references import REFERS_TO
from generator.model.service import Service
from generator.model.step import Option
from generator.model.walk import Placed, leaves
from generator.source import PlacedList, PlacedMap

_A_DAY = timedelta(days=1)


def boundaries(case: Case) -> list[date]:
    """Each day on which something begins, or is gone since the day before, in order."""
    days = set()
    for part in case.dated.values():
        days |= {part.begins} if part.begins else set()
        days |= {part.until + _A_DAY} if part.until and part.until < date.max else set()
    return sorted(days)


def in_force(case: Case, day: date) -> Case:
    """The same without what is not in force on the day; what stays keeps its place."""
    out = {path for path, part in case.dated.items() if not part.is_in_force(day)}
    if not out:
        return case
    out |= set(_references(case, out))
    return replace(case, loaded=_without(case.loaded, out))


def _without(loaded: Loaded, out: Collection[DataPath]) -> Loaded:
    catalogue = loaded.catalogue
    around = {path[:length] for path in out for length in range(len(path))}
    sections: dict[str, Any] = {
        section: {
            id_: _pruned(entry, (section, id_), out) if (section, id_) in around else entry
            for id_, entry in getattr(catalogue, section).items()
            if (section, id_) not in out
        }
        for section in {str(path[0]) for path in out}
    }
    roots = {
        file: _pruned_data(root, (), out, around) for file, root in loaded.places.roots.items()
    }
    return replace(
        loaded,
        catalogue=replace(catalogue, **sections),
        places=replace(loaded.places, roots=roots),
    )


def _references(case: Case, out: Collection[DataPath]) -> Iterator[DataPath]:
    """Where something is referred to that is not in force."""
    gone = _gone(case, out)
    for placed in case.parts:
        for leaf in leaves(placed):
            section = REFERS_TO.get(leaf.field)
            target = f"{section}/{leaf.value}"
            if section and ("/".join(target.split("/")[:2]) in gone or target in gone):
                yield placed.path if leaf.field == "need" else leaf.path
        if isinstance(placed.part, Service | Option):
            yield from _siblings(placed, placed.part, out)


def _gone(case: Case, out: Collection[DataPath]) -> set[str]:
    """`section/id` of entries, and `services/` with its reference of steps, choices and options."""
    gone = {f"{path[0]}/{path[1]}" for path in out if len(path) == 2}  # noqa: PLR2004 - an entry's
    for id_ in {str(path[1]) for path in out if path[0] == "services"}:
        spots = case.outlines[id_]
        lost = {spot.id for spot in spots if _is_out(spot.path, out)}
        kept = {spot.id for spot in spots if not _is_out(spot.path, out)}
        gone |= {f"services/{spot}" for spot in lost - kept}
    return gone


def _is_out(path: DataPath, out: Collection[DataPath]) -> bool:
    return any(path[:length] in out for length in range(len(path) + 1))


def _siblings(
    placed: Placed, owner: Service | Option, out: Collection[DataPath]
) -> Iterator[DataPath]:
    """Where `after` names an item of the same list that is not in force."""
    here = (*placed.path, "steps")
    kept = {item.id for at, item in enumerate(owner.steps) if (*here, at) not in out}
    lost = {item.id for item in owner.steps} - kept
    for at, item in enumerate(owner.steps):
        for position, id_ in enumerate(item.after or ()):
            if id_ in lost:
                yield (*here, at, "after", position)


def _pruned(value: Any, path: DataPath, out: Collection[DataPath]) -> Any:  # noqa: ANN401 - a field's value can be anything
    if isinstance(value, Part):
        fields = type(value).model_fields.items()
        named = ((name, (*path, field.alias or name)) for name, field in fields)
        return value.model_copy(
            update={
                name: None if here in out else _pruned(getattr(value, name), here, out)
                for name, here in named
            }
        )
    if isinstance(value, tuple):
        each = ((one, (*path, at)) for at, one in enumerate(value))
        return tuple(_pruned(one, here, out) for one, here in each if here not in out)
    if isinstance(value, dict):
        items = ((key, one, (*path, key)) for key, one in value.items())
        return {key: _pruned(one, here, out) for key, one, here in items if here not in out}
    return value


def _pruned_data(
    data: Any,  # noqa: ANN401 - as above
    path: DataPath,
    out: Collection[DataPath],
    around: Collection[DataPath],
) -> Any:  # noqa: ANN401 - as above
    """The same of the data as it was written, with its places."""
    if path not in around:
        return data
    if isinstance(data, PlacedMap | PlacedList):
        items: Iterable[Any] = data.items() if isinstance(data, PlacedMap) else enumerate(data)
        each = ((key, one, (*path, key)) for key, one in items)
        return data.picked(
            {key: _pruned_data(one, at, out, around) for key, one, at in each if at not in out}
        )
    return data
