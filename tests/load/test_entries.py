"""Plain data becomes an entry, or every way in which it is none."""

import pytest

from generator.load.document import read_document
from generator.load.entries import read_entry
from generator.load.fault import ShapeFault, ShapeKind
from generator.model.directory import Contact, Form
from generator.model.entry import Part
from generator.model.guide import Guide
from generator.model.outline import DataPath
from generator.model.service import Service
from generator.source import SourceText

SERVICE = "name: Sjunet\nsummary: Nät.\nobligation: {rehab: mandatory}\nsource: seed\n"


def faults(kind: type[Part], text: str) -> list[ShapeFault]:
    data = read_document(SourceText("a.yaml", text))[0]
    found = read_entry(kind, data, ("x", "y"))
    return found if isinstance(found, list) else []


def fault(kind: type[Part], text: str) -> ShapeFault:
    (only,) = faults(kind, text)
    return only


def test_a_whole_entry_has_no_fault() -> None:
    assert faults(Service, SERVICE) == []


@pytest.mark.parametrize("data", [None, "text", [], {}])
@pytest.mark.parametrize("kind", [Service, Contact, Guide])
def test_anything_can_stand_where_an_entry_should(kind: type[Part], data: object) -> None:
    found = read_entry(kind, data, ("x", "y"))
    assert isinstance(found, list)
    assert found


def test_a_missing_field_is_told_with_its_meaning() -> None:
    assert fault(Service, SERVICE.replace("name: Sjunet\n", "")) == ShapeFault(
        ShapeKind.MISSING, ("x", "y", "name"), "Namnet som läsaren möter."
    )


@pytest.mark.parametrize(
    ("text", "path", "meaning"),
    [
        ("cost: {payer: ~}", ("cost", "payer"), "`unit` (ni betalar), "),
        ("steps: [~]", ("steps", 0), ""),
        ("prerequisites: [{any: [~]}]", ("prerequisites", 0, "any", 0), ""),
        ("verified: {date: , by: a, how: b, source: c}", ("verified", "date"), "Dagen då "),
    ],
)
def test_a_null_is_empty_where_something_must_stand(
    text: str, path: DataPath, meaning: str
) -> None:
    found = fault(Service, SERVICE + text)
    assert found == ShapeFault(ShapeKind.EMPTY, ("x", "y", *path), found.expected)
    assert bool(found.expected) == bool(meaning)
    assert found.expected.startswith(meaning)


@pytest.mark.parametrize("text", ["text: ~", "steps: ~", "also_called: ~", "prerequisites: ~"])
def test_a_null_is_nothing_where_nothing_may_stand(text: str) -> None:
    assert faults(Service, SERVICE + text) == []


def test_an_unknown_field_is_told_with_the_known_ones() -> None:
    found = fault(Service, SERVICE + "steps: [{choose: a, title: A, option: []}]")
    assert found.path == ("x", "y", "steps", 0, "option")
    assert "options" in found.allowed
    assert "form" not in found.allowed


@pytest.mark.parametrize(
    ("text", "given", "allowed"),
    [
        ("kind: tjanst", "tjanst", ("service", "condition")),
        ("status: [current]", None, ("current", "replaced", "unknown")),
        ("steps: klar", "klar", ()),
        ("steps: [{id: A b, title: t}]", "A b", ()),
    ],
)
def test_a_wrong_value_is_told_with_what_was_written(
    text: str, given: str | None, allowed: tuple[str, ...]
) -> None:
    found = fault(Service, SERVICE + text)
    assert (found.kind, found.given, found.allowed) == (ShapeKind.WRONG, given, allowed)
    assert found.expected


def test_a_value_in_a_list_is_one_of_its_fields_values() -> None:
    found = fault(Form, "title: A\nexplanation: B\nsource: seed\nways: [web, fax]")
    assert (found.path, found.given) == (("x", "y", "ways", 1), "fax")
    assert found.allowed == ("email", "post", "web")


def test_a_key_that_is_no_id_is_pointed_at_itself() -> None:
    found = fault(Service, SERVICE.replace("rehab", "Rehab Väst"))
    assert (found.given, found.on_key) == ("Rehab Väst", True)


@pytest.mark.parametrize("written", ["source: {ref: seed}", "payer: unit", "source: ", "steps: []"])
def test_a_field_among_ids_is_told_once_as_one_gone_astray(written: str) -> None:
    name = written.partition(":")[0]
    found = fault(Service, SERVICE.replace("{rehab: mandatory}", f"{{{written}}}"))
    assert (found.kind, found.path) == (ShapeKind.ASTRAY, ("x", "y", "obligation", name))
    assert found.expected.startswith("Per vårdvalsmodell")


def test_an_id_that_is_a_fields_name_is_an_id_all_the_same() -> None:
    assert faults(Service, SERVICE.replace("{rehab:", "{source:")) == []


def test_every_kind_of_fault_has_words() -> None:
    """Whatever pydantic comes to say, nothing but `expected` can be empty-handed."""
    written = ["~", "x", "[]", "{}", "[x]", "{x: y}", "[[x]]", "''", "[{x: y}]", "{x: [y]}"]
    for field in Service.model_fields:
        for value in written:
            for each in faults(
                Service, SERVICE.replace(f"{field}: ", "zz: ") + f"{field}: {value}"
            ):
                assert each.kind is not ShapeKind.WRONG or each.expected
