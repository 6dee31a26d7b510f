"""The month's routine on paper, read back as it was printed."""

import re

import pytest

from generator.outputs.paper.pdf import Pdf
from generator.sheets.sheet import Detail
from generator.views.month import monthly_routine
from tests.pages.rendered import real, small
from tests.sheets.paper import body, outside, printed, read, reader, sheet, tags

LONG = "Egenkontrollredovisningsunderlagssammanställningen" * 2
MANY = "".join(
    f"""
  r{number}:
    title: {LONG} {number}
    text: "<b>#let x = [1]</b> {LONG}"
    rule: {{kind: last-day}}
    tasks: [{{title: {LONG}, text: {LONG}, source: seed}}]
    source: seed"""
    for number in range(12)
)
WORLD = f"""
services:
  a: {{name: A, summary: Den., obligation: {{pv: mandatory}}, source: seed}}
recurring:{MANY}
"""
DETAILS = tuple(Detail)


def cells(pdf: Pdf) -> str:
    """The letters, cell by cell, without what breaking a line adds."""
    return re.sub(r"\W", "", "".join(page.extract_text() for page in reader(pdf).pages))


def address(model: str) -> str:
    return f"checklistor/manaden/{model}"


@pytest.mark.parametrize("model", real().catalogue.models)
@pytest.mark.parametrize("detail", DETAILS)
def test_every_line_is_on_it_once_with_its_days(model: str, detail: Detail) -> None:
    letters = "".join(read(printed(real(), address(model), detail)).split())
    for month in monthly_routine(real(), model).months:
        assert letters.count("".join(month.name.split())) == 1
        for day in month.days:
            assert "".join(day.when.split()) in letters
    assert letters.count("Lämnafilen") >= 12


def test_only_the_longer_print_says_how() -> None:
    at = address("rehab")
    brief, full = (read(printed(real(), at, detail)) for detail in DETAILS)
    assert "Ladda upp filen" in brief
    assert "säger inte vilket system" not in brief
    assert "säger inte vilket system" in full
    assert "Uppgift saknas" in full


def test_it_is_tagged_and_repeats_its_heads() -> None:
    pdf = printed(real(), address("primarvard"))
    assert pdf.pages == 2
    kinds = [str(tag["/S"]) for tag in tags(pdf)]
    assert kinds.count("/Table") >= 1
    assert kinds.count("/TH") >= 4
    assert reader(pdf).metadata is not None
    assert str(reader(pdf).root_object["/Lang"]) == "sv"
    heads = [page.extract_text().count("Datum och signatur") for page in reader(pdf).pages]
    assert heads == [1, 1]


@pytest.mark.parametrize("model", real().catalogue.models)
@pytest.mark.parametrize("detail", DETAILS)
def test_nothing_is_outside_the_paper(model: str, detail: Detail) -> None:
    assert not outside(printed(real(), address(model), detail))


@pytest.mark.parametrize("detail", DETAILS)
def test_long_names_and_many_things_stay_on_the_paper(detail: Detail) -> None:
    pdf: Pdf = printed(small(WORLD), address("pv"), detail)
    assert not outside(pdf)
    assert cells(pdf).count(f"{LONG}11") >= 12


def test_what_an_author_writes_is_never_markup() -> None:
    site = small(WORLD)
    text = body(site, sheet(site, address("pv")), Detail.HOW_TO)
    assert "#let x" in text
    assert "#let x" in read(printed(site, address("pv"), Detail.HOW_TO))
