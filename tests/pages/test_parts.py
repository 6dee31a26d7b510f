"""The handbook's page of parts: every part with a template is shown, and nothing shown is so."""

import re
from collections import Counter
from functools import cache

import pytest

from generator.outputs.html.part_examples import Parts, standing_alone
from generator.outputs.html.rendering import Document, Html
from generator.outputs.search.records import Kind, page_record
from generator.pages.parts import part_pages
from tests.pages.rendered import ROOT, THEME, made_up, read, real

WITH_TEMPLATE = sorted(file.stem for file in (THEME / "parts").glob("*/*.html"))


@cache
def rendered() -> Document:
    (page,) = part_pages(made_up())
    return Html(THEME, real()).render(page)


@cache
def parts() -> Parts:
    return Html(THEME, real()).environment.globals["parts"]  # type: ignore[return-value]


def anchors(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', html)


def test_every_part_with_a_template_has_examples_or_says_why_not() -> None:
    assert sorted(part.part for part in parts().all) == WITH_TEMPLATE
    told = read(rendered().body)
    for part in parts().all:
        assert part.title in told
        assert part.purpose in told
        assert part.not_shown is None or part.not_shown in told


def shown(anchor: str) -> str:
    """What stands in an example's frame, as it is read."""
    whole = rendered().body.partition(f'id="{anchor}">')[2]
    inner = whole.partition('<div class="sk-example__shown">')[2]
    return read(re.split(r'<div class="sk-example">|<h2 id="', inner)[0])


def test_no_example_is_empty_or_stands_twice() -> None:
    found = [part.anchor(example) for part in parts().all for example in part.examples]
    assert len(found) == len(set(found))
    assert [anchor for anchor in found if not shown(anchor)] == []


def test_ids_are_unique_though_parts_repeat_and_links_lead_somewhere() -> None:
    html = rendered().body
    ids = Counter(anchors(html))
    assert [name for name, number in ids.items() if number > 1] == []
    inside = {link for link in re.findall(r'href="([^"]*)"', html) if link.startswith("#")}
    assert {link[1:] for link in inside} <= set(ids)
    named = re.findall(r'\b(?:for|aria-labelledby|aria-describedby)="([^"]+)"', html)
    assert {name for names in named for name in names.split()} <= set(ids)
    assert set(re.findall(r"url\(#([^)]+)\)", html)) <= set(ids)


def test_examples_lead_nowhere_and_only_to_what_cannot_exist() -> None:
    outside = {link for link in re.findall(r'href="([^"]*)"', rendered().body) if link[0] != "#"}
    assert outside == {"../"}
    text = read(rendered().body)
    assert "Allt i exemplen är påhittat" in text
    hosts = set(re.findall(r"(?:https?://|@)([\w.-]*\w)", text))
    assert hosts
    assert all(host.endswith(".example") for host in hosts)


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("del-obligation--needed", "Behövs i praktiken"),
        ("del-facts--okant", "Levereras av Uppgift saknas"),
        ("del-facts--langst", "Myndigheten för samordnad vårdinformationsöverföring"),
        ("del-facts--en-modell", "Nämns inte"),
        ("del-notice--stopp", "senast måndag 17 maj 2027"),
        ("del-steps--alla", "Källan svarar inte på Vilka leverantörer finns det?"),
        ("del-order--okant", "Skickas till Mottagare saknas i källan"),
        ("del-ground--bara-kalla", "Källa: En påhittad källa."),
        ("del-dates--manader", "(har varit)"),
        ("del-changes--forst", "Visa 1 följd till, 12 maj 2027"),
    ],
)
def test_a_variant_is_what_its_name_says(anchor: str, words: str) -> None:
    assert words in shown(anchor)


def test_the_contents_hold_the_parts_and_not_what_stands_in_their_examples() -> None:
    of_parts = [f"del-{part.part}" for part in parts().all if part.examples]
    assert [heading.anchor for heading in rendered().headings] == [*of_parts, "visas-inte"]


def test_what_is_made_up_is_not_found_by_readers() -> None:
    page = page_record(real(), rendered().page)
    assert page.kind is Kind.EDITOR
    assert "Exempelnät" not in str(page)


def test_the_handbook_leads_to_the_page() -> None:
    assert "(redaktor/delar.md)" in (ROOT / "content/redaktor.md").read_text(encoding="utf-8")


def test_a_piece_of_a_page_can_stand_in_another() -> None:
    piece = (
        '<h2 id="a" class="x">En</h2><h3>Två</h3><a href="https://a.example">id="a"</a>'
        '<svg aria-labelledby="a b"><path marker-end="url(#b)"/></svg><p id="b"></p>'
    )
    assert standing_alone(piece, "e") == (
        '<h4 id="e-a" class="x">En</h4><h5>Två</h5><a href="#e">id="a"</a>'
        '<svg aria-labelledby="e-a e-b"><path marker-end="url(#e-b)"/></svg><p id="e-b"></p>'
    )
