"""What `check` and an independent validator of the schema each say of a file, by path."""

import json
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any

from jsonschema import Draft7Validator, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from generator.checks import RULES, check
from generator.checks.case import Case
from generator.checks.rules.unknown_reference import unknown_reference
from generator.diagnostics import Report
from generator.load.fault import ShapeFault, ShapeKind
from generator.load.loaded import Loaded
from generator.model.catalogue import Catalogue
from generator.model.entry import ID_KEY
from generator.model.outline import DataPath
from generator.outputs.schema.ids import known_ids
from generator.outputs.schema.whole import schema

AS_OF = date(2027, 1, 1)


class _Core(SafeConstructor):
    """YAML 1.2's core schema has no dates."""


_Core.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def as_an_editor_reads(text: str) -> Any:
    """The data as a parser of YAML 1.2 types it, independent of our own."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Core
    return _with_text_keys(yaml.load(StringIO(text)))


def _with_text_keys(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _with_text_keys(value) for key, value in data.items()}
    return [_with_text_keys(each) for each in data] if isinstance(data, list) else data


def refused_by_check(loaded: Loaded) -> set[DataPath]:
    """The paths of what a schema too can find fault with."""
    shapes = {_object_of(fault) for fault in loaded.faults if isinstance(fault, ShapeFault)}
    if not loaded.whole:
        return shapes
    roots = loaded.places.roots.values()
    found = unknown_reference.find(
        Case(loaded, AS_OF, {rule.name: rule.severity for rule in RULES})
    )
    strays = [(each.place, each.on_key) for each in found if isinstance(each.place, tuple)]
    paths = {path[:-1] if on_key else path for path, on_key in strays if "after" not in path}
    return shapes | {max((_written(path, root) for root in roots), key=len) for path in paths}


def _written(path: DataPath, data: Any) -> DataPath:
    """The path as far as the author wrote it: a short form has no key for its id."""
    for length, step in enumerate(path):
        inside = isinstance(data, list) or (isinstance(data, dict) and step in data)
        if not inside:
            return path[:length]
        data = data[step]
    return path


def _object_of(fault: ShapeFault) -> DataPath:
    """A schema blames the object for a key that is missing, unknown or ill-formed."""
    if fault.path[-1:] == (ID_KEY,):
        return fault.path[:-2]
    of_the_object = fault.on_key or fault.kind in {ShapeKind.MISSING, ShapeKind.UNKNOWN}
    return fault.path[:-1] if of_the_object else fault.path


def schema_of(catalogue: Catalogue) -> Any:
    """The schema that `startklar schema` would write."""
    return json.loads(schema(known_ids(catalogue, {rule.name: rule.summary for rule in RULES})))


def refuses(loaded: Loaded) -> bool:
    return isinstance(check(loaded, as_of=AS_OF), Report)


def refused_by_schema(schema: Any, data: Any) -> tuple[set[DataPath], set[DataPath]]:
    """The paths of the faults, and of those together with what each alternative lacks."""
    faults = list(Draft7Validator(schema).iter_errors(data))
    return {_path(f) for f in faults}, {_path(each) for f in faults for each in _with_inner(f)}


def _with_inner(fault: ValidationError) -> Iterator[ValidationError]:
    yield fault
    for inner in fault.context or ():
        yield from _with_inner(inner)


def _path(fault: ValidationError) -> DataPath:
    return tuple(fault.absolute_path)
