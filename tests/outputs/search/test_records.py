"""What can be found: every page once, every entry at its place, and the words people look for."""

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.outputs.html.rendering import Html
from generator.outputs.search.kept_index import sources
from generator.outputs.search.records import (
    Kind,
    Record,
    is_found,
    page_record,
    plain,
)
from generator.outputs.search.weights import KINDS, weighed
from generator.pages.registry import all_pages
from generator.views.site import Site
from tests.pages.rendered import ROOT, THEME, real, small

WORLD = """
services:
  natet:
    name: Nätet
    also_called: [Förbindelsen]
    formerly: [Tråden]
    search_words: [uppkoppling]
    obligation: {pv: mandatory}
    summary: Vägen till regionen & hem.
    source: seed
terms:
  adress: {word: Adress, explanation: Var något finns., also_called: [Plats]}
forms:
  ansok: {title: Ansökan, explanation: Ni ansöker., source: seed, recipients: [support]}
contacts:
  support: {role: Support, organisation: vgr, email: hjalp@example.org, source: seed}
"""


def records(site: Site, content: Path) -> Iterator[Record]:
    for source in sources(site, all_pages(site), content):
        yield from source.records()


def found(site: Site, content: Path) -> dict[str, Record]:
    return {record.address: record for record in records(site, content)}


def said(record: Record) -> str:
    return " ".join(section.text for section in record.sections)


def test_a_service_is_found_by_all_its_names_and_words(tmp_path: Path) -> None:
    service = found(small(WORLD), tmp_path)["tjanster/natet/"]
    assert service.kind is Kind.SERVICE
    assert set(service.names) == {"Förbindelsen", "Tråden", "uppkoppling"}
    assert said(service).count("Vägen till regionen & hem.") == 1


def test_entries_are_found_at_their_places_and_not_in_the_lists_of_them(tmp_path: Path) -> None:
    by_address = found(small(WORLD), tmp_path)
    kinds = {
        "ordlista/#adress": Kind.TERM,
        "blanketter/#ansok": Kind.FORM,
        "kontakter/#support": Kind.CONTACT,
        "ordlista/": Kind.PAGE,
        "blanketter/": Kind.PAGE,
    }
    assert {address: by_address[address].kind for address in kinds} == kinds
    assert "Skickas till: Regionen." in said(by_address["blanketter/#ansok"])
    assert "Ni ansöker" not in said(by_address["blanketter/"])


def test_what_is_for_editors_is_marked_so(tmp_path: Path) -> None:
    (tmp_path / "redaktor.md").write_text("# Handboken\n\nText.", encoding="utf-8")
    by_address = found(small(WORLD), tmp_path)
    for address, record in by_address.items():
        assert (record.kind is Kind.EDITOR) == address.startswith("redaktor/"), address


def test_a_hand_written_page_is_found_by_its_words_under_its_headings(tmp_path: Path) -> None:
    head = "---\ntitle: Om oss\nsearch_words: ansvarig utgivare\n---\n"
    text = (
        f"{head}# Rubrik\n\n<!-- startklar:x -->Hej.\n\n## Var är vi?\n\n- *Här* &amp; <b>där</b>\n"
    )
    (tmp_path / "om.md").write_text(text, encoding="utf-8")
    (tmp_path / "index.md").write_text("# Start", encoding="utf-8")
    by_address = found(small(WORLD), tmp_path)
    page = by_address["om/"]
    assert (page.title, page.names) == ("Om oss", ("ansvarig utgivare",))
    assert "Hej." in said(page)
    assert "startklar:" not in said(page)
    assert page.sections[-1] == ("var-ar-vi", "Var är vi?", "Här & där.")
    assert by_address["./"].title == "Start"


def test_every_place_that_is_led_to_is_there() -> None:
    """Of the generated pages; the hand-written ones get their anchors from MkDocs."""
    html = Html(THEME, real())
    for page in all_pages(real()):
        if is_found(page):
            anchors = {section.anchor for section in page_record(real(), page).sections} - {""}
            body = html.render(page).body if anchors else ""
            assert not [anchor for anchor in anchors if f'id="{anchor}"' not in body], page.address


def test_what_is_made_of_a_page_can_be_made_in_another_process() -> None:
    for record in records(real(), ROOT / "content"):
        made = weighed(record, {})
        assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - its own


def test_a_service_s_checklist_does_not_stand_beside_the_service(tmp_path: Path) -> None:
    assert "checklistor/tjanst/sjunet" in {page.address for page in all_pages(real())}
    addresses = found(real(), tmp_path).keys()
    assert "checklistor/tjanst/sjunet/" not in addresses
    assert "checklistor/rehab/" in addresses


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ett *viktigt* **ord** och `kod_x`", "Ett viktigt ord och kod_x"),
        ("Se [sidan](https://example.org/a_b) här", "Se sidan här"),
        ("- ett\n- två", "ett två"),
        ("## Rubrik\n\n```yaml\na: 1\n```", "Rubrik yaml a: 1"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
        ("<p>1 &lt; 2 &amp;amp; 3</p>", "1 < 2 &amp; 3"),
        ("e-tjänst, IP-adress och 2026-11-23", "e-tjänst, IP-adress och 2026-11-23"),
    ],
)
def test_signs_are_no_words(written: str, read: str) -> None:
    assert plain(written) == read


def test_there_is_a_word_and_a_weight_for_every_kind() -> None:
    assert set(KINDS) == {*Kind}
