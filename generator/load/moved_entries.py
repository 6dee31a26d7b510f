"""Which entries of a file stand elsewhere than before: most changes of a text move only its end."""

from typing import Any

from generator.model.prose import places_at
from generator.source import PlacedList, PlacedMap


def moved_entries(old: PlacedMap, new: PlacedMap) -> frozenset[str] | None:
    """Those in which anything does, as `model/prose.py` tells readings; None if a section does.

    Both have the same sections and entries.
    """
    found = set[str]()
    for section in old:
        if old.key_at(section) != new.key_at(section):
            return None
        before, after = old[section], new[section]
        if isinstance(before, PlacedMap) and isinstance(after, PlacedMap):
            moved = (id_ for id_ in before if _marks(before, id_) != _marks(after, id_))
            found |= {places_at((section, id_)) for id_ in moved}
    return frozenset(found)


def _marks(entries: PlacedMap, id_: str) -> Any:
    return entries.key_at(id_), entries.value_at(id_), _inner(entries[id_])


def _inner(data: Any) -> Any:
    if isinstance(data, PlacedMap):
        return data.packed, [_inner(data[key]) for key in data]
    return (data.packed, [*map(_inner, data)]) if isinstance(data, PlacedList) else None
