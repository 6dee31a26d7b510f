"""A rule that finds the same thing everywhere is told as far as anybody reads, and then counted."""

from datetime import date

from generator.checks import report
from generator.checks.rule import MOST
from generator.diagnostics import Report
from generator.load import load_texts
from generator.source import SourceText
from tests.rule_page import as_text

BASE = """\
guide: {title: Guide, publisher: Regionen}
sources: {seed: {title: Källa, publisher: Regionen}}
services: {a: {name: A, summary: B., obligation: {}, source: seed}}
"""

COUNTED = """\
b.yaml:1:1: råd[unused-fact] filen har fler av samma slag än någon läser: här visas 1000, och \
1\u00a0234 till visas inte
  |
1 | # a
  | ^
  |
  = därför: uppgiften kommer inte med på något blad att samla uppgifter på, och ingen läsare ser den
  = gör så: rätta dem som visas; är de av ett slag räcker det ofta att rätta ett ställe
"""


def told(number: int, more: str = "") -> Report:
    facts = "".join(f"  f{n}: {{name: F{n}, source: seed}}\n" for n in range(number))
    texts = [SourceText("a.yaml", BASE + more), SourceText("b.yaml", f"# a\nfacts:\n{facts}")]
    return report(load_texts(texts), as_of=date(2026, 11, 23))


def test_so_many_that_somebody_reads_them_are_all_told() -> None:
    found = [d for d in told(MOST).diagnostics if d.rule == "unused-fact"]
    assert len(found) == MOST
    assert all("efterfrågas inte" in d.message for d in found)


def test_the_rest_is_counted_before_them_and_other_kinds_are_still_told() -> None:
    more = "terms: {t: {word: Ord, explanation: <b>A</b>, source: seed}}\n"
    found = told(MOST + 1234, more)
    first, *others = [d for d in found.diagnostics if d.rule == "unused-fact"]
    assert as_text(Report((first,), found.texts)) == COUNTED
    assert len(others) == MOST
    assert "html-in-text" in {d.rule for d in found.diagnostics}


def test_an_override_of_one_entry_does_not_silence_the_rest() -> None:
    more = """\
overrides:
  o: {rule: unused-fact, severity: "off", places: [facts/f0], because: B., until: 2030-01-01}
"""
    found = told(MOST + 1, more)
    assert len(found.silenced) == 1
    assert any("1 till" in d.message for d in found.diagnostics)
