"""The paper on which facts are gathered once, read back as it was printed."""

import io
import re
from functools import cache

import pdfplumber
import pytest
from pypdf import PdfReader

from generator.outputs.paper.pdf import Pdf, press
from generator.outputs.paper.print_data import print_data
from generator.sheets.dated import dated
from generator.sheets.gather import gather_sheet, gather_sheets
from generator.sheets.sheet import Detail, Sheet
from generator.views.gather import gathered
from generator.views.site import Site
from tests.pages.rendered import BOTH, THEME, real, small


def printed(site: Site, sheet: Sheet) -> Pdf:
    data = print_data(sheet, Detail.LIST, site.guide, dated(site.catalogue))
    with press(THEME / "print") as printer:
        return printer.print(sheet.kind, data)


def of(site: Site, model: str, operator: str) -> Sheet:
    catalogue = site.catalogue
    return gather_sheet(site, catalogue.models[model], catalogue.operators[operator])


def read(pdf: Pdf) -> str:
    """The words in the order of reading, cell by cell, without the breaks of lines."""
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages)
    return re.sub(r"\s+", " ", text)


def letters(text: str) -> str:
    """Without what breaking a line adds or takes away."""
    return re.sub(r"\W", "", text)


@cache
def real_print(model: str, operator: str) -> Pdf:
    return printed(real(), of(real(), model, operator))


def test_there_is_a_sheet_for_each_model_and_operator() -> None:
    names = [sheet.name for sheet in gather_sheets(real())]
    assert names == [
        f"samla-{model}-{operator}"
        for model in real().catalogue.models
        for operator in real().catalogue.operators
    ]


@pytest.mark.parametrize("model", real().catalogue.models)
def test_every_fact_is_on_it_once(model: str) -> None:
    text = letters(read(real_print(model, "privat")))
    for fact in gathered(real(), model, "private").facts:
        tag = "Personuppgift" if fact.personal else ""
        then = fact.explanation or fact.where or ""
        assert text.count(letters(fact.name + tag + then)) == 1


def test_it_is_a_tagged_paper_with_language_and_title() -> None:
    reader = PdfReader(io.BytesIO(real_print("rehab", "privat").content))
    catalogue = reader.root_object
    assert str(catalogue["/Lang"]) == "sv"
    assert "/Marked" in str(catalogue["/MarkInfo"].get_object())
    assert "/StructTreeRoot" in catalogue
    assert reader.metadata is not None
    assert reader.metadata.title == "Samla en gång: Vårdval Rehab, privat vårdgivare"


def test_every_page_says_what_its_columns_are() -> None:
    with pdfplumber.open(io.BytesIO(real_print("rehab", "privat").content)) as pages:
        texts = [page.extract_text() for page in pages.pages]
    assert len(texts) > 1
    assert all("Er uppgift" in text for text in texts)


def test_the_silent_forms_are_on_it() -> None:
    text = read(real_print("primarvard", "offentlig"))
    assert "Källan säger inte vad de här frågar efter" in text
    assert "Skriv inget om patienter." in text


def test_hostile_and_endless_words_stay_on_the_page() -> None:
    many = ", ".join(f"{{id: s{n}, title: Steg {n}, asks_for: [f]}}" for n in range(200))
    site = small(
        "facts:\n"
        f"  f: {{name: '#let x = {'lång ' * 60}', explanation: '*a* <b> $1', source: seed}}\n"
        f"services:\n  a: {{name: A, {BOTH}, steps: [{many}]}}\n"
    )
    pdf = printed(site, of(site, "pv", "private"))
    with pdfplumber.open(io.BytesIO(pdf.content)) as pages:
        for page in pages.pages:
            assert all(c["x0"] >= 0 and c["x1"] <= page.width for c in page.chars)
            assert all(c["top"] >= 0 and c["bottom"] <= page.height for c in page.chars)
    text = read(pdf)
    assert "#let x =" in text
    assert [f"«Steg {number}»" in text for number in range(200)] == [True] * 200


def test_without_a_fact_there_is_no_table() -> None:
    site = small(
        "forms: {silent: {title: Den tysta, explanation: O., source: seed}}\n"
        f"services:\n  a: {{name: A, {BOTH}, steps: [{{id: s, title: S, form: silent}}]}}\n"
    )
    text = read(printed(site, of(site, "pv", "private")))
    assert "Er uppgift" not in text
    assert "Blanketten «Den tysta»" in text


def test_the_same_facts_give_the_same_bytes() -> None:
    again = printed(real(), of(real(), "rehab", "privat"))
    assert again.content == real_print("rehab", "privat").content
