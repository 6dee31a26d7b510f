"""Whoever has slipped in the writing is shown where, and told in words of their own."""

from datetime import date

import pytest

from generator.checks import report
from generator.checks.rules.syntax_error import syntax_error
from generator.load import load_texts
from generator.source import SourceText

TOO_FAR = "raden är indragen som om den hörde till värdet ovanför"
UNLIKE = "indraget stämmer inte med raderna ovanför"
QUOTE = "texten fortsätter efter citattecknet som avslutar den"


def told(text: str) -> list[tuple[int, int, str, str]]:
    """Line, column, what is pointed at and what is said of it."""
    loaded = load_texts([SourceText("a.yaml", text)])
    found = report(loaded, [syntax_error], as_of=date(2027, 2, 1)).diagnostics
    lines = text.split("\n")
    assert all(each.span.line == each.span.end_line for each in found)
    return [
        (
            each.span.line,
            each.span.column,
            lines[each.span.line - 1][each.span.column - 1 : each.span.end_column - 1],
            each.message,
        )
        for each in found
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("a:\n  b\n  c: d\n", 2, 3, "b"),
        ("a:\n  b\n\n  c: d\n", 2, 3, "b"),
        ("a:\n  b\n\n\n  c: d\n", 2, 3, "b"),
        ("a:\n  b\n  # en kommentar\n  c: d\n", 2, 3, "b"),
        ("a:\n  b # en kommentar\n  c: d\n", 2, 3, "b"),
        ("a:\n# en kommentar\n  b\n  c: d\n", 3, 3, "b"),
        ("a:\n\n  b\n  c: d\n", 3, 3, "b"),
        ("a:  # en kommentar\n  b\n  c: d\n", 2, 3, "b"),
        ("b\n\nc: d\n", 1, 1, "b"),
        ("b\nc: d\n", 1, 1, "b"),
        ("\n# en kommentar\nb\nc: d\n", 3, 1, "b"),
        ("a:\n  b\n  två ord\n  c: d\n", 3, 3, "två ord"),
        ("a:\n  b: x\n  två ord\n  c: d\n", 3, 3, "två ord"),
        ("a:\n  b: x\n  två ord\n", 3, 3, "två ord"),
        ("a:\n  - b\n  c\n  d: e\n", 3, 3, "c"),
        ("a:\n  b: x\n  http://c\n", 3, 3, "http://c"),
    ],
)
def test_a_name_without_its_colon(text: str, line: int, column: int, word: str) -> None:
    assert told(text) == [(line, column, word, f"kolon saknas i `{word}`")]


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("a:b\nc: d\n", 1, 1, "a:b"),
        ("a:\n  b:c\n  d: e\n", 2, 3, "b:c"),
        ("a:\n  b:c\n\n  d: e\n", 2, 3, "b:c"),
        ("a:\n  b: c\n  d:e\n", 3, 3, "d:e"),
        ("a: b\nc:d", 2, 1, "c:d"),
    ],
)
def test_a_colon_without_its_space(text: str, line: int, column: int, word: str) -> None:
    said = f"blanksteg saknas efter kolonet i `{word}`"
    assert told(text) == [(line, column, word, said)]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: x\n  b\n  c: d\n", (3, 4, ":"), TOO_FAR),
        ("a:\n  b: x\n    c\n    d: e\n", (4, 6, ":"), TOO_FAR),
        ("a:\n  b: x\n    c\n    d\n    e: f\n", (5, 6, ":"), TOO_FAR),
        ("a:\n  b: x\n    d: e\n", (3, 6, ":"), TOO_FAR),
        ("a:\n  b:\n      c\n    d: e\n", (4, 6, ":"), TOO_FAR),
        ("a:\n  b:\n    c\n      d: e\n", (4, 8, ":"), TOO_FAR),
        ("b\n- c\nd: e\n", (3, 2, ":"), TOO_FAR),
        ("a:\n  b: {}\n c: {}\n", (3, 2, "c"), UNLIKE),
    ],
)
def test_a_line_that_is_indented_wrongly(text: str, place: tuple[int, int, str], said: str) -> None:
    assert told(text) == [(*place, said)]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: 'b' c\n", (1, 8, "c"), QUOTE),
        ("a: 'b'c\n", (1, 7, "c"), QUOTE),
        ("a:\n  b: x\n  'c'd: e\n", (3, 6, "d"), QUOTE),
        (
            "a: b: c\n",
            (1, 5, ":"),
            "kolon följt av blanksteg står inne i ett värde utan citattecken",
        ),
        ("--- a: b\n", (1, 6, ":"), "`---` står inte ensamt på sin rad"),
        ("a:\n  b: c\n  ]\n", (3, 3, "]"), "`]` står utan den parentes som den ska avsluta"),
        ("a: {}\n}\n", (2, 1, "}"), "`}` står utan den parentes som den ska avsluta"),
        ("a:\n  b: c\n  : d\n", (3, 3, ":"), "fältnamnet före kolonet saknas"),
        ("a: {}\n- b\n", (2, 1, "-"), "en punkt i en lista står där ett fältnamn ska stå"),
        ("a:\n\tb: c\n", (2, 1, "\t"), "raden är indragen med tabb"),
        ("a:\n  b: c\n \td: e\n", (3, 2, "\t"), "raden är indragen med tabb"),
        ("a: @b\n", (1, 4, "@"), "texten börjar med `@`, som är reserverat i YAML"),
        ("a: [b\nc: d\n", (1, 4, "["), "listan som börjar med `[` avslutas inte"),
        ("a: {b: c\nd: e\n", (1, 4, "{"), "objektet som börjar med `{` avslutas inte"),
        ("a: {b c: d: e}\n", (1, 11, ":"), "komma saknas före `:`"),
        ("a: [b: c: d]\n", (1, 9, ":"), "komma saknas före `:`"),
        (
            "a:\u00a0b\nc: d\n",
            (1, 1, "a:\u00a0b"),
            "ett hårt blanksteg står där ett vanligt ska stå",
        ),
        (
            "a: b\n  \u00a0c: d\n",
            (2, 5, ":"),
            "ett hårt blanksteg står där ett vanligt ska stå",
        ),
        ("a: [b, ]c\n", (1, 9, "c"), "raden går inte att läsa som YAML"),
    ],
)
def test_other_slips(text: str, place: tuple[int, int, str], said: str) -> None:
    assert told(text) == [(*place, said)]
