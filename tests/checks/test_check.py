"""What is told of a day, of the days to come, and to whom nothing may be published."""

from datetime import date

from generator.checks import CheckedCatalogue, check, report
from generator.diagnostics import Report
from generator.load import load_texts
from generator.load.loaded import Loaded
from generator.source import SourceText
from tests.rule_page import as_text

DAY = date(2027, 2, 1)
GUIDE = """\
guide: {title: Guide, publisher: Regionen, site: "https://guide.example/"}
models: {rehab: {name: Vårdval Rehab, short_name: Rehab}}
sources: {seed: {title: Källa, publisher: Regionen}}
"""
NET = "  natet: {name: Nätet, summary: Nät., source: seed, obligation: {rehab: mandatory}}\n"
WARNED = f"services:\n{NET}links: {{hugin: {{title: Hugin, source: seed}}}}\n"


def loaded(text: str) -> Loaded:
    return load_texts([SourceText("a.yaml", GUIDE + text)])


def told(text: str, rule: str) -> list[str]:
    found = report(loaded(text), as_of=DAY).diagnostics
    return [each.message for each in found if each.rule == rule]


def test_a_warning_comes_with_the_catalogue_and_ends_a_strict_run() -> None:
    result = check(loaded(WARNED), as_of=DAY)
    assert isinstance(result, CheckedCatalogue)
    assert [each.rule for each in result.report.diagnostics] == ["link-without-address"]
    strict = check(loaded(WARNED), as_of=DAY, strict=True)
    assert isinstance(strict, Report)
    assert strict.diagnostics == result.report.diagnostics


def test_the_report_knows_where_the_guide_is_published() -> None:
    assert report(loaded(WARNED), as_of=DAY).site == "https://guide.example/"


def test_a_fault_of_a_day_that_is_past_is_told_no_more() -> None:
    text = """\
services:
  natet:
    name: Nätet
    summary: Nät.
    source: seed
    obligation: {rehab: mandatory}
    prerequisites:
      - any: [kort, {need: brev, until: 2027-01-10}, {need: brev, from: 2027-01-20}]
  kort: {name: Kort, summary: Kort., source: seed, obligation: {rehab: mandatory}}
  brev: {name: Brev, summary: Brev., source: seed, obligation: {rehab: mandatory}}
"""
    assert told(text, "single-option") == []
    assert len(told(text.replace("2027-01-", "2027-03-"), "single-option")) == 1


def test_a_fault_that_goes_and_comes_back_is_told_once() -> None:
    text = """\
services:
  natet:
    name: Nätet
    summary: Nät.
    source: seed
    obligation: {rehab: mandatory}
    prerequisites:
      - any: [kort, {need: brev, from: 2027-03-01, until: 2027-03-31}]
  kort: {name: Kort, summary: Kort., source: seed, obligation: {rehab: mandatory}}
  brev: {name: Brev, summary: Brev., source: seed, obligation: {rehab: mandatory}}
"""
    assert told(text, "single-option") == [
        "`any` räknar bara upp en sak, så det finns inget att välja mellan"
    ]


def test_another_place_is_shown_at_its_name_also_when_what_stands_there_cannot_be_read() -> None:
    text = "links:\n  hugin: Hugin\n  munin: {title: Munin, former_ids: [hugin], source: seed}\n"
    found = report(loaded(text), as_of=DAY)
    (told,) = (each for each in found.diagnostics if each.rule == "duplicate-id")
    shown = as_text(Report((told,), found.texts)).splitlines()
    assert shown[shown.index("  = a.yaml:5:3: det används här") :][:3] == [
        "  = a.yaml:5:3: det används här",
        "5 |   hugin: Hugin",
        "  |   -----",
    ]
