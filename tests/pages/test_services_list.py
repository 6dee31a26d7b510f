"""`/tjanster/`: every service, by whatever name a reader knows it."""

import re

from tests.pages.rendered import markup, read, real, section, small

LIST = """
services:
  kort:
    name: eTjänstekort
    also_called: [SITHS, E-tjänstekort]
    formerly: [Plastkort]
    summary: Ett kort.
    obligation: {pv: mandatory, rehab: {level: conditional, condition: vill logga in}}
    source: seed
    status: replaced
    replaced_by: {name: Mobilkort}
  oga: {name: Öga, summary: Ser., obligation: {rehab: optional}, source: seed}
  zon:
    name: Zon
    also_called: [Zonen]
    summary: Är en zon.
    obligation: {pv: {level: needed, because: Utan den går det inte.}}
    source: seed
"""


def test_services_stand_under_their_letters_in_swedish_order() -> None:
    body = markup(small(LIST), "tjanster")
    letters = re.findall(r'<h2 id="bokstav-\w+">(.)</h2>', body)
    assert letters == ["E", "M", "P", "S", "Z", "Ö"]


def test_a_service_says_what_it_is_and_for_whom() -> None:
    text = section(markup(small(LIST), "tjanster"), "bokstav-e")
    assert "Ett kort." in text
    assert "Ersatt av Mobilkort." in text
    assert "Primärvården: Obligatorisk" in text
    assert "Rehab: Villkorad Krävs om ni vill logga in." in text


def test_other_names_lead_to_the_service() -> None:
    body = markup(small(LIST), "tjanster")
    assert "SITHS → heter i guiden eTjänstekort" in section(body, "bokstav-s")
    assert "Plastkort → heter i guiden eTjänstekort" in section(body, "bokstav-p")
    assert "Mobilkort har ersatt eTjänstekort" in section(body, "bokstav-m")


def test_each_entry_carries_what_the_filter_looks_at() -> None:
    body = markup(small(LIST), "tjanster")
    services = re.findall(r'data-sk-marks="([^"]*)" data-sk-service', body)
    assert services == ["pv:mandatory rehab:conditional", "pv:needed", "rehab:optional"]
    assert 'name="krav" value="unspecified"' not in body, "no service has that level"


def test_without_javascript_the_lists_by_model_say_the_same() -> None:
    body = markup(small(LIST), "tjanster")
    assert re.search(r'<form class="[^"]*\bsk-scripted\b', body)
    text = section(body, "efter-vardval")
    assert "Obligatoriska eTjänstekort Behövs i praktiken Zon" in text
    assert "Villkorade eTjänstekort Valfria Öga" in text


def test_every_real_service_and_name_is_there() -> None:
    body = markup(real(), "tjanster")
    text = read(body).casefold()
    for service in real().catalogue.services.values():
        assert f'href="{service.id}/"' in body
        for name in (service.name, *service.also_called, *service.formerly):
            assert name.casefold() in text
