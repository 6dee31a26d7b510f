"""The JSON Schema of a data file, for the tools that editors write in.

Draft 7, which every version of yaml-language-server understands; `enumDescriptions`, `errorMessage`
and `patternErrorMessage` are that server's own. The shapes come from the model; the ids that
references may name come from the data, and stand in lists of their own at the end.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from generator.model.catalogue import SECTIONS
from generator.model.described import described
from generator.model.entry import Part
from generator.model.guide import Guide
from generator.model.scalars import EmptyIfNothing
from generator.outputs.schema.conditions import conditions
from generator.outputs.schema.ids import Ids, enumeration, key
from generator.outputs.schema.typed import PLAIN, REF, Fields, Schema
from generator.outputs.schema.words import CATALOGUE, EXPLANATIONS, NO_SUCH_ID
from generator.pages.format_reference import PART_TEXTS, SECTION_TEXTS
from generator.views.words import listed

_DIALECT: Final = "http://json-schema.org/draft-07/schema#"


def schema(ids: Ids) -> str:
    """The schema as a file's text. References take the ids given, and no others."""
    kinds: dict[str, type[Part]] = {"guide": Guide, **SECTIONS}
    _, made = models_json_schema(
        [(kind, "validation") for kind in kinds.values()],
        ref_template=f"{REF}{{model}}",
        schema_generator=_Generator,
    )
    parts = {part.__name__: part for part in _kinds_of(Part)}
    sections = {name: _section(name, kind) for name, kind in kinds.items()}
    fields = Fields(ids, frozenset(parts))
    definitions = {
        **PLAIN,
        **{
            name: _part(found, parts[name], fields) if name in parts else _untitled(found)
            for name, found in made["$defs"].items()
        },
        **{key(name): enumeration(known, NO_SUCH_ID) for name, known in ids.items()},
    }
    root = {
        "$schema": _DIALECT,
        "description": CATALOGUE,
        "type": "object",
        "properties": sections,
        "additionalProperties": False,
        "definitions": _used(sections.values(), definitions, [key(name) for name in ids]),
    }
    return f"{json.dumps(root, ensure_ascii=False, indent=1)}\n"


class _Generator(GenerateJsonSchema):
    """The model's shapes, without titles and defaults, which editors would be offered as values."""

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - pydantic's signature
        return False

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        words = [member.value for member in schema["members"]]
        told = EXPLANATIONS.get(schema["cls"])
        return {
            "enum": words,
            **({"enumDescriptions": list(told)} if told else {}),
            "errorMessage": f"Skriv {listed([f'`{word}`' for word in words], 'eller')}.",
        }

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        inner = super().function_before_schema(schema)
        may_be_empty = schema["function"]["function"] is EmptyIfNothing.func
        return {"anyOf": [inner, {"type": "null"}]} if may_be_empty else inner


def _kinds_of(part: type[Part]) -> Iterator[type[Part]]:
    for kind in part.__subclasses__():
        yield kind
        yield from _kinds_of(kind)


def _section(name: str, kind: type[Part]) -> Schema:
    entry = {"$ref": f"{REF}{kind.__name__}"}
    if kind is Guide:
        return {"description": SECTION_TEXTS[name], **entry}
    return {
        "description": SECTION_TEXTS[name],
        "type": ["object", "null"],
        "propertyNames": {"$ref": f"{REF}id"},
        "additionalProperties": entry,
    }


def _part(found: Schema, part: type[Part], fields: Fields) -> Schema:
    """A part as an object of its keys, and what holds between them."""
    told = PART_TEXTS.get(part.__name__)
    sentences = {field.alias or name: field.description for name, field in described(part).items()}
    keys = {
        name: fields.typed({"description": sentences[name], **value}, name)
        for name, value in found["properties"].items()
    }
    between = conditions(part)
    return {
        **({"description": told} if told else {}),
        "type": "object",
        "properties": keys,
        **({"required": found["required"]} if "required" in found else {}),
        "additionalProperties": False,
        **({"allOf": between} if between else {}),
    }


def _untitled(found: Schema) -> Schema:
    return {name: value for name, value in found.items() if name != "title"}


def _used(roots: Iterable[Schema], definitions: Schema, always: Iterable[str]) -> Schema:
    """The definitions that something refers to."""
    met = set(always)
    left = list(roots)
    while left:
        new = set(_references(left.pop())) - met
        met |= new
        left += [definitions[name] for name in new]
    return {name: found for name, found in definitions.items() if name in met}


def _references(node: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].removeprefix(REF)
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _references(each)
