"""`/checklistor/samla/`: what to gather once, as the unit reads it."""

import re

import pytest

from generator.pages.registry import all_pages
from tests.pages.rendered import BOTH, markup, read, real, section, small

WORLD = f"""
facts:
  ip:
    name: <IP>-adresser
    explanation: Numren *på* datorerna.
    where: Fråga nätet.
    source: {{ref: seed, lines: 24}}
  chef: {{name: Chef, personal: true, source: other}}
forms:
  net: {{title: Nätblanketten, explanation: Ger nät., asks_for: [ip], source: seed}}
  silent: {{title: Den tysta, explanation: Oklart., source: seed}}
services:
  a:
    {{name: Nätet, {BOTH}, steps: [
    {{id: f, title: Fyll i, form: net}}, {{id: s, title: Skicka, form: silent}},
    {{id: r, title: Ring, optional: true, asks_for: [chef], recipients: []}}]}}
"""
SHEET = "checklistor/samla/pv/private"


def test_a_fact_says_what_it_is_how_to_get_it_and_what_it_is_for() -> None:
    body = markup(small(WORLD), SHEET)
    text = section(body, "uppgifter")
    assert "&lt;IP&gt;-adresser" in body
    assert "Numren på datorerna. Fråga nätet." in text
    assert "Källa: Huvudkällan, rad 24." in text
    assert "Blanketten « Nätblanketten »" in text
    assert 'href="../../../../blanketter/#net"' in body


def test_a_step_that_asks_is_linked_and_stands_apart_if_it_is_not_sure_to_be_met() -> None:
    body = markup(small(WORLD), SHEET)
    assert "Chef" not in section(body, "uppgifter")
    text = section(body, "om-ni-valjer")
    assert "Chef Personuppgift" in text
    assert "Steget « Ring » i Nätet Valfritt." in text
    assert 'href="../../../../tjanster/a/#steg-r"' in body


def test_there_is_room_to_write_on_paper_and_no_field_on_screen() -> None:
    body = markup(small(WORLD), SHEET)
    assert body.count('<td class="sk-gather__room"></td>') == 2
    assert not re.search(r"<(input|textarea|select)|contenteditable", body)
    assert "Skriv inget om patienter." in read(body)


def test_a_form_whose_questions_no_source_names_is_listed() -> None:
    assert "Blanketten « Den tysta »" in section(markup(small(WORLD), SHEET), "okant")


def test_without_a_single_fact_the_sheet_says_so() -> None:
    site = small(
        "forms: {silent: {title: Den tysta, explanation: O., source: seed}}\n"
        f"services:\n  a: {{name: A, {BOTH}, steps: [{{id: s, title: S, form: silent}}]}}\n"
    )
    body = markup(site, SHEET)
    assert "Ingen källa säger vad blanketterna" in section(body, "uppgifter")
    assert "<table" not in body
    assert "Den tysta" in section(body, "okant")


def test_without_forms_there_is_nothing_unknown_either() -> None:
    body = markup(small(f"services:\n  a: {{name: A, {BOTH}}}\n"), SHEET)
    assert 'id="okant"' not in body


def test_the_choice_leads_to_a_sheet_for_each_model_and_operator() -> None:
    body = markup(real(), "checklistor/samla")
    sheets = [p.address for p in all_pages(real()) if p.address.startswith("checklistor/samla/")]
    assert len(sheets) == 4
    for address in sheets:
        assert f'href="{address.removeprefix("checklistor/samla/")}/"' in body


def test_the_checklists_and_the_models_ways_lead_here() -> None:
    assert 'href="samla/"' in markup(real(), "checklistor")
    assert 'href="../checklistor/samla/#rehab"' in markup(real(), "rehab")
    assert 'id="rehab"' in markup(real(), "checklistor/samla")


@pytest.mark.parametrize("model", real().catalogue.models)
@pytest.mark.parametrize("operator", real().catalogue.operators)
def test_a_real_fact_is_on_its_sheet_once(model: str, operator: str) -> None:
    body = markup(real(), f"checklistor/samla/{model}/{operator}")
    rows = re.findall(r'<tr id="(uppgift-[^"]+)">', body)
    assert len(rows) == len(set(rows)) > 0


def test_a_steps_own_facts_stand_beside_it() -> None:
    body = markup(real(), "tjanster/sjunet").partition('id="steg-egen--ip-adresser"')[2]
    assert "Ha till hands IP-adresser Kopia av avtalet om Sjunet" in read(body)
