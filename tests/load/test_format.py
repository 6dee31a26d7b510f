"""A catalogue of another format is refused in one sentence, for what it means is not known here."""

from datetime import date

import pytest

from generator.checks import report
from generator.load import load_texts
from generator.source import SourceText

GUIDE = "guide:\n  title: Guide\n  publisher: Regionen\n"
SERVICE = "services: {a: {name: A, summary: B., obligation: {}, source: seed}}\n"
REST = "sources: {seed: {title: A, publisher: B}}\n"


def said(*texts: str) -> list[tuple[str, int, str]]:
    sources = [SourceText(f"{number}.yaml", text) for number, text in enumerate(texts)]
    found = report(load_texts(sources), as_of=date(2027, 2, 1)).diagnostics
    return [(each.rule, each.span.line, each.help) for each in found]


@pytest.mark.parametrize("written", ["", "  format: 1\n", "  format: '1'\n"])
def test_the_format_of_today_is_read_said_or_not(written: str) -> None:
    assert said(GUIDE + written + SERVICE + REST) == []


def test_of_a_newer_one_nothing_else_is_told() -> None:
    rest = "  annat: x\nnytt: []\nservices: {a: {namn: A}}\n"
    ((rule, line, help_),) = said(f"{GUIDE}  format: 2\n{rest}", "services: {b: 1}\n")
    assert (rule, line) == ("unknown-format", 4)
    assert "uppdatera Startklar" in help_


def test_what_cannot_be_read_is_told_beside_it() -> None:
    assert [rule for rule, *_ in said(f"{GUIDE}  format: 2\n", "a: [\n")] == [
        "unknown-format",
        "syntax-error",
    ]


@pytest.mark.parametrize("written", ["två", "1.0", "[1]", "-1", "٢", "1 ", "9" * 5000])
def test_what_is_no_number_is_no_format(written: str) -> None:
    rules = {rule for rule, *_ in said(f"{GUIDE}  format: {written}\n{SERVICE}{REST}")}
    assert rules == ({"wrong-type"} if written != "1 " else set())
