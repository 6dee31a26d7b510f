"""Plain data becomes model entries, one by one, so that a broken one does not hide the others."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from itertools import islice
from typing import Any, Final, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from generator.load.document import MAX_FAULTS
from generator.load.fault import ShapeFault, ShapeKind
from generator.model.described import described
from generator.model.entry import ID_KEY, Part
from generator.model.outline import DataPath

P = TypeVar("P", bound=Part)

_EXPECTED: Final = {
    "string_type": "en text",
    "string_too_short": "en text som inte är tom",
    "tuple_type": "en lista",
    "dict_type": "ett objekt med nycklar",
    "model_type": "ett objekt med nycklar",
    "model_attributes_type": "ett objekt med nycklar",
    "enum": "ett av de tillåtna värdena",
}
"""What a field takes, by pydantic's name for the fault."""
_ANYTHING_ELSE: Final = "något annat"
_KEYS: Final = frozenset({ID_KEY, "[key]"})
"""How pydantic ends the path to a key that does not fit."""


def read_entry(kind: type[P], data: Any, path: DataPath) -> P | list[ShapeFault]:
    """The entry, or the ways in which the data is not one. The path is the entry's own.

    Of more than MAX_FAULTS one more than that is given.
    """
    if isinstance(data, dict):
        data = {**data, ID_KEY: path[-1]} if ID_KEY in _names(kind) else {**data}
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        told = islice(error.errors(include_url=False), MAX_FAULTS + 1)
        return list(dict.fromkeys(_fault(kind, data, path, each) for each in told))


def _fault(kind: type[Part], data: Any, path: DataPath, error: Any) -> ShapeFault:
    location = error["loc"]
    here = (*path, *_written(data, location))
    if astray := _astray(kind, location):
        return ShapeFault(
            ShapeKind.ASTRAY, (*path, *astray), _field_at(kind, astray[:-1]).description
        )
    if error["type"] == "extra_forbidden":
        allowed = tuple(n for n in _names(_part_at(kind, location[:-1])) if n != ID_KEY)
        return ShapeFault(ShapeKind.UNKNOWN, here, allowed=allowed)
    if error["type"] == "missing":
        field = _field_at(kind, location)
        return ShapeFault(ShapeKind.MISSING, (*here, location[-1]), field.description or "")
    if error["input"] is None:
        meaning = "" if isinstance(here[-1], int) else _meaning(kind, location)
        return ShapeFault(ShapeKind.EMPTY, here, meaning)
    given = error["input"] if isinstance(error["input"], str) else None
    return ShapeFault(
        ShapeKind.WRONG,
        here,
        _expected(error),
        allowed=_enumeration(kind, location) if error["type"] == "enum" else (),
        given=given,
        because=error.get("ctx", {}).get("because", ""),
        on_key=bool(location) and location[-1] in _KEYS,
    )


def _astray(kind: type[Part], location: tuple[str | int, ...]) -> tuple[str | int, ...] | None:
    """Where a field of the entry stands among ids: the line that it stood under is gone."""
    for number in range(1, len(location)):
        field = _field_at(kind, location[:number])
        if field is not None and _is_mapping(field) and location[number] in _vocabulary(kind):
            return location[: number + 1]
    return None


def _vocabulary(kind: type[BaseModel]) -> frozenset[str]:
    """The names of all fields of the entry and the parts in it."""
    parts = [kind]
    for part in parts:
        inner = (p for field in part.model_fields.values() for p in parts_in(field.annotation))
        parts += (p for p in dict.fromkeys(inner) if p not in parts)
    return frozenset(name for part in parts for name in _names(part))


def _meaning(kind: type[Part], location: tuple[str | int, ...]) -> str:
    """What an empty value is for; a part in a mapping begins with its first field."""
    if not location:
        return ""
    field = _field_at(kind, location)
    if field is None:
        fields = described(_part_at(kind, location)).values()
        field = next((each for each in fields if each.is_required()), None)
    return (field and field.description) or ""


def _expected(error: Any) -> str:
    return str(error.get("ctx", {}).get("what") or _EXPECTED.get(error["type"], _ANYTHING_ELSE))


def _written(data: Any, location: tuple[str | int, ...]) -> Iterator[str | int]:
    """The part of pydantic's path that the author wrote: without the names of union members."""
    for step in location:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            continue
        yield step


@cache
def _names(part: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in part.model_fields.items())


def _part_at(part: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel]:
    """The model class that pydantic stood in at the location."""
    reached: type[BaseModel] = _followed(part, location)[0]
    return reached


def _field_at(part: type[BaseModel], location: tuple[str | int, ...]) -> Any:
    """The field that the location ends in; None if that is an item, or a key of the author's."""
    return _followed(part, location)[1]


def _followed(part: type[BaseModel], location: tuple[str | int, ...]) -> tuple[Any, Any]:
    """Both; the key after a field that holds a mapping is a name of the author's and no field."""
    parts, field, is_key = [part], None, False
    for step in location:
        named = [p for p in parts if p.__name__ == step]
        field = None if is_key or named else _field(parts, step)
        is_key = field is not None and _is_mapping(field)
        inner = list(parts_in(field.annotation)) if field is not None else named
        parts = inner or parts
    return parts[0], field


def _field(parts: list[type[BaseModel]], name: str | int) -> Any:
    for part in parts:
        for attribute, field in described(part).items():
            if name == (field.alias or attribute):
                return field
    return None


def _is_mapping(field: Any) -> bool:
    """Whether the author finds the names of what stands in it."""
    return get_origin(field.annotation) is dict


def parts_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from parts_in(argument)


def _enumeration(kind: type[Part], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The values that are possible there; an item of a list has its field's."""
    while isinstance(location[-1], int):
        location = location[:-1]
    field = _field_at(kind, location)
    for member in (field.annotation, *get_args(field.annotation)):
        if isinstance(member, type) and issubclass(member, Enum):
            return tuple(str(value.value) for value in member)
    return ()
