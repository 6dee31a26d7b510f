"""`/tjanster/<id>/`: the questions of a unit, answered in its order."""

import re

import pytest

from generator.model.outline import outline
from generator.model.service import Service
from generator.model.step import Step
from generator.outputs.html.rendering import Html
from generator.pages.registry import all_pages
from tests.pages.rendered import BOTH, THEME, markup, read, real, section, small

CHAIN = f"""
services:
  a: {{name: Nätet, {BOTH}, steps: [{{id: s, title: Beställ nätet}}]}}
  b:
    name: Kortet
    summary: Ett kort.
    also_called: [SITHS]
    formerly: [Plastkort]
    obligation: {{rehab: {{level: conditional, condition: vill logga in}}}}
    provider: vgr
    source: seed
    steps:
      - id: s
        title: Beställ kortet
        form: kort
        prerequisites:
          - {{need: a, because: Kortet går över nätet., basis: external, source: other}}
      - {{id: w, title: Få kortet, actor: vgr, lead_time: 14d, stop: sommar}}
      - choose: hur
        title: Välj hämtning
        options:
          - {{id: x, title: På plats, recommended: true, steps: [{{id: s, title: Hämta}}]}}
          - {{id: y, title: Med post, steps: [{{id: s, title: Vänta, actor: vgr}}]}}
  c:
    {{name: Portalen, {BOTH}, steps: [{{id: s, title: Logga in, prerequisites:
    [{{need: b/w, because: Man loggar in med kortet.}}]}}]}}
  d: {{name: Journalen, {BOTH}, prerequisites: [c]}}
forms:
  kort:
    title: Kortblanketten
    explanation: Beställer kort.
    recipients: [kortet]
    ways: [email]
    source: seed
contacts:
  kortet: {{role: Korten, organisation: vgr, email: kort@example.se, source: seed}}
stops:
  sommar:
    {{title: Sommarstopp, organisation: vgr, from: 06-01, to: 07-31, text: Stängt., source: seed}}
"""


@pytest.fixture(scope="module")
def card() -> str:
    return markup(small(CHAIN), "tjanster/b")


def test_the_obligation_is_told_for_each_model(card: str) -> None:
    facts = read(card.partition("<h2")[0])
    assert "Primärvården Nämns inte" in facts
    assert "Rehab Villkorad Krävs om ni vill logga in." in facts


def test_other_names_are_there_for_the_search_to_find(card: str) -> None:
    assert "Kallas även: SITHS." in read(card)
    assert "Tidigare namn: Plastkort." in read(card)


def test_what_comes_first_has_its_reason_and_its_source(card: str) -> None:
    before = section(card, "klart-innan")
    assert "Kräver: Nätet. Kortet går över nätet. (Enligt En annan källa.)" in before
    assert "Behövs innan steget Beställ kortet." in before


def test_a_step_says_with_what_to_whom_and_how_long(card: str) -> None:
    steps = section(card, "steg")
    assert "Blankett Kortblanketten (inte kontrollerad) Adress saknas i källan" in steps
    assert "Skickas till Regionen: kort@example.se" in steps
    assert "Ni väntar på: Regionen" in steps
    assert "Leveranstid 14 dagar (inte kontrollerad) Stopp Sommarstopp 1 juni–31 juli" in steps


def test_an_order_has_its_card_and_the_wait_refers_to_it(card: str) -> None:
    steps = section(card, "steg")
    assert re.search(r"Det ni skickar .*Ni väntar på Regionen: Få kortet, 14 dagar", steps)
    assert "Uppgift saknas vem som får beställa eller skriva under, om ni får något svar" in steps
    assert steps.count("Guidens råd: spara en kopia av det ni skickar.") == 1
    assert "Svar på Beställ kortet" in steps


def test_alternatives_stand_together_with_the_recommended_one_named(card: str) -> None:
    steps = section(card, "steg")
    assert re.search(r"Välj ett alternativ På plats Rekommenderas .* eller Med post", steps)


def test_what_it_opens_the_way_to_is_told_with_the_step(card: str) -> None:
    after = section(card, "behovs-for")
    assert "Portalen, steget «Logga in». Man loggar in med kortet." in after
    assert "Leder vidare till: Journalen." in after


def test_the_whole_chain_is_in_order_and_says_how_far() -> None:
    chain = section(markup(small(CHAIN), "tjanster/d"), "klart-innan")
    assert "Hela kedjan" in chain
    assert re.search(r"Nätet Kortet till och med «Få kortet» Portalen Journalen", chain)


def test_a_choice_inside_a_choice_has_headings_in_order_and_none_below_the_lowest() -> None:
    inner = "{id: s, title: Innersta steget}"
    for name in ("c", "b", "a"):
        option = f"{{id: o{name}, title: Väg {name}, steps: [{inner}]}}"
        inner = f"{{choose: {name}, title: Val {name}, options: [{option}]}}"
    body = markup(small(f"services: {{a: {{name: A, {BOTH}, steps: [{inner}]}}}}"), "tjanster/a")
    levels = [int(level) for level in re.findall(r"<h(\d)[^>]+sk-(?:step|option)__title", body)]
    assert levels == [3, 4, 5, 6, 6, 6, 6]
    assert re.findall(r"</h(\d)>", body) == re.findall(r"<h(\d)", body)


def test_a_replaced_service_says_so_first() -> None:
    site = small(
        f"services:\n  a: {{name: A, {BOTH}, status: replaced, replaced_by: {{name: SAMSA}}}}"
    )
    body = read(markup(site, "tjanster/a"))
    assert body.index("Ersatt av: SAMSA") < body.index("Obligatorisk")


def test_sources_are_listed_once_and_reached_from_the_claims(card: str) -> None:
    assert card.count('id="kalla-other"') == card.count('id="kalla-seed"') == 1
    assert 'href="#kalla-other"' in card
    assert "Uppgifterna är inte kontrollerade sedan omkring 2017." in section(card, "kallor")


@pytest.mark.parametrize("service", real().catalogue.services.values(), ids=lambda s: s.id)
def test_the_real_pages_hold_all_that_is_known(service: Service) -> None:
    catalogue = real().catalogue
    body = markup(real(), f"tjanster/{service.id}")
    text = read(body)
    for spot in outline(service):
        assert spot.item.title in text
        if isinstance(spot.item, Step) and spot.item.form:
            assert catalogue.forms[spot.item.form].title in text
    for question in service.open_questions:
        assert question in text
    for id_ in service.contacts:
        assert catalogue.contacts[id_].role in text


@pytest.mark.parametrize("service", real().catalogue.services.values(), ids=lambda s: s.id)
def test_every_real_order_has_a_card(service: Service) -> None:
    steps = [spot.item for spot in outline(service) if isinstance(spot.item, Step)]
    orders = sum(step.is_order for step in steps)
    body = markup(real(), f"tjanster/{service.id}")
    assert body.count('<div class="sk-ordered">') == orders


def test_every_link_within_the_real_guide_leads_somewhere() -> None:
    html = Html(THEME, real())
    bodies = {page.address: html.render(page).body for page in all_pages(real())}
    known = {*bodies, "", "om", "redaktor", "tillganglighet"}
    for address, body in bodies.items():
        for href in re.findall(r'href="([^"]+)"', body):
            path, _, anchor = href.partition("#")
            target = _resolved(address, path) if path else address
            anchor = "" if "=" in anchor else anchor  # the planner's state is no place
            if ":" not in path and "." not in path.rpartition("/")[2]:
                assert target in known, (address, href)
                found = f'id="{anchor}"' in bodies.get(target, "")
                assert not anchor or found or target not in bodies, (address, href)


def _resolved(address: str, path: str) -> str:
    parts = [*address.split("/")] if address else []
    for part in path.strip("/").split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
