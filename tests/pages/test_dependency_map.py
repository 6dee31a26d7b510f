"""`/karta/`: who needs what, as a picture and in words."""

import re

import pytest

from generator.views.service_graph import service_graph
from tests.pages.rendered import BOTH, markup, read, real, section, small

MAP = """
services:
  nat: {name: Nätet, BOTH, steps: [{id: s, title: Beställ nät}]}
  system:
    {name: Systemet, BOTH, steps: [{id: s, title: Öppna, prerequisites:
    [{need: nat, because: Allt går över nätet., basis: external, source: other}]}]}
  kiv:
    name: KIV
    summary: En katalog.
    obligation: {pv: mandatory, rehab: mandatory}
    source: seed
    prerequisites: [system]
    steps:
      - {id: forst, title: Registrera den första}
      - {id: in, title: Logga in, prerequisites: [kort/forsta]}
      - {id: resten, title: Registrera resten}
  kort:
    name: Kort
    summary: Ett kort.
    obligation: {pv: mandatory, rehab: mandatory}
    source: seed
    steps:
      - {id: forsta, title: Hämta första kortet, prerequisites: [kiv/forst]}
      - {id: resten, title: Hämta resten, prerequisites: [kiv/resten]}
  bara:
    name: Bara rehab
    summary: Den behövs.
    obligation: {rehab: optional}
    source: seed
    steps:
      - choose: val
        title: Välj
        options:
          - {id: x, title: Med kort, prerequisites: [kort]}
          - {id: y, title: Utan kort}
      - {id: z, title: Läs, prerequisites: [system], models: [rehab]}
  ensam: {name: Ensam, BOTH}
""".replace("BOTH", BOTH)


@pytest.fixture(scope="module")
def body() -> str:
    return markup(small(MAP), "karta")


def sheet(body: str, service: str) -> str:
    return read(body.partition(f'<h3 id="{service}">')[2].partition("</section>")[0])


def test_a_service_says_what_it_requires_and_what_requires_it(body: str) -> None:
    text = sheet(body, "system")
    assert "Kräver Nätet. Ska vara klart före Öppna. Allt går över nätet." in text
    assert "(Enligt En annan källa, Inera.)" in text
    assert "Behövs för KIV Bara rehab" in text
    assert "Kräver Inget annat i guiden." in sheet(body, "nat")
    assert "Behövs för Inget annat i guiden." in sheet(body, "bara")


def test_the_whole_chain_is_told_as_well(body: str) -> None:
    told = "Hela kedjan: Nätet, Systemet, Kort till och med «Hämta första kortet», KIV."
    assert told in " ".join(sheet(body, "kort").split())


def test_whom_a_step_is_for_is_told(body: str) -> None:
    assert "Ska vara klart före Läs. Gäller: Rehab" in sheet(body, "bara")


def test_services_that_need_each_other_take_turns(body: str) -> None:
    text = section(body, "bild-pv")
    assert "KIV och Kort behöver varandra" in text
    turns = (
        "KIV: Registrera den första Kort: Hämta första kortet KIV: Logga in "
        "KIV: Registrera resten Kort: Hämta resten"
    )
    assert turns in text


def test_what_stands_alone_and_what_is_only_here_is_told(body: str) -> None:
    assert "varken kräver eller behövs för något annat: Ensam." in section(body, "bild-pv")
    assert "Bara i Rehab: Bara rehab." in section(body, "bild-rehab")
    assert "Bara rehab" not in section(body, "bild-pv")


def test_the_picture_is_one_image_with_a_name_in_a_frame_that_scrolls(body: str) -> None:
    pictures = re.findall(r'<div class="sk-drawing" tabindex="0".*?</svg>', body, re.DOTALL)
    assert len(pictures) == 2
    for picture in pictures:
        label = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', picture)
        assert label
        assert f'<title id="{label[1]}">' in picture
        assert f'<desc id="{label[2]}">' in picture
        assert "<a " not in picture
        assert not re.search(r'(fill|stroke|style)="', picture)


def test_the_picture_draws_what_does_not_follow_of_itself(body: str) -> None:
    pv, rehab = re.findall(r"<svg.*?</svg>", body, re.DOTALL)
    assert re.findall(r"line--(\w+)", pv) == ["always", "always", "mutual"]
    assert sorted(re.findall(r"line--(\w+)", rehab)) == [
        "always",
        "always",
        "always",
        "mutual",
        "sometimes",
    ]


def test_a_link_is_certain_when_every_way_takes_it() -> None:
    seen = service_graph(small(MAP).graph("rehab"))
    assert ("kort", "bara") in seen.sometimes
    assert ("system", "bara") in seen.always
    assert seen.loops == (("kiv", "kort"),)


def test_every_real_prerequisite_is_told() -> None:
    body = markup(real(), "karta")
    for model in real().catalogue.models:
        for first, second in service_graph(real().graph(model)).crossings:
            name = real().catalogue.services[first].name
            text = sheet(body, second)
            assert name in text.partition("Behövs för")[0]
            other = real().catalogue.services[second].name
            assert other in sheet(body, first).partition("Behövs för")[2]


def test_the_real_loop_is_resolved_by_steps() -> None:
    text = section(markup(real(), "karta"), "bild-primarvard")
    assert "KIV (Katalog i Väst) och eTjänstekort behöver varandra" in text


def test_each_arrow_of_the_real_pictures_is_told_in_words_at_both_ends() -> None:
    site = real()
    body, services = markup(site, "karta"), site.catalogue.services
    for model in site.catalogue.models:
        seen = service_graph(site.graph(model))
        assert seen.crossings
        for first, second in seen.crossings:
            before = sheet(body, second).partition("Behövs för")[0]
            after = sheet(body, first).partition("Behövs för")[2]
            assert services[first].name in before, (first, second)
            assert services[second].name in after, (first, second)
