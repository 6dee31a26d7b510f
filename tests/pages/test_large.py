"""A guide of very many services: lists say less of each, and lead on to where it is said."""

import re
from functools import partial

import pytest

from generator.model import prose
from generator.model.prose import Readers
from generator.outputs.html.rendering import Html
from generator.outputs.html.ways import url
from generator.pages.registry import all_pages
from generator.views import site as of_site
from generator.views.site import Site
from tests.pages.rendered import BOTH, THEME, markup, read, section, small

MANY = """
organisations:
  drift: {name: Driften}
contacts:
  c: {role: Support, organisation: drift, source: seed}
forms:
  f: {title: Blanketten, explanation: En blankett., recipients: [c], source: seed}
services:
  nat: {name: Nätet, also_called: [Nåt annat], steps: [{id: a, title: Beställ, form: f}], BOTH}
  kort: {name: Kortet, prerequisites: [nat], BOTH}
  portal: {name: Portalen, prerequisites: [nat, kort], BOTH}
  ensam: {name: Ensam, BOTH}
""".replace("BOTH", BOTH)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(of_site, "_MANY", 3)
    site = small(MANY)
    assert site.is_large
    return site


def test_the_list_stands_when_a_summary_changes(large: Site) -> None:
    prose.watch()
    [page] = (page for page in all_pages(large) if page.address == "tjanster")
    with prose.reading() as read:
        assert page.facts
    assert Readers(large.catalogue.services.values()).told(read) == set()


def test_the_list_has_every_name_for_the_filter_and_nothing_more(large: Site) -> None:
    body = markup(large, "tjanster")
    assert re.findall(r'data-sk-marks="[^"]+"', body).count(
        'data-sk-marks="pv:mandatory rehab:mandatory"'
    ) == len([*large.catalogue.services, "Nåt annat"])
    assert len(re.findall(r"data-sk-service>", body)) == len(large.catalogue.services)
    assert "Den behövs." not in body
    assert '<a href="../pv/#tjanster">Primärvården</a>' in body


def test_the_map_shows_what_others_rest_on(large: Site) -> None:
    body = markup(large, "karta")
    assert "Här står bara de 2 tjänster som flest andra bygger på." in read(body)
    told = section(body, "i-ord")
    assert "Nätet" in told
    assert "Ensam" not in told
    assert body.count("<svg") == len(large.catalogue.models)
    assert section(body, "bild-pv").count("Portalen") == 0


def test_what_is_to_be_verified_has_a_page_for_each_who_can_answer(large: Site) -> None:
    index = markup(large, "redaktor/kontrollera")
    pages = {page.address for page in all_pages(large)}
    owners = re.findall(r'href="([^"]+)/">[^<]+</a>: (\d+) att kontrollera', index)
    assert [(f"redaktor/kontrollera/{owner}", n) for owner, n in owners] == [
        ("redaktor/kontrollera/organisation-drift", "2"),
        ("redaktor/kontrollera/organisation-vgr", "4"),
    ]
    for owner, number in owners:
        assert f"redaktor/kontrollera/{owner}" in pages
        body = markup(large, f"redaktor/kontrollera/{owner}")
        assert body.count('class="sk-verify__name"') == int(number)


def test_long_lists_lead_to_what_they_do_not_say(large: Site) -> None:
    for address in ("pv", "checklistor/pv/private"):
        body = markup(large, address)
        assert "<details" not in body
        assert f'href="{url(address, "tjanster/nat")}' in body
        assert "förklaringar" not in body
    assert "<details" in markup(large, "checklistor/tjanst/nat")


def test_every_link_leads_to_a_page(large: Site) -> None:
    html, pages = Html(THEME, large), [*all_pages(large)]
    known = {page.address for page in pages} | {"om", "redaktor", ""}
    for page in pages:
        way = partial(url, page.address)
        targets = {way(address) for address in known}
        for link in re.findall(r'href="(\.[^"#]*)', html.render(page).body):
            assert link in targets or "." in link.rpartition("/")[2], (page.address, link)


def test_a_page_of_very_many_headings_lists_the_main_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    site = small(MANY)
    page = next(page for page in all_pages(site) if page.address == "karta")
    levels = {heading.level for heading in Html(THEME, site).render(page).headings}
    monkeypatch.setattr("generator.outputs.html.rendering._MANY", 3)
    fewer = {heading.level for heading in Html(THEME, site).render(page).headings}
    assert (levels, fewer) == ({2, 3}, {2})
