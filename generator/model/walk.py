"""Every part and every scalar of an entry, with its place, whatever fields the model has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar, get_args

from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.entry import ID_KEY, Part
from generator.model.guide import Guide
from generator.model.paths import DataPath, Leaf

__all__ = ["Leaf", "Placed", "every_part", "inside", "kinds_with", "leaves", "parts", "texts"]


P = TypeVar("P", bound=Part)

_EMPTY: Final[tuple[()]] = ()


class Placed(NamedTuple):
    part: Part
    path: DataPath


class _Fields(NamedTuple):
    """Where in a kind of part there is what, so that it is found out once for each kind."""

    keys: tuple[tuple[str, str], ...]
    """Each field's name, and the key that an author writes for it."""
    around: tuple[tuple[str, str], ...]
    """Those of them that other parts may stand in."""


def parts(value: object, path: DataPath) -> Iterator[Placed]:
    """The value, if it is a part, and all parts inside it, in the model's order."""
    found: list[Placed] = []
    _collect(value, path, found)
    return iter(found)


def every_part(catalogue: Catalogue) -> Iterator[Placed]:
    """Every part of every entry that could be read."""
    yield from parts(catalogue.guide, ("guide",))
    for section in SECTIONS:
        for id_, entry in getattr(catalogue, section).items():
            yield from parts(entry, (section, id_))


def leaves(placed: Placed, of: frozenset[str] | None = None) -> list[Leaf]:
    """The part's own scalars, or those of some fields; those of the parts inside it are theirs."""
    part, path = placed
    values, found = part.__dict__, list[Leaf]()
    for name, key in _keys(type(part), of):
        value = values[name]
        if value is None or value is _EMPTY:  # most are, and need be asked nothing more
            continue
        if type(value) is str:
            found.append(Leaf(key, value, (*path, key)))
        elif isinstance(value, tuple | dict):
            found += _several(key, value, (*path, key))
        elif not isinstance(value, Part):
            found.append(Leaf(key, value, (*path, key)))
    return found


def texts(found: Iterable[Placed]) -> defaultdict[str, set[str]]:
    """Of each field all that its leaves say somewhere, without places.

    At 2,500 services that is 19,000 texts of 95,000. Most citations are shared, and looked at once;
    fields of a kind are looked at together, since most are empty in all its parts or in none.
    """
    of_kind = defaultdict[type[Part], list[dict[str, Any]]](list)
    for part in {id(part): part for part, _ in found}.values():
        of_kind[type(part)].append(part.__dict__)
    said = defaultdict[str, set[str]](set)
    for kind, those in of_kind.items():
        for name, key in _fields(kind).keys:
            values = [each[name] for each in those]
            held = {*map(type, values)}
            if str in held:
                said[key].update([value for value in values if type(value) is str])
            if tuple in held or dict in held:
                several = (value for value in values if value and type(value) in (tuple, dict))
                said[key].update([one for value in several for one in value if type(one) is str])
    return said


def inside(part: Part, *kinds: type[P]) -> list[P]:
    """The part and those inside it that are of the kinds, in the model's order, without places.

    Where no such part can stand nobody looks: most of a catalogue is citations.
    """
    found: list[P] = []
    _look(part, kinds, found)
    return found


def _look(value: object, kinds: tuple[type[P], ...], found: list[P]) -> None:
    if isinstance(value, Part):
        if isinstance(value, kinds):
            found.append(value)
        values = value.__dict__
        for name in _leading_to(type(value), kinds):
            if inner := values[name]:
                _look(inner, kinds, found)
    elif isinstance(value, tuple | Mapping):
        for inner in value.values() if isinstance(value, Mapping) else value:
            _look(inner, kinds, found)


@cache
def kinds_with(fields: frozenset[str]) -> tuple[type[Part], ...]:
    """The kinds of parts in a catalogue that have any of the fields themselves."""
    found = {kind for top in (Guide, *SECTIONS.values()) for kind in _reached(top)}
    return tuple(kind for kind in found if _keys(kind, fields))


def _several(field: str, values: Any, here: DataPath) -> list[Leaf]:
    if isinstance(values, dict):
        return [Leaf(field, key, (*here, key), on_key=True) for key in values]
    return [
        Leaf(field, one, (*here, at)) for at, one in enumerate(values) if not isinstance(one, Part)
    ]


def _collect(value: object, path: DataPath, found: list[Placed]) -> None:
    if isinstance(value, Part):
        found.append(Placed(value, path))
        values = value.__dict__
        for name, key in _fields(type(value)).around:
            if inner := values[name]:
                _collect(inner, (*path, key), found)
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            _collect(inner, (*path, position), found)
    elif isinstance(value, Mapping):
        for step, inner in value.items():
            _collect(inner, (*path, step), found)


@cache
def _fields(kind: type[Part]) -> _Fields:
    fields = kind.model_fields.items()
    keys = {name: field.alias or name for name, field in fields if field.alias != ID_KEY}
    around = {name for name, field in fields if _may_hold_parts(field.annotation)}
    return _Fields(
        keys=tuple(keys.items()),
        around=tuple((name, key) for name, key in keys.items() if name in around),
    )


@cache
def _keys(kind: type[Part], of: frozenset[str] | None) -> tuple[tuple[str, str], ...]:
    """The fields of the kind, or those asked for, by the keys that an author writes."""
    return tuple(each for each in _fields(kind).keys if of is None or each[1] in of)


@cache
def _leading_to(kind: type[Part], to: tuple[type[Part], ...]) -> tuple[str, ...]:
    """The kind's fields in which a part of the others may stand, however deep."""
    fields = kind.model_fields
    names = [name for name, _ in _fields(kind).around]
    return tuple(n for n in names if any(issubclass(k, to) for k in _reached(fields[n].annotation)))


def _reached(annotation: Any) -> set[type[Part]]:
    """The kinds of parts that what is annotated so may hold, however deep."""
    found, stack = set[type[Part]](), [annotation]
    while stack:
        here = stack.pop()
        if not isinstance(here, type) or not issubclass(here, Part):
            stack += get_args(here)
        elif here not in found:
            found.add(here)
            stack += [field.annotation for field in here.model_fields.values()]
    return found


def _may_hold_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return True
    return any(map(_may_hold_parts, get_args(annotation)))
