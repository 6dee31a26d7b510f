"""The schema as a file: fresh as far as the code decides, with words for all it offers."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.checks import RULES
from generator.load import load_texts
from generator.outputs.schema.ids import as_typed, ids_in, known_ids
from generator.outputs.schema.whole import schema
from generator.source import SourceText

ROOT = Path(__file__).parents[3]
FILE = ROOT / "schema" / "catalogue.schema.json"
COMMITTED = FILE.read_text(encoding="utf-8")
FOUND_BY = {rule.name: rule.summary for rule in RULES}


def test_the_committed_schema_is_what_the_model_says() -> None:
    """Its ids are as old as they are: those an editor adds must stop nobody's work."""
    assert schema({**ids_in(COMMITTED), "rules": FOUND_BY}) == COMMITTED, "run `startklar schema`"


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(json.loads(COMMITTED))


def nodes(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    for each in data.values() if isinstance(data, dict) else data:
        if isinstance(each, dict | list):
            yield from nodes(each)


def test_every_key_and_word_is_explained() -> None:
    for node in nodes(json.loads(COMMITTED)):
        if node.get("type") == "object" and node.get("additionalProperties") is False:
            assert all(each.get("description") for each in node["properties"].values())
        if "enum" in node and isinstance(node["enum"], list):
            assert len(node["enum"]) == len(node["enumDescriptions"])
            assert all(node["enumDescriptions"])


def test_every_data_file_names_it() -> None:
    for file in (ROOT / "data").glob("*.yaml"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first == "# yaml-language-server: $schema=../schema/catalogue.schema.json"


def test_its_ids_can_be_read_back() -> None:
    text = "sources: {a: {title: A, publisher: P}, 12: {title: Tolv, publisher: P}}"
    ids = known_ids(load_texts([SourceText("a.yaml", text)]).catalogue, {})
    assert ids["sources"] == {"a": "A", "12": "Tolv"}
    assert ids_in(schema(ids)) == ids
    assert 12 in json.loads(schema(ids))["definitions"]["ids-sources"]["enum"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"definitions": {"ids-sources": 1}}', "null"])
def test_a_strange_file_has_no_ids(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        ids_in(text)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("sjunet", "sjunet"),
        ("12", 12),
        ("007", 7),
        ("0x1f", 31),
        ("0o17", 15),
        ("1e3", 1000.0),
        ("1e-3", 0.001),
        ("true", True),
        ("no", "no"),
        ("x0", "x0"),
    ],
)
def test_an_id_is_also_what_an_editors_parser_makes_of_it(written: str, typed: object) -> None:
    assert as_typed(written) == typed
    assert type(as_typed(written)) is type(typed)
