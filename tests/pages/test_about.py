"""The hand-written pages about the guide, with the facts in their slots."""

import html
import re
from urllib.parse import unquote

import pytest

from generator.outputs.html.rendering import Html
from generator.outputs.site.assets import assets
from generator.views.site import Site
from tests.pages.rendered import BASE, BOTH, ROOT, THEME, kept_at, read, real, slot, small

STATEMENT = (ROOT / "content" / "tillganglighet.md").read_text(encoding="utf-8")
WORLD = f"services: {{a: {{name: A, {BOTH}}}}}"
ABOUT = (ROOT / "content" / "om.md").read_text(encoding="utf-8")


def test_every_source_is_described_and_can_be_pointed_at() -> None:
    body = slot(real(), "all-sources")
    text = read(body)
    for source in real().catalogue.sources.values():
        assert f'id="kalla-{source.id}"' in body
        facts = (source.title, source.publisher, source.as_of, source.address)
        assert all(fact in text for fact in facts if fact)


def test_without_an_address_for_feedback_that_is_said() -> None:
    assert "Uppgift saknas: adress för synpunkter" in read(slot(real(), "feedback"))


def test_with_an_address_it_is_given() -> None:
    site = kept_at(real(), "https://example.se/r")
    assert 'href="https://example.se/r"' in slot(site, "feedback")
    assert 'href="https://example.se/r"' in slot(site, "change")


def test_each_page_s_foot_says_where_readers_turn_with_the_page_in_the_subject() -> None:
    site = told_at("mailto:guiden@example.se", ", site: https://guide.se/x/")
    foot = Html(THEME, site).fill("<!-- startklar:fault -->", "tjanster/sjunet/")
    assert read(foot).strip() == "Något som inte stämmer? Skriv till guiden@example.se"
    (link,) = re.findall('href="([^"]+)"', foot)
    assert unquote(link) == (
        "mailto:guiden@example.se?subject=Fel i guiden: https://guide.se/x/tjanster/sjunet/"
    )


@pytest.mark.parametrize(
    ("address", "text", "link"),
    [
        ("mailto:a@b.se?body=Hej", "Skriv till a@b.se", "mailto:a@b.se?body=Hej&subject=Fel i"),
        ("https://example.se/skriv", "Berätta för Regionen", "https://example.se/skriv"),
        ("tel:010-123", "Ring 010-123", "tel:010-123"),
    ],
)
@pytest.mark.parametrize("where", ["fault", "feedback"])
def test_any_way_to_reach_the_publisher_goes_before_the_repository(
    where: str, address: str, text: str, link: str
) -> None:
    body = slot(kept_at(told_at(address), "https://github.com/r/g"), where)
    assert text in read(body)
    assert unquote(html.unescape(body)).count(f'href="{link}') == body.count("<a ") == 1


def test_without_any_address_the_foot_says_nothing() -> None:
    assert not slot(small(WORLD), "fault").strip()


def told_at(address: str, more: str = "") -> Site:
    guide = f'title: Startklar, feedback: "{address}"{more},'
    return small(WORLD, BASE.replace("title: Startklar,", guide))


def test_the_publisher_is_the_catalogue_s() -> None:
    assert slot(real(), "publisher") == real().guide.publisher


def test_the_statement_has_what_the_law_asks_for() -> None:
    for fact in (
        "2018:1937",
        "delvis förenlig",
        "## Kända brister",
        "23 november 2026",
        "<!-- startklar:publisher -->",
        "<!-- startklar:feedback -->",
        "https://www.digg.se/tdosanmalan",
    ):
        assert fact in STATEMENT


def test_the_statement_claims_no_full_conformity() -> None:
    assert "helt förenlig." not in STATEMENT.replace("påstår vi inte att den är helt förenlig.", "")


def test_the_general_rules_of_the_source_are_told() -> None:
    told = ("Krav- och kvalitetsbok", "utrustning", "avtal", "betalar", "Sjunet", "journalsystem")
    for rule in told:
        assert rule in ABOUT


def test_the_licences_of_what_comes_along_are_told() -> None:
    """Material's stylesheet is in ours, with its icons; the papers hold their letters."""
    style = assets(THEME).files[assets(THEME).style]
    told = ABOUT.partition("## Program och typsnitt från andra")[2]
    assert "data:image/svg+xml" in style
    assert "md-typeset" in style
    for name, licence, of in (
        ("Material for MkDocs", "MIT", "Martin Donath"),
        ("Material Design Icons", "Apache 2.0", "Pictogrammers"),
        ("Source Sans Pro", "SIL OFL 1.1", "Adobe"),
    ):
        assert re.search(rf"\| {name} \|[^|]+\| \[{licence}\]\(https://[^|]+\| {of}", told)
    assert "@font-face" not in style, "a page's letters would want their licence too"


def test_a_slot_inside_a_sentence_does_not_begin_its_line() -> None:
    for page in (ROOT / "content").glob("*.md"):
        lines = page.read_text(encoding="utf-8").splitlines()
        assert not [line for line in lines if line.startswith("<!-- ") and line[-3:] != "-->"]
