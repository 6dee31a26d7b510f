"""The way of a model in stages, its checklist, and the start page's choice."""

import re
from pathlib import Path

import pytest

from generator.outputs.html.rendering import Html
from generator.outputs.paper.prints import prints
from generator.pages.registry import all_pages
from generator.sheets.edition import edition
from generator.sheets.registry import all_sheets
from generator.views.stages import Stage, on_the_way, stages
from generator.views.steps import every
from tests.pages.rendered import BOTH, FREE, THEME, markup, read, real, section, slot, small

WAY = f"""
services:
  net:
    name: Nätet
    obligation: {{pv: mandatory, rehab: mandatory}}
    summary: Når allt.
    source: seed
    steps:
      - choose: hur
        title: Välj väg
        options:
          - id: quick
            title: Snabb väg
            recommended: true
            steps:
              - {{id: o, title: Beställ snabbt}}
              - {{id: w, title: Få snabbt, actor: vgr, lead_time: 5wd}}
          - {{id: slow, title: Egen väg, steps: [{{id: o, title: Gräv själva}}]}}
      - {{id: k, title: Prova nätet}}
  portal:
    {{name: Portalen, {BOTH}, steps: [{{id: p, title: Förbered}},
    {{id: s, title: Logga in, prerequisites: [net]}}]}}
  extra: {{name: Extra, obligation: {{pv: optional}}, {FREE}, steps: [{{id: s, title: Lek}}]}}
  maybe:
    name: Kanske
    obligation: {{pv: {{level: conditional, condition: vill}}, rehab: unspecified}}
    summary: Vem vet.
    source: seed
"""


def told(way: tuple[Stage, ...]) -> list[list[str]]:
    """The titles of each stage's steps."""
    return [
        [item.title for group in stage.groups for item in every(group.items) if item.work]
        for stage in way
    ]


def test_a_new_stage_begins_where_an_answer_is_waited_for() -> None:
    assert told(stages(small(WAY), "pv")) == [
        ["Beställ snabbt", "Få snabbt", "Gräv själva", "Förbered"],
        ["Prova nätet", "Logga in"],
    ]


def test_a_group_names_the_answers_it_waited_for() -> None:
    _, second = stages(small(WAY), "pv")
    assert [[view.step for view in group.awaits] for group in second.groups] == [
        ["Få snabbt"],
        ["Få snabbt"],
    ]


def test_only_what_is_obliged_and_what_that_rests_on_is_on_the_way() -> None:
    assert on_the_way(small(WAY), "pv", None) == ("net", "portal")


def test_an_option_whose_turn_comes_later_says_when() -> None:
    site = small(
        "services:\n"
        f"  a: {{name: A, {BOTH}, steps: [{{id: w, title: Vänta, actor: vgr}}]}}\n"
        f"  b: {{name: B, {BOTH}, steps: [{{choose: v, title: Välj, options: ["
        "{id: x, title: Nu, steps: [{id: s, title: Gör}]},"
        "{id: y, title: Sedan, prerequisites: [a], steps: [{id: s, title: Gör sen}]}]}]}\n"
    )
    first, second = stages(site, "pv")
    choice = next(item for group in first.groups for item in group.items if item.options)
    assert [(o.title, o.later) for o in choice.options] == [("Nu", None), ("Sedan", 2)]
    again = next(item for group in second.groups for item in group.items if item.options)
    assert again.continued
    assert [o.title for o in again.options] == ["Sedan"]


def test_the_models_page_has_its_services_under_their_levels() -> None:
    services = section(markup(small(WAY), "pv"), "tjanster")
    assert re.search(
        r"Obligatoriska .*Nätet.*Portalen.* Villkorade .*Kanske.* Valfria .*Extra", services
    )
    assert "Krävs om ni vill." in services
    assert "Extra" not in section(markup(small(WAY), "rehab"), "tjanster")


def test_the_checklist_has_a_labelled_box_for_every_step() -> None:
    body = markup(small(WAY), "checklistor/pv/private")
    boxes = re.findall(r'<input type="checkbox" id="([^"]+)">', body)
    assert len(boxes) == len(set(boxes)) == 6
    for box in boxes:
        assert f'<label for="{box}">' in body
    assert re.search(r"Välj ett alternativ Snabb väg Rekommenderas .* eller Egen väg", read(body))


def test_services_besides_can_be_added_from_the_models_checklist() -> None:
    more = section(markup(small(WAY), "checklistor/pv/private"), "fler")
    assert "Extra" in more
    assert "Kanske" not in more  # it has no steps, and so no checklist


def test_the_start_page_leads_to_each_model_and_says_what_cannot_wait() -> None:
    start = read(slot(small(WAY), "start"))
    assert "Primärvården Heter i dag Vårdcentralen." in start
    assert "2 obligatoriska tjänster och 2 till" in start
    assert "Börja med Nätet Portalen" in start
    assert "3 tjänster är gemensamma" in start


def test_the_summer_stop_is_on_the_real_start_page_with_its_dates() -> None:
    assert "1 juni–31 juli" in read(slot(real(), "start"))


@pytest.mark.parametrize("operator", real().catalogue.operators)
@pytest.mark.parametrize("model", real().catalogue.models)
def test_every_step_of_the_real_way_is_on_its_checklist_once(model: str, operator: str) -> None:
    body = markup(real(), f"checklistor/{model}/{operator}")
    ids = [
        item.id.replace("/", "--")
        for stage in stages(real(), model, operator)
        for group in stage.groups
        for item in every(group.items)
        if item.work
    ]
    assert [body.count(f'id="klar-{id_}"') for id_ in ids] == [1] * len(ids)


def test_the_old_address_of_a_models_checklist_asks_who_runs_the_unit() -> None:
    body = markup(small(WAY), "checklistor/pv")
    assert re.findall(r'href="([^"]+)">([^<]+)', body) == [
        ("private/", "Privat"),
        ("public/", "Offentlig"),
    ]


def test_the_page_says_which_edition_its_paper_is() -> None:
    site = small(WAY)
    sheet = next(s for s in all_sheets(site) if s.address == "checklistor/pv/private")
    assert f"Utgåva {edition(sheet)}" in read(markup(site, sheet.address))


def test_a_page_leads_to_its_prints_with_their_length(tmp_path: Path) -> None:
    site = small(WAY)
    sheets = [s for s in all_sheets(site) if s.address == "checklistor/pv/private"]
    html = Html(THEME, site, prints(site, sheets, THEME, tmp_path))
    page = next(p for p in all_pages(site) if p.address == "checklistor/pv/private")
    body = html.render(page).body
    assert 'href="checklista-pv-private.pdf"' in body
    assert 'href="checklista-pv-private-med-forklaringar.pdf"' in body
    assert len(re.findall(r"PDF, 1 sida, \d+ kB", body)) == 2
    assert "PDF" not in read(markup(site, sheets[0].address))
