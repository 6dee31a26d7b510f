"""What may stand under a key, once an editor's parser has typed it.

The catalogue's scalars are the text that was written; but such a parser (YAML 1.2, core schema)
reads `lines: 47` as a number and `name: true` as a truth value. So where the model takes any text
the schema takes any scalar, and a number wherever one could be spelt that way.

yaml-language-server offers `true`, `false` and `null` wherever a plain `type` names them, and
writes a key's colon only before an `anyOf` or a type that it knows; hence the forms below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.model.references import SHORT_FOR
from generator.model.scalars import AN_ID, ID_PATTERN, TARGET_PATTERN
from generator.model.written import form
from generator.outputs.schema.ids import Ids, key, list_of
from generator.outputs.schema.words import A_LIST, A_TEXT, ENTRY_IDS, NO_VALUE

Schema = dict[str, Any]
REF: Final = "#/definitions/"

_NULL: Final[Schema] = {"type": "null"}
_ID: Final = form(ID_PATTERN, AN_ID)
_IDS: Final = frozenset({_ID["pattern"], form(TARGET_PATTERN, "")["pattern"]})
_NOTES: Final[tuple[str, ...]] = ("description", "errorMessage")
_SCALARS: Final = ["string", "number", "boolean"]
_ALL: Final = [*_SCALARS, "array", "object", "null"]


def _of(*types: str) -> Schema:
    """A value of the types, none of which shall be offered."""
    return {"not": {"type": [each for each in _ALL if each not in types]}}


def _to(name: str) -> Schema:
    return {"$ref": f"{REF}{name}"}


_NATURAL: Final[Schema] = {"type": "integer", "minimum": 0}
_ANY_TEXT: Final[Schema] = {"type": "string", "pattern": r"\S", "errorMessage": A_TEXT}
_LIST: Final[Schema] = {"type": "array", "errorMessage": A_LIST}
PLAIN: Final[Schema] = {
    "id": {"description": ENTRY_IDS, "anyOf": [_ID, _NATURAL, _of("boolean")]},
    "typed": _of("number", "boolean"),
    "nothing": {"description": NO_VALUE, **_of("null")},
}
"""What the fields refer to besides the parts."""


@dataclass(frozen=True)
class Fields:
    """The values of fields as pydantic has them, opened for what editors' parsers make of them."""

    ids: Ids
    parts: frozenset[str]
    """The definitions that are objects."""

    def typed(self, value: Schema, field: str) -> Schema:
        notes = {name: value[name] for name in _NOTES if name in value}
        if "patternProperties" in value:
            return {**notes, **self._by_id(value, field)}
        ways = list(_ways(value))
        plain = [each for each in ways if each != _NULL]
        end = [_to("nothing")] if _NULL in ways else []
        objects = [each for each in plain if self._is_part(each)]
        others = [each for each in plain if each not in objects]
        if objects and others:
            return {**notes, **_short_or_long(self._all(others, field), objects, end)}
        found = [*objects, *self._all(others, field)]
        if end and [each.get("type") for each in found] == ["array"]:
            return {**notes, **found[0], "type": ["array", "null"]}
        found += end
        return {**notes, **(found[0] if len(found) == 1 else {"anyOf": found})}

    def _is_part(self, value: Schema) -> bool:
        return str(value.get("$ref", "")).removeprefix(REF) in self.parts

    def _all(self, values: list[Schema], field: str) -> list[Schema]:
        has_numbers = any(each.get("type") == "integer" for each in values)
        return [way for each in values for way in self._one(each, field, has_numbers=has_numbers)]

    def _one(self, value: Schema, field: str, *, has_numbers: bool) -> Iterator[Schema]:
        known = list_of(SHORT_FOR.get(field, field))
        pattern = value.get("pattern")
        if value.get("type") == "array":
            yield {**_LIST, "items": self.typed(value["items"], field)}
        elif value.get("type") == "string" and pattern is None:
            yield from (_ANY_TEXT, _to("typed"))
        elif pattern in _IDS and known in self.ids:
            yield _to(key(str(known)))
        elif pattern == _ID["pattern"]:
            yield _to("id")
        else:
            yield value
            if pattern and not has_numbers and re.search(pattern, "1"):
                yield _NATURAL

    def _by_id(self, value: Schema, field: str) -> Schema:
        """A mapping whose keys are references: a key of its own for each id there is.

        What stands under an id that the list has not heard of is held to the same form.
        """
        (inner,) = value["patternProperties"].values()
        listed, typed = str(list_of(field)), self.typed(inner, field)
        known = self.ids[listed].items()
        return {
            "type": "object",
            "propertyNames": _to(key(listed)),
            "properties": {id_: {"description": called, **typed} for id_, called in known},
            "additionalProperties": typed,
        }


def _ways(value: Schema) -> Iterator[Schema]:
    """The ways to write a value, those inside others too."""
    inner = value.get("anyOf") or value.get("oneOf")
    if inner is None:
        yield {name: each for name, each in value.items() if name != "description"}
    for each in inner or ():
        yield from _ways(each)


def _short_or_long(short: list[Schema], long: list[Schema], end: list[Schema]) -> Schema:
    """A scalar or an object, each with its own faults; while there is nothing both are offered."""
    nothing = _any_of([*short, *long, *end])
    return {
        "anyOf": [*short, {"type": "object"}, *end],
        "if": {"type": "object"},
        "then": _any_of(long),
        "else": {"if": {"type": _SCALARS}, "else": nothing},
    }


def _any_of(ways: list[Schema]) -> Schema:
    return ways[0] if len(ways) == 1 else {"anyOf": ways}
