"""What holds between the keys of a part: the model's validators, in the words of JSON Schema."""

from typing import Final

from generator.model.calendar import MonthlyRule, RuleKind
from generator.model.entry import Grounded, Part
from generator.model.lead_time import LeadTime
from generator.model.need import AnyOf
from generator.model.scalars import Basis
from generator.model.service import Level, Obligation
from generator.outputs.schema.typed import Schema

_SOMETHING: Final[Schema] = {"not": {"type": "null"}}


def _given(*keys: str) -> Schema:
    """Every one of the keys is there, with something."""
    return {"required": list(keys), "properties": dict.fromkeys(keys, _SOMETHING)}


def _when(key: str, value: str, then: Schema) -> Schema:
    return {"if": {"required": [key], "properties": {key: {"const": value}}}, "then": then}


def _days() -> Schema:
    """A number of days from 1 to 10, as a number or as digits."""
    number = {"type": "integer", "minimum": 1, "maximum": 10}
    digits = {"type": "string", "pattern": "^0*(?:[1-9]|10)$"}
    return {"required": ["days"], "properties": {"days": {"anyOf": [number, digits]}}}


_EXTERNAL_WITH_ITS_SOURCE: Final = _when("basis", Basis.EXTERNAL, _given("source"))

_CONDITIONS: Final[dict[type[Part], tuple[Schema, ...]]] = {
    Grounded: (_EXTERNAL_WITH_ITS_SOURCE,),
    LeadTime: ({"not": _given("time", "assume")}, _EXTERNAL_WITH_ITS_SOURCE),
    AnyOf: (
        {"if": _given("id"), "then": _given("title")},
        {"if": _given("title"), "then": _given("id")},
    ),
    Obligation: (
        _when("level", Level.NEEDED, _given("because")),
        _when("level", Level.CONDITIONAL, _given("condition")),
    ),
    MonthlyRule: (_when("kind", RuleKind.FIRST_WEEKDAYS, _days()),),
}


def conditions(part: type[Part]) -> list[Schema]:
    """Everything that must hold of the part besides what each key says by itself."""
    return [each for kind, found in _CONDITIONS.items() if issubclass(part, kind) for each in found]
