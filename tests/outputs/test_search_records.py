"""What can be found: every page once, every entry at its place, and the words people look for."""

import re
from pathlib import Path

from generator.outputs.html import Html
from generator.outputs.search_records import Kind, Record, records
from generator.pages.registry import all_pages
from generator.views.site import Site
from tests.pages.rendered import THEME, small

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


def found(site: Site, content: Path) -> dict[str, Record]:
    html, pages = Html(THEME, site), tuple(all_pages(site))
    documents = {page.address: html.render(page) for page in pages}
    return {r.address: r for r in records(site, pages, documents, content)}


def test_a_service_is_found_by_all_its_names_and_words(tmp_path: Path) -> None:
    service = found(small(WORLD), tmp_path)["tjanster/natet/"]
    assert service.kind is Kind.SERVICE
    assert set(service.names) == {"Förbindelsen", "Tråden", "uppkoppling"}
    assert service.body.count("Vägen till regionen &amp; hem.") == 1
    assert "<h1" not in service.body


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
    assert "Skickas till: Regionen." in by_address["blanketter/#ansok"].body
    assert "Ni ansöker" not in by_address["blanketter/"].body


def test_what_is_for_editors_is_marked_so(tmp_path: Path) -> None:
    (tmp_path / "redaktor.md").write_text("# Handboken\n\nText.", encoding="utf-8")
    by_address = found(small(WORLD), tmp_path)
    for address, record in by_address.items():
        assert (record.kind is Kind.EDITOR) == address.startswith("redaktor/"), address


def test_a_hand_written_page_is_found_by_its_words(tmp_path: Path) -> None:
    head = "---\ntitle: Om oss\nsearch_words: ansvarig utgivare\n---\n"
    text = f"{head}# Rubrik\n\n<!-- startklar:x -->Hej."
    (tmp_path / "om.md").write_text(text, encoding="utf-8")
    (tmp_path / "index.md").write_text("# Start", encoding="utf-8")
    by_address = found(small(WORLD), tmp_path)
    page = by_address["om/"]
    assert (page.title, page.names) == ("Om oss", ("ansvarig utgivare",))
    assert "Hej." in page.body
    assert "startklar:" not in page.body
    assert by_address["./"].title == "Start"


def test_the_browser_has_a_word_and_a_weight_for_every_kind() -> None:
    script = (THEME / "modules" / "search.js").read_text(encoding="utf-8")
    assert set(re.findall(r'^  (\w+): \{ word: "', script, re.MULTILINE)) == {*Kind}
