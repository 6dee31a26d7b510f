"""What begins or ends on a date is there on its days only, and nothing else moves."""

from datetime import date

import pytest

from generator.checks import CheckedCatalogue, check, report
from generator.load import load_texts
from generator.model.need import Reference
from generator.model.outline import DataPath
from generator.model.service import Service
from generator.model.step import Choice, Step
from generator.source import SourceText

BASE = """
guide: {title: Guide, publisher: Regionen}
models: {rehab: {name: Rehab, short_name: R}, pv: {name: Primärvård, short_name: P}}
operators: {private: {name: Privat, short_name: Privat}}
sources: {seed: {title: Källa, publisher: Regionen}}
organisations: {vgr: {name: Regionen}}
"""
CATALOGUE = """
contacts:
  gamla: {role: Support, organisation: vgr, source: seed, until: 2027-05-31}
  nya: {role: Support, organisation: vgr, source: seed, from: 2027-06-01}
services:
  katalog:
    name: Katalog
    summary: Katalog.
    source: seed
    obligation: {rehab: mandatory, pv: mandatory}
    until: 2027-05-31
    steps: [{id: klar, title: Klar}]
  natet:
    name: Nätet
    summary: Nätet.
    source: seed
    obligation: {rehab: mandatory, pv: mandatory}
    prerequisites: [katalog/klar]
  kort:
    name: Kort
    summary: Kort.
    source: seed
    obligation: {rehab: mandatory, pv: {level: mandatory, from: 2027-06-01}}
    contacts: [gamla, nya]
    prerequisites: [katalog, natet]
    steps:
      - {id: foto, title: Fota, until: 2027-05-31}
      - {id: bestall, title: Beställ, until: 2027-05-31, after: [foto]}
      - {id: bestall, title: Beställ på nytt, from: 2027-06-01, after: [foto]}
      - {id: hamta, title: Hämta, prerequisites: [kort/bestall], after: [bestall]}
      - choose: vag
        title: Välj
        options: [{id: a, title: A}, {id: b, title: B, from: 2027-06-01}, {id: c, title: C}]
"""
BEFORE, AFTER = date(2027, 5, 31), date(2027, 6, 1)


def on(day: date, text: str = BASE + CATALOGUE) -> CheckedCatalogue:
    checked = check(load_texts([SourceText("a.yaml", text)]), as_of=day)
    assert isinstance(checked, CheckedCatalogue), checked.diagnostics
    return checked


def kort(day: date) -> Service:
    return on(day).catalogue.services["kort"]


def needs(day: date) -> list[str]:
    return [need.need for need in kort(day).prerequisites if isinstance(need, Reference)]


def told(text: str, day: date) -> list[str]:
    result = report(load_texts([SourceText("a.yaml", BASE + text)]), as_of=day)
    return [f"{each.span.line}: {each.rule}: {each.message}" for each in result.diagnostics]


@pytest.mark.parametrize(
    ("day", "titles"),
    [
        (BEFORE, ["Fota", "Beställ", "Hämta", "Välj"]),
        (AFTER, ["Beställ på nytt", "Hämta", "Välj"]),
    ],
)
def test_a_step_is_there_from_its_first_day_through_its_last(day: date, titles: list[str]) -> None:
    assert [item.title for item in kort(day).steps] == titles


@pytest.mark.parametrize(
    ("day", "models", "options"),
    [(BEFORE, ["rehab"], ["a", "c"]), (AFTER, ["rehab", "pv"], ["a", "b", "c"])],
)
def test_so_are_an_obligation_and_an_option(
    day: date, models: list[str], options: list[str]
) -> None:
    service = kort(day)
    assert list(service.obligation) == models
    (choice,) = (item for item in service.steps if isinstance(item, Choice))
    assert [option.id for option in choice.options] == options


def test_a_reference_drops_out_with_what_it_names() -> None:
    assert (needs(BEFORE), needs(AFTER)) == (["katalog", "natet"], ["natet"])
    assert (kort(BEFORE).contacts, kort(AFTER).contacts) == (("gamla",), ("nya",))
    assert on(BEFORE).catalogue.services["natet"].prerequisites
    assert not on(AFTER).catalogue.services["natet"].prerequisites
    assert kort(AFTER).steps[0].after == ()


def test_a_reference_to_what_goes_on_in_another_form_stays() -> None:
    for day in (BEFORE, AFTER):
        (fetch,) = (item for item in kort(day).steps if item.id == "hamta")
        assert fetch.prerequisites
        assert fetch.after == ("bestall",)


ENDS = """
forms:
  gammal: {title: Gammal, explanation: Går ut., source: seed, until: 2027-05-31}
  ny: {title: Ny, explanation: Tar vid., source: seed}
contacts:
  gamla: {role: Support, organisation: vgr, source: seed, until: 2027-05-31}
  nya: {role: Kundtjänst, organisation: vgr, source: seed}
services:
  a:
    name: A
    summary: A.
    source: seed
    obligation: {rehab: mandatory}
    steps:
      - {id: ring, title: Ring, contacts: [gamla, nya], until: 9999-12-31}
      - {id: fyll, title: Fyll i, form: gammal, until: 2027-06-30}
      - {id: fota, title: Fota, until: 2027-05-31}
  b:
    name: B
    summary: B.
    source: seed
    obligation: {rehab: mandatory}
    prerequisites: [a/fota, a/ring]
"""


def test_a_reference_drops_out_with_the_step_that_it_names_and_a_form_with_its_field() -> None:
    before, after = (on(day, BASE + ENDS).catalogue.services for day in (BEFORE, AFTER))
    assert [n.need for n in before["b"].prerequisites if isinstance(n, Reference)] == [
        "a/fota",
        "a/ring",
    ]
    assert [n.need for n in after["b"].prerequisites if isinstance(n, Reference)] == ["a/ring"]
    forms = [[i.form for i in s["a"].steps if isinstance(i, Step)] for s in (before, after)]
    assert forms == [[None, "gammal", None], [None, None]]


def test_what_stays_in_a_list_in_a_list_keeps_its_place() -> None:
    text = BASE + ENDS
    span = on(AFTER, text).places.span(("services", "a", "steps", 0, "contacts", 0))
    assert text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1] == "nya"


def test_a_step_that_was_never_there_is_told_once_also_when_its_service_ends() -> None:
    text = CATALOGUE.replace("prerequisites: [katalog/klar]", "prerequisites: [katalog/klart]")
    found = [each for each in told(text, BEFORE) if "unknown-reference" in each]
    assert found == ["24: unknown-reference: steget `klart` finns inte i tjänsten `katalog`"]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (("services", "kort", "steps", 1, "title"), "Hämta"),
        (("services", "kort", "prerequisites", 0), "natet"),
        (("services", "kort", "contacts", 0), "nya"),
        (("contacts", "nya", "role"), "Support"),
    ],
)
def test_what_stays_keeps_its_place(path: DataPath, written: str) -> None:
    span = on(AFTER).places.span(path)
    line = (BASE + CATALOGUE).splitlines()[span.line - 1]
    assert line[span.column - 1 : span.end_column - 1] == written


def test_what_will_be_wrong_is_told_before_it_is() -> None:
    text = """
services:
  a:
    name: A
    summary: A.
    source: seed
    obligation: {rehab: mandatory}
    prerequisites:
      - any:
          - b
          - {need: c, until: 2027-05-31}
    steps: [{id: x, title: X, form: finns-inte, from: 2028-01-01}]
  b: {name: B, summary: B., source: seed, obligation: {rehab: mandatory}}
  c: {name: C, summary: C., source: seed, obligation: {rehab: mandatory}}
"""
    single = "`any` räknar bara upp en sak, så det finns inget att välja mellan"

    def rules_and_words(day: date) -> list[str]:
        return [each.partition(": ")[2] for each in told(text, day)]

    assert rules_and_words(BEFORE) == [
        f"single-option: från `2027-06-01`: {single}",
        "unknown-reference: från `2028-01-01`: avsnittet `forms` saknas helt; 1 hänvisning går dit",
    ]
    assert rules_and_words(AFTER)[0] == f"single-option: {single}"
