"""Where things stand, asked for in small mappings and in large ones, which look it up otherwise."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.document import read_document
from generator.source import PlacedMap, Places, SourceText, Span

LONG = "\n".join(f"  id-{number}: värde" for number in range(100))


def places(text: str) -> Places:
    source = SourceText("a.yaml", text)
    return Places({"a.yaml": source}, {"a.yaml": read_document(source)[0]})


@pytest.mark.parametrize("number", [0, 1, 31, 32, 33, 99])
def test_a_key_among_many_is_found_at_its_own_line(number: int) -> None:
    there = places(f"forms:\n{LONG}\n")
    key = there.span(("forms", f"id-{number}"), key=True)
    assert (key.line, key.column) == (number + 2, 3)
    value = there.span(("forms", f"id-{number}"))
    assert (value.line, value.column) == (number + 2, len(f"  id-{number}: ") + 1)


def test_all_places_at_once_are_those_asked_for_one_by_one() -> None:
    root = read_document(SourceText("a.yaml", f"forms:\n{LONG}\nlist: [a, {{b: c}}, ~]\n"))[0]
    forms, listed = root["forms"], root["list"]
    assert forms.keys_at == {key: forms.key_at(key) for key in forms}
    assert forms.values_at == {key: forms.value_at(key) for key in forms}
    assert listed.values_at == [listed.value_at(at) for at in range(3)]


INNER = st.recursive(
    st.sampled_from(["x", "~"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]")
        | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3).map(
            lambda each: f"{{{', '.join(f'{key}: {value}' for key, value in each.items())}}}"
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from("abcdef"), INNER, min_size=1))
def test_a_key_of_an_entry_is_found_without_unpacking_it(entry: dict[str, str]) -> None:
    told = "".join(f"    {key}: {value}\n" for key, value in entry.items())
    there = places(f"guide: {{}}\nforms:\n  one: x\n  two:\n{told}  three: [x]\n")
    for id_ in ("one", "two", "three"):
        for key in "abcdefg":
            asked = there.key_of_entry("forms", id_, key)
            assert asked == there.span(("forms", id_, key), key=True)


@pytest.mark.parametrize(
    ("line", "column", "entry"),
    [
        (1, 1, ""),
        (2, 1, "forms"),
        (3, 3, "forms/a"),
        (4, 9, "forms/a"),
        (5, 3, "forms/b"),
        (6, 1, "guide"),
        (7, 3, "guide"),
        (8, 1, "terms"),
    ],
)
def test_a_place_lies_in_the_entry_that_begins_last_before_it(
    line: int, column: int, entry: str
) -> None:
    there = places("# a\nforms:\n  a:\n    title: t\n  b: c\nguide:\n  title: t\nterms: []\n")
    assert there.entry(Span("a.yaml", line, column, line, column + 1)) == entry


def test_what_is_picked_keeps_its_place() -> None:
    root = read_document(SourceText("a.yaml", "a: [x, y, z]\nb: 1\nc: {d: 2}\n"))[0]
    picked = root.picked({"a": root["a"].picked({0: "x", 2: "z"}), "c": PlacedMap()})
    assert picked == {"a": ["x", "z"], "c": {}}
    assert picked["a"].values_at == [(0, 4, 0, 5), (0, 10, 0, 11)]
    assert picked.key_at("c") == root.key_at("c")
    assert picked.value_at("c") == root.value_at("c")


@given(st.text(st.sampled_from("a å\n\r\x85\u2028\u2029\v\f\x1c")) | st.text())
def test_lines_end_where_libyaml_ends_them(text: str) -> None:
    lines = SourceText("a.yaml", text).lines
    assert lines == re.split("\r\n|[\r\n\x85\u2028\u2029]", text)
