"""What is found in a text is pointed at where it is written, and never in what stands beside."""

import re
from typing import Any

import pytest

from generator.checks.inside import inside
from generator.load import load_texts
from generator.model.outline import DataPath
from generator.source import SourceText

SUMMARY: DataPath = ("services", "a", "summary")


def pointed_at(service: str, pattern: str, path: DataPath = SUMMARY) -> tuple[str, tuple[int, int]]:
    """What the span covers in the file, with its first line and column."""
    text = SourceText("a.yaml", f"services:\n  a:\n{service}")
    places = load_texts([text]).places
    value: Any = places.roots["a.yaml"]
    for step in path:
        value = value[step]
    found = re.search(pattern, str(value))
    assert found is not None
    span = inside(places, path, found)
    begin = text.offset(span.line, span.column)
    return text.text[begin : text.offset(span.end_line, span.end_column)], (span.line, span.column)


@pytest.mark.parametrize(
    ("service", "pattern", "written", "place"),
    [
        ("    summary: ett nät\n", "nät", "nät", (3, 18)),
        ("    summary: nät, nät och nät\n", "nät(?= och)", "nät", (3, 19)),
        ("    summary: en summary\n", "summary", "summary", (3, 17)),
        (
            "    summary: >-\n      ett\n      skyddat nät\n",
            "ett skyddat",
            "ett\n      skyddat",
            (4, 7),
        ),
        ("    summary: >-\n      ett\n      nät av nät\n", "nät$", "nät", (5, 14)),
        ('    {summary: "a\\u0062",b: c}\n', "b", '"a\\u0062"', (3, 15)),
        ('    summary: "a\\u0062"\n    text: abc\n', "b", '"a\\u0062"', (3, 14)),
        ("    summary: |\n      nät\n      nät\n    text: nät\n", r"nät\n$", "nät", (5, 7)),
    ],
)
def test_what_is_found_is_pointed_at(
    service: str, pattern: str, written: str, place: tuple[int, int]
) -> None:
    assert pointed_at(service, pattern) == (written, place)


def test_what_parts_two_texts_in_a_list_belongs_to_neither() -> None:
    found = pointed_at('    also_called: [a,"b, c"]\n', ",", ("services", "a", "also_called", 1))
    assert found == (",", (3, 23))
