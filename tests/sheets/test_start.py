"""The start checklist of a model and an operator."""

from dataclasses import replace
from datetime import date

import pytest

from generator.sheets.edition import edition
from generator.sheets.registry import all_sheets
from generator.sheets.sheet import Checklist, Choice, Group, Link, Missing, NoteKind, Sheet
from generator.views.site import Site
from generator.views.stages import stages
from generator.views.steps import every
from tests.pages.rendered import BOTH, real, small
from tests.sheets.paper import sheet, ticks

LIST = f"""
stops:
  vila: {{title: Vila, organisation: vgr, from: 06-01, to: 07-31, source: seed,
    text: Ingen svarar.}}
contacts:
  lina: {{role: Frågor, organisation: vgr, email: lina@example.org, source: seed}}
forms:
  f: {{title: Ansökan, explanation: Den behövs., recipients: [lina], ways: [email], source: seed}}
  g: {{title: Anmälan, explanation: Den med., ways: [email], source: seed}}
services:
  net:
    name: Nätet
    {BOTH.replace(", ", chr(10) + "    ").replace(chr(10) + "    rehab", ", rehab")}
    steps:
      - {{id: a, title: Ansök, form: f, operators: [private]}}
      - {{id: b, title: Anmäl, form: g, operators: [public], text: Skriv *tydligt*.}}
      - choose: hur
        title: Välj väg
        options:
          - id: x
            title: Den raka
            recommended: true
            steps: [{{id: s, title: Gå rakt fram}}]
          - {{id: y, title: Den krokiga, steps: [{{id: s, title: Gå runt}}]}}
      - {{id: w, title: Få nätet, actor: vgr, lead_time: 5wd, stop: vila}}
  two:
    name: Tvåan
    {BOTH.replace(", ", chr(10) + "    ").replace(chr(10) + "    rehab", ", rehab")}
    steps:
      - {{id: s, title: Prova, prerequisites: [net]}}
      - {{id: w, title: Få svar, actor: vgr, stop: vila}}
"""


def groups(found: Sheet) -> list[Group]:
    assert isinstance(found.body, Checklist)
    return [group for section in found.body.sections for group in section.groups]


def start(operator: str = "private") -> Sheet:
    return sheet(small(LIST), f"checklistor/pv/{operator}")


def test_there_is_one_for_each_model_and_operator() -> None:
    found = [each.address for each in all_sheets(small(LIST)) if each.kind == "start"]
    assert found == [
        "checklistor/pv/private",
        "checklistor/pv/public",
        "checklistor/rehab/private",
        "checklistor/rehab/public",
    ]


def test_an_operator_has_no_step_that_is_for_another() -> None:
    assert [tick.title.text for tick in ticks(start("private"))][:1] == ["Ansök"]
    assert [tick.title.text for tick in ticks(start("public"))][:1] == ["Anmäl"]
    assert not any(tick.tags for tick in ticks(start("public")))


def test_a_step_has_its_form_and_who_receives_it() -> None:
    facts = {fact.term: fact.lines for fact in next(ticks(start())).facts}
    assert facts["Blankett"][0] == (Link("Ansökan", "blanketter#f"),)
    assert facts["Skickas till"][0][-1] == Link("lina@example.org", "mailto:lina@example.org")


def test_what_no_source_says_is_a_gap_to_fill_in() -> None:
    facts = {fact.term: fact.lines for fact in next(ticks(start("public"))).facts}
    assert facts["Skickas till"] == ((Missing(),),)


def test_both_ways_of_a_choice_are_there() -> None:
    choice = next(entry for entry in groups(start())[0].entries if isinstance(entry, Choice))
    assert [(view.title, view.recommended) for view in choice.branches] == [
        ("Den raka", True),
        ("Den krokiga", False),
    ]


def test_a_stop_is_told_in_full_where_it_bites_first() -> None:
    told = [[note.title for note in group.notes] for group in groups(start())]
    assert told == [["Vila: 1 juni–31 juli"], ["Väntar på: Nätet: Få nätet"]]
    assert [tick.stops for tick in ticks(start()) if tick.stops] == [("Stopp 1 juni–31 juli",)] * 2
    assert groups(start())[0].notes[0].kind is NoteKind.STOP


def test_the_same_list_is_the_same_edition_on_another_day() -> None:
    later = replace(small(LIST), as_of=date(2031, 5, 20))
    assert edition(sheet(later, "checklistor/pv/private")) == edition(start())


@pytest.mark.parametrize(
    ("before", "after"),
    [("title: Ansök,", "title: Sök,"), ("Ingen svarar", "Någon svarar"), ("lina@", "nils@")],
)
def test_another_word_is_another_edition(before: str, after: str) -> None:
    changed = small(LIST.replace(before, after))
    assert edition(sheet(changed, "checklistor/pv/private")) != edition(start())


def test_where_a_link_leads_is_no_other_edition() -> None:
    changed = small(LIST.replace("  f: {", "  ny: {").replace("form: f,", "form: ny,"))
    assert edition(sheet(changed, "checklistor/pv/private")) == edition(start())


def _profiles(site: Site) -> list[tuple[str, str]]:
    return [(m, o) for m in site.catalogue.models for o in site.catalogue.operators]


@pytest.mark.parametrize(("model", "operator"), _profiles(real()))
def test_every_step_of_the_real_way_is_there_once(model: str, operator: str) -> None:
    way = stages(real(), model, operator)
    items = [item for stage in way for group in stage.groups for item in every(group.items)]
    found = [tick.id for tick in ticks(sheet(real(), f"checklistor/{model}/{operator}"))]
    assert found == [item.id for item in items if item.work]
    assert len(set(found)) == len(found)
