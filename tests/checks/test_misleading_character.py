"""Characters that mislead, given as escapes so that this file misleads nobody."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.checking import report
from generator.checks.rule import MOST
from generator.checks.rules.misleading_character import (
    _SUSPECT,
    _in,
    _is_suspect,
    misleading_character,
)
from generator.load import load_texts
from generator.source import SourceText, Span

SERVICE = "services: {sjunet: {name: Sjunet, summary: %s, obligation: {}, source: seed}}\n"
MANY = f"filen har fler av samma slag än någon läser: här visas {MOST}"


def found(text: str) -> list[tuple[int, int, str]]:
    """Line, column and message of each."""
    loaded = load_texts([SourceText("a.yaml", text)])
    shown = report(loaded, [misleading_character], as_of=date(2027, 1, 1)).diagnostics
    return [(each.span.line, each.span.column, each.message) for each in shown]


@pytest.mark.parametrize(
    "character", ["\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad\u200d", "\U000e0041"]
)
def test_what_is_not_seen_is_told_wherever_it_stands(character: str) -> None:
    (comment,) = found("# en" + character + "rad\n")
    assert comment[:2] == (1, 4 + len(character))
    assert "som inte syns" in comment[2]
    (text,) = found(SERVICE % ("Ett" + character + "nät."))
    assert "som inte syns" in text[2]


def test_a_letter_of_another_script_among_latin_ones_is_told() -> None:
    ((line, column, message),) = found("# sjun\u0435t\n")
    assert (line, column) == (1, 7)
    assert "U+0435 CYRILLIC SMALL LETTER IE" in message


@pytest.mark.parametrize("written", [r'"Ett\u200bnät."', r'"sjun\u0435t"'])
def test_an_escape_is_told_at_its_value(written: str) -> None:
    ((line, column, _),) = found(SERVICE % written)
    assert (line, column) == (1, SERVICE.index("%s") + 1)


@pytest.mark.parametrize("text", ["av\u00adstämning", "å ä ö é ü", "\u03b1-märkt", "\u0410 \u0415"])
def test_what_misleads_nobody_is_left_alone(text: str) -> None:
    assert found(SERVICE % text) == []


def test_a_file_full_of_them_is_told_line_by_line() -> None:
    assert len(found("# \u200b\u200b\u200b\n" * 900)) == 900


@pytest.mark.parametrize("line", ["# \u200b\n", "#\r", "# \u200b\u200b\r\n", "# \u200b\x85"])
@pytest.mark.parametrize("more", [0, 1, 2, 1234])
def test_so_many_that_nobody_reads_them_are_counted(line: str, more: int) -> None:
    shown = found(line * (MOST + more))
    assert [each[0] for each in shown if "fler" not in each[2]] == [*range(1, MOST + 1)]
    rest = [each[2].replace("\u00a0", "") for each in shown if "fler" in each[2]]
    assert rest == ([f"{MANY}, och {more} till visas inte"] if more else [])


@given(st.text(alphabet="ae\u0430\u200b\u2028\x85\r\n", max_size=40))
def test_each_line_is_told_once_at_its_first(text: str) -> None:
    """Against a look at every sign by itself."""
    source, first = SourceText("a.yaml", text), dict[int, int]()
    for at, sign in enumerate(text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        is_alike = sign == "\u0430" and bool({before, after} & {"a", "e"})
        if sign in "\u200b\u2028\x85" or is_alike or (sign == "\r" and after != "\n"):
            place = source.span(at)
            first.setdefault(place.line, place.column)
    told = _in(source)
    places = [each.place for each in told if isinstance(each.place, Span)]
    assert [(each.line, each.column) for each in places] == list(first.items())


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029", "\r"])
def test_a_line_that_only_some_readers_break_hides_nothing_in_a_comment(sign: str) -> None:
    ((line, column, message),) = found(f"# en rad{sign}services: {{}}\n")
    assert (line, column) == (1, 9)
    assert "bryts raden" in message
    assert found(SERVICE % f'"Ett nät.{sign}"')[0][0] == 1


def test_lines_that_end_as_in_windows_hide_nothing() -> None:
    assert found((SERVICE % "A.").replace("\n", "\r\n")) == []


@given(st.text("ab\r\nåо\u200b\x85\u2028\U000e0041\ud800", max_size=12) | st.text())
def test_no_file_is_passed_by(text: str) -> None:
    assert _is_suspect(text) == bool(_SUSPECT.search(text))
