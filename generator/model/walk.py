"""Every part and every scalar of an entry, with its place, whatever fields the model has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.entry import ID_KEY, Part
from generator.model.outline import DataPath


@dataclass(frozen=True, slots=True)
class Placed:
    part: Part
    path: DataPath


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar, one of a list of them, or the key of a mapping."""

    field: str
    value: Any
    path: DataPath
    on_key: bool = False


def parts(value: object, path: DataPath) -> Iterator[Placed]:
    """The value, if it is a part, and all parts inside it, in the model's order."""
    if isinstance(value, Part):
        yield Placed(value, path)
    for step, inner in _inside(value):
        yield from parts(inner, (*path, step))


def every_part(catalogue: Catalogue) -> Iterator[Placed]:
    """Every part of every entry that could be read."""
    yield from parts(catalogue.guide, ("guide",))
    for section in SECTIONS:
        for id_, entry in getattr(catalogue, section).items():
            yield from parts(entry, (section, id_))


def leaves(placed: Placed) -> Iterator[Leaf]:
    """The part's own scalars; those of the parts inside it are theirs."""
    for field, value in _fields(placed.part):
        here = (*placed.path, field)
        if isinstance(value, dict):
            yield from (Leaf(field, key, (*here, key), on_key=True) for key in value)
        elif isinstance(value, tuple):
            each = ((one, (*here, i)) for i, one in enumerate(value))
            yield from (Leaf(field, one, path) for one, path in each if not isinstance(one, Part))
        elif value is not None and not isinstance(value, Part):
            yield Leaf(field, value, here)


def _inside(value: object) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, Part):
        yield from _fields(value)
    elif isinstance(value, tuple):
        yield from enumerate(value)
    elif isinstance(value, dict):
        yield from value.items()


def _fields(part: Part) -> Iterator[tuple[str, Any]]:
    for name, field in type(part).model_fields.items():
        if field.alias != ID_KEY:
            yield field.alias or name, getattr(part, name)
