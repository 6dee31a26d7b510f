"""Printed sheets, read back with programs that know nothing of how they were made."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.outputs.paper.pdf import Press, press
from generator.outputs.paper.print_data import print_data
from generator.outputs.template_fault import TemplateFaultError
from generator.sheets.dated import dated
from generator.sheets.registry import all_sheets
from generator.sheets.sheet import Checklist, Detail, Sheet
from generator.views.site import Site
from tests.pages.rendered import BOTH, FREE, real, small
from tests.sheets.paper import (
    TEMPLATES,
    boxes,
    data,
    outside,
    printed,
    read,
    reader,
    root,
    sheet,
    tags,
    ticks,
)

NARROW = "x" * 80
HOSTILE = 'Se #panic(1) $x^2$ @ref ]] *fet* `rå` \\\\ // /* <a> \\"citat\\" {{ }} %'


def service(steps: str, name: str = "Nätet") -> Site:
    return small(f'services:\n  net: {{name: "{name}", {BOTH}, steps: [{steps}]}}\n')


CARD = "checklistor/tjanst/net"
ONE = "{id: a, title: Beställ}"
REAL = [found.address for found in all_sheets(real()) if isinstance(found.body, Checklist)]
EVERY = [found.address for found in all_sheets(real())]
START = [address for address in REAL if "/tjanst/" not in address]


@pytest.mark.parametrize("address", REAL)
@pytest.mark.parametrize("detail", Detail)
def test_every_step_stands_on_the_paper_as_often_as_on_the_list(
    address: str, detail: Detail
) -> None:
    found = list(ticks(sheet(real(), address)))
    headings = [tick.title.text for tick in found]
    pdf = printed(real(), address, detail)
    words = read(pdf)
    assert [head for head in headings if words.count(head) < headings.count(head)] == []
    assert boxes(pdf) == len(headings)


@pytest.mark.parametrize("address", REAL)
@pytest.mark.parametrize("detail", Detail)
def test_nothing_stands_outside_the_margins(address: str, detail: Detail) -> None:
    assert outside(printed(real(), address, detail)) == []


def test_a_start_list_is_short_enough_for_a_wall() -> None:
    assert [printed(real(), address).pages <= 3 for address in START] == [True] * 4


@pytest.mark.parametrize("address", EVERY)
def test_every_paper_is_tagged_and_has_language_title_and_heads(address: str) -> None:
    for detail in sheet(real(), address).details:
        pdf = printed(real(), address, detail)
        found, kinds = reader(pdf), [tag["/S"] for tag in tags(pdf)]
        assert (root(pdf)["/Lang"], root(pdf)["/MarkInfo"]["/Marked"].value) == ("sv", True)
        assert found.metadata is not None
        assert found.metadata.title == sheet(real(), address).title
        assert kinds.count("/H1") == 1
        assert kinds.count("/Table") == 0 or "/TH" in kinds
        assert outside(pdf) == []


def test_it_says_what_it_is_and_in_which_language() -> None:
    pdf = printed(real(), REAL[0])
    assert root(pdf)["/Lang"] == "sv"
    assert root(pdf)["/MarkInfo"]["/Marked"].value is True
    assert root(pdf)["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    found = reader(pdf)
    assert found.metadata is not None
    assert found.metadata.title == "Checklista inför start: VG Primärvård, privat vårdgivare"
    assert found.metadata.author == "Västra Götalandsregionen"
    assert b"pdfuaid" in printed(real(), REAL[0]).content


def test_a_screen_reader_finds_headings_and_tables_with_heads() -> None:
    found = [tag["/S"] for tag in tags(printed(real(), REAL[0]))]
    stages = len(_body(sheet(real(), REAL[0])).sections)
    assert found.count("/H1") == 1
    assert found.count("/H2") == found.count("/Table") == stages
    assert found.count("/TH") == 4 * stages + found.count("/H3")
    assert len(reader(printed(real(), REAL[0])).outline[1]) == stages


def _body(found: Sheet) -> Checklist:
    assert isinstance(found.body, Checklist)
    return found.body


def test_its_letters_are_letters_of_an_embedded_font() -> None:
    pages: list[Any] = list(reader(printed(real(), REAL[0])).pages)
    for resources in (page["/Resources"] for page in pages):
        fonts = [font.get_object() for font in resources["/Font"].values()]
        assert all("+SourceSansPro" in font["/BaseFont"] for font in fonts)
        inner = [font["/DescendantFonts"][0].get_object() for font in fonts]
        assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in inner)
        drawn = (each.get_object() for each in resources.get("/XObject", {}).values())
        assert not [each for each in drawn if each["/Subtype"] == "/Image"]


def test_hundreds_of_steps_repeat_their_head_on_every_page() -> None:
    site = service(",".join(f"{{id: s{n}, title: Gör sak {n}}}" for n in range(200)))
    pdf = printed(site, CARD)
    pages = [page.extract_text() for page in reader(pdf).pages]
    assert len(pages) == pdf.pages > 3
    assert all("Datum och signatur" in page for page in pages)
    assert all(f"sida {n} av {len(pages)}" in page for n, page in enumerate(pages, 1))
    words = read(pdf) + " "
    assert [words.count(f"Gör sak {n} ") for n in range(200)] == [1] * 200
    assert outside(pdf) == []


def test_no_row_is_split_and_no_heading_is_left_alone() -> None:
    options = ",".join(
        f"{{id: o{n}, title: Sätt {n}, steps: [{{id: s, title: Gör på sätt {n}, text: Text.}}]}}"
        for n in range(90)
    )
    pdf = printed(service(f"{{choose: c, title: Välj sätt, options: [{options}]}}"), CARD)
    texts = [page.extract_text() for page in reader(pdf).pages]
    assert len(texts) > 2
    for text in texts:
        assert re.findall(r"Sätt (\d+)\b", text) == re.findall(r"Gör på sätt (\d+)\b", text)


@pytest.mark.parametrize("detail", Detail)
def test_a_word_that_is_too_long_is_broken(detail: Detail) -> None:
    steps = f"{{id: a, title: {NARROW}, text: {NARROW}, actor: vgr, answer: {NARROW}}}"
    pdf = printed(service(steps, name=NARROW), CARD, detail)
    assert outside(pdf) == []
    assert read(pdf).replace(" ", "").count(NARROW[:20]) > 3


@pytest.mark.parametrize("length", [2_000, 4_000, 12_000])
def test_a_text_longer_than_a_page_goes_on_overleaf(length: int) -> None:
    text = " ".join(f"ord{n}" for n in range(length // 7))
    options = (
        f"{{id: x, title: X, text: '{text}', steps: [{{id: s, title: S, text: '{text}'}}]}},"
        "{id: y, title: Y, steps: [{id: s, title: S}]}"
    )
    steps = f"{{choose: c, title: Välj, text: '{text}', options: [{options}]}}"
    pdf = printed(service(steps), CARD, Detail.HOW_TO)
    assert outside(pdf) == []
    assert (read(pdf) + " ").count(f"ord{length // 7 - 1} ") == 3


def test_what_looks_like_markup_is_text() -> None:
    steps = f'{{id: a, title: "{HOSTILE}", text: "{HOSTILE}"}}'
    words = read(printed(service(steps, name=HOSTILE), CARD, Detail.HOW_TO))
    assert words.count("Se #panic(1) $x^2$ @ref ]] *fet* `rå`") == 3  # in the head, and the step's
    assert "Se #panic(1) $x^2$ @ref ]] fet rå" in words  # Markdown, and nothing but that


def test_one_step_is_one_page() -> None:
    assert printed(service(ONE), CARD).pages == 1


def test_a_list_with_nothing_to_do_is_printed() -> None:
    site = small(f"services:\n  a: {{name: A, obligation: {{pv: optional}}, {FREE}}}\n")
    assert printed(site, "checklistor/pv/private").pages == 1


def test_a_guide_with_an_address_has_it_as_text_link_and_code() -> None:
    site = service(ONE)
    guide = site.guide.model_copy(update={"site": "https://example.org/g"})
    found = sheet(site, CARD)
    with press(TEMPLATES) as running:
        json_ = print_data(found, Detail.LIST, guide, dated(site.catalogue))
        pdf = running.print(found.kind, json_)
    assert "https://example.org/g/checklistor/tjanst/net/" in read(pdf)
    figures = [tag for tag in tags(pdf) if tag["/S"] == "/Figure"]
    assert [tag["/Alt"] for tag in figures] == [
        "QR-kod till listan på skärmen, https://example.org/g/checklistor/tjanst/net/"
    ]
    pages: list[Any] = list(reader(pdf).pages)
    to = {note.get_object()["/A"]["/URI"] for page in pages for note in page.get("/Annots", [])}
    assert to == {
        "https://example.org/g/checklistor/tjanst/net/",
        "https://example.org/g/tjanster/net/#steg-a",
    }


def test_a_guide_without_an_address_has_its_path_and_no_code() -> None:
    pdf = printed(service(ONE), CARD)
    assert "/checklistor/tjanst/net/" in read(pdf)
    assert not [tag for tag in tags(pdf) if tag["/S"] == "/Figure"]


def test_the_same_list_is_the_same_bytes_in_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = service(ONE)
    first = printed(site, CARD)
    shutil.copytree(TEMPLATES, tmp_path / "elsewhere")
    monkeypatch.chdir(tmp_path)
    with press(tmp_path / "elsewhere") as running:
        again = running.print("service", data(site, sheet(site, CARD), Detail.LIST))
    assert again == first


def _failing(templates: Path, kind: str) -> str:
    with press(templates) as running, pytest.raises(TemplateFaultError) as raised:
        Press.print(running, kind, json.dumps({}))
    return str(raised.value)


def test_a_faulty_template_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.typ").write_text("= Hej\n#let x = nothing-of-the-kind\n")
    told = _failing(tmp_path, "bad")
    assert os.path.basename(told.split(":")[0]) == "bad.typ"  # noqa: PTH119 - of a message
    assert ":2: unknown variable: nothing-of-the-kind" in told


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "none.typ` finns inte" in _failing(tmp_path, "none")
