"""A rule is made of a function and of the page beside it, which says what it finds and why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, Rule, rule
from generator.diagnostics import Severity

PAGE = """\
# lost-form

En blankett går
förlorad på vägen.

## Varför det spelar roll

{why}

## Fel
"""


def lost_form(_: Case) -> Iterator[Finding]:
    yield from ()


def of(page: Path, why: str) -> Rule:
    page.write_text(PAGE.format(why=why), encoding="utf-8")
    return Rule("lost-form", Severity.ERROR, Reads.ENTRY, lost_form, page)


def test_a_rule_is_named_after_its_function_and_its_page_lies_beside_it() -> None:
    made = rule(Severity.WARNING, Reads.WHOLE, on_graphs=True)(lost_form)
    assert made == Rule(
        name="lost-form",
        severity=Severity.WARNING,
        reads=Reads.WHOLE,
        find=lost_form,
        page=Path(__file__).with_name("test_rule.md"),
        on_graphs=True,
        on_texts=False,
    )
    assert made.address == "redaktor/regler/lost-form/"


def test_it_reads_entries_and_no_graphs_or_texts_unless_it_says_so() -> None:
    made = rule(Severity.ERROR)(lost_form)
    assert (made.reads, made.on_graphs, made.on_texts) == (Reads.ENTRY, False, False)
    assert rule(Severity.ERROR, on_texts=True)(lost_form).on_texts


def test_what_it_finds_is_its_first_paragraph_on_one_line(tmp_path: Path) -> None:
    made = of(tmp_path / "lost_form.md", "Den kommer aldrig fram.")
    assert made.summary == "En blankett går förlorad på vägen."


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Den kommer\naldrig fram.", "den kommer aldrig fram"),
        ("Den kommer. Den går.", "den kommer. Den går"),
        ("KIV är katalogen.", "KIV är katalogen"),
        ("En PDF skrivs ut på X.", "en PDF skrivs ut på X"),
        ("A4 är för litet.", "a4 är för litet"),
        ("E-post går fram.", "e-post går fram"),
        ("IT går fram.", "IT går fram"),
        ("IPv6 går fram.", "IPv6 går fram"),
        ("iPhone går fram.", "iPhone går fram"),
    ],
)
def test_why_goes_on_after_a_colon_unless_it_begins_with_an_abbreviation(
    tmp_path: Path, written: str, why: str
) -> None:
    assert of(tmp_path / "lost_form.md", written).why == why


def test_a_page_that_does_not_say_why_is_a_fault_of_who_wrote_it(tmp_path: Path) -> None:
    page = tmp_path / "lost_form.md"
    page.write_text("# lost-form\n\nEn blankett.\n", encoding="utf-8")
    made = Rule("lost-form", Severity.ERROR, Reads.ENTRY, lost_form, page)
    with pytest.raises(ValueError, match=r"lost_form\.md does not say why"):
        _ = made.why
