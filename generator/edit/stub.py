"""An entry to be filled in. What is known of a field is its own text in the model, as a comment."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.load.document import read_document
from generator.load.entries import parts_in
from generator.model.described import described
from generator.model.entry import Entry
from generator.source import SourceText

_FORMER = "former_ids"
_STEP = "  "
_LEAD = (
    "# Fyll i efter kolonet på raderna utan # först. De andra raderna är frivilliga: ta bort «# »",
    "# från dem som ni behöver, och ta bort resten. Sist tar ni bort de här två raderna.",
)


def stub(kind: type[Entry], known: Mapping[str, str], models: tuple[str, ...]) -> Iterator[str]:
    """The lines of an entry below its id, without indentation of their own.

    A key that must be filled in has no value, so that `missing-field` asks for each of them and
    nothing is published before. Other keys are commented out. `known` holds values by key.
    """
    yield from _LEAD
    for key, field in _fields(kind):
        value = known.get(key)
        if value is not None:
            yield f"{key}: {_written(value)}"
        elif field.is_required():
            yield from _key(key, field, models)
        else:
            yield from (f"# {line}" for line in _key(key, field, models))


def title_key(kind: type[Entry]) -> str:
    """The first key that must be filled in: what the entry is called."""
    return next(key for key, field in _fields(kind) if field.is_required())


def _fields(kind: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    for name, field in described(kind).items():
        if name not in ("id", _FORMER) or not issubclass(kind, Entry):
            yield field.alias or name, field


def _key(key: str, field: FieldInfo, models: tuple[str, ...]) -> Iterator[str]:
    yield f"{key}:  # {field.description}" if field.description else f"{key}:"
    part = next(parts_in(field.annotation), None)
    if part is None:
        return
    many = _outermost(field.annotation)
    lines = list(_part(part))
    if many is dict:
        meaning = lines[0].partition(":")[2]
        yield from (f"{_STEP}{model}:{meaning}" for model in models)
    elif many is tuple:
        yield from (f"{_STEP}{'  ' if at else '- '}{line}" for at, line in enumerate(lines))
    else:
        yield from (f"{_STEP}{line}" for line in lines)


def _part(part: type[BaseModel]) -> Iterator[str]:
    """What must be filled in of a part, or if there is nothing, all that can be."""
    fields = list(_fields(part))
    needed = [(key, field) for key, field in fields if field.is_required()]
    for key, field in needed or fields:
        yield f"{key}:  # {field.description}"


def _outermost(annotation: Any) -> type | None:  # noqa: ANN401 - a type is any value
    kind = get_origin(annotation)
    return kind if kind in (dict, tuple) else None


def _written(value: str) -> str:
    """The text as YAML that reads back as it: bare if it can be, else in quotes."""
    bare, _ = read_document(SourceText("", f"a: {value}\n"))
    return value if bare.get("a") == value else json.dumps(value, ensure_ascii=False)
