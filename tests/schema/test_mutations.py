"""The real data with one slip of the pen: `check` and the schema notice the same ones."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.load import load
from generator.load.document import read_document
from generator.load.entries import read_entry
from generator.load.loaded import Loaded
from generator.model.catalogue import SECTIONS
from generator.model.outline import DataPath
from generator.source import Places, SourceText
from tests.schema.agreement import (
    as_an_editor_reads,
    refused_by_check,
    refused_by_schema,
    schema_of,
)

DATA: Final = load(Path(__file__).parent.parent.parent / "data")
SCHEMA: Final = schema_of(DATA.catalogue)
ENTRIES: Final = [
    (section, id_, entry)
    for root in DATA.places.roots.values()
    for section, entries in root.items()
    if section != "guide"
    for id_, entry in entries.items()
]
VALUES: Final[list[Any]] = [
    *(None, [], {}, ["a"], {"a": "b"}, [None], [["a"]], [{}]),
    *("a", "7", "true", "nej", "14d", "none", "unknown", "mandatory", "external", "vgr", "seed"),
    *("2027-02-28", "2027-02-30", "02-29", "16-51", "12:30", "https://a.se/", "http://a.se/"),
    *("a@b.se", "sjunet/anslutning", "finns/inte", "Å Ä", "-3", "1.5", "12345", "unit", "first"),
]


class _Plain(yaml.SafeDumper):
    """Writes scalars without quotes, as editors do, and leaves their types to whoever reads."""

    yaml_implicit_resolvers: Final[dict[str, Any]] = {}  # type: ignore[misc]


_Plain.add_representer(type(None), lambda dumper, _: dumper.represent_str("~"))


def paths(data: Any, here: DataPath = ()) -> list[DataPath]:
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    if not isinstance(data, dict | list):
        return [here]
    below = [path for step, value in inner for path in paths(value, (*here, step))]
    return [here, *below] if here else below


def changed(data: Any, path: DataPath, slip: str, value: Any) -> Any:
    """A copy of the data with the slip at the path."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, list):
        return [changed(v, rest, slip, value) if n == step else v for n, v in enumerate(data)]
    if rest or slip == "replace":
        return {k: changed(v, rest, slip, value) if k == step else v for k, v in data.items()}
    names = {"misspell": f"{step}x", "drop": None, "add": step}
    kept = {names[slip] if k == step else k: v for k, v in data.items()}
    kept.pop(None, None)
    return {**kept, "framling": "x"} if slip == "add" else kept


def plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): plain(value) for key, value in data.items()}
    return [plain(each) for each in data] if isinstance(data, list) else data


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str, Any]:
    section, id_, entry = draw(st.sampled_from(ENTRIES))
    path = draw(st.sampled_from(paths(entry)))
    slip = draw(st.sampled_from(["replace", "replace", "drop", "misspell", "add"]))
    return section, id_, changed(plain(entry), path, slip, draw(st.sampled_from(VALUES)))


def read_alone(section: str, id_: str, text: str) -> Loaded:
    """The real catalogue with that entry instead of its own, and the faults of that alone."""
    root, _ = read_document(SourceText("a.yaml", text))
    read = read_entry(SECTIONS[section], root[section][id_], (section, id_))
    faults = tuple(read) if isinstance(read, list) else ()
    entries = {} if faults else {id_: read}
    changes: Any = {section: {**getattr(DATA.catalogue, section), **entries}}
    known = replace(DATA.catalogue, **changes)
    return replace(DATA, catalogue=known, faults=faults, places=Places({}, {"a.yaml": root}))


def webbtidbok_with_a_stranger() -> tuple[str, str, Any]:
    """A level that does not exist for a model that does not: under an unknown id too."""
    section, id_, entry = next(each for each in ENTRIES if each[:2] == ("services", "webbtidbok"))
    return section, id_, changed(plain(entry), ("obligation", "primarvard"), "add", None)


def is_listed(path: DataPath, data: Any) -> bool:
    """Whether the schema still knows what is needed there: a step which has just been lost."""
    for step in path:
        data = data[step]
    is_need = "prerequisites" in path and (path[-1] == "need" or isinstance(path[-1], int))
    return is_need and data in SCHEMA["definitions"]["ids-needed"]["enum"]


@settings(max_examples=200, deadline=None)
@given(slips())
@example(webbtidbok_with_a_stranger())
def test_both_notice_the_same_slips(slip: tuple[str, str, Any]) -> None:
    section, id_, entry = slip
    text = yaml.dump({section: {id_: entry}}, Dumper=_Plain, allow_unicode=True, width=10**6)
    data = as_an_editor_reads(text)
    by_check = {
        path
        for path in refused_by_check(read_alone(section, id_, text))
        if path[:2] == (section, id_) and not is_listed(path, data)
    }
    outer, inner = refused_by_schema(SCHEMA, data)
    assert bool(by_check) == bool(outer), (by_check, outer, text)
    assert all(path in inner or path in {each[:-1] for each in inner} for path in by_check)


def test_a_slip_is_a_slip() -> None:
    """The mutations do what their names say."""
    data = {"a": {"b": ["c"]}}
    assert changed(data, ("a", "b"), "drop", None) == {"a": {}}
    assert changed(data, ("a", "b"), "misspell", None) == {"a": {"bx": ["c"]}}
    assert changed(data, ("a", "b", 0), "replace", "d") == {"a": {"b": ["d"]}}
    assert changed(data, ("a",), "add", None) == {"a": {"b": ["c"]}, "framling": "x"}


@pytest.mark.parametrize("value", [value for value in VALUES if isinstance(value, str)])
def test_the_dumper_leaves_scalars_plain(value: str) -> None:
    assert yaml.dump({"a": value}, Dumper=_Plain, allow_unicode=True) == f"a: {value}\n"
