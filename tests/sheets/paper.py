"""Sheets of small catalogues, printed and read back as somebody else's program reads them."""

import io
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pdfplumber
import pypdf

from generator.outputs.paper.pdf import Pdf, press
from generator.outputs.paper.print_data import print_data
from generator.sheets.dated import dated
from generator.sheets.registry import all_sheets
from generator.sheets.sheet import Checklist, Detail, Entry, Sheet, Tick
from generator.views.site import Site
from tests.pages.rendered import THEME

TEMPLATES = THEME / "print"
BOX = 4 / 25.4 * 72
MARGIN = 14 / 25.4 * 72
"""The least that a hole punch and a printer need, in points."""


def sheet(site: Site, address: str) -> Sheet:
    return next(sheet for sheet in all_sheets(site) if sheet.address == address)


def data(site: Site, sheet: Sheet, detail: Detail) -> str:
    return print_data(sheet, detail, site.guide, dated(site.catalogue))


@cache
def _printed(kind: str, data: str) -> Pdf:
    with press(TEMPLATES) as running:
        return running.print(kind, data)


def printed(site: Site, address: str, detail: Detail = Detail.LIST) -> Pdf:
    found = sheet(site, address)
    return _printed(found.kind, data(site, found, detail))


def reader(pdf: Pdf) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.content))


def read(pdf: Pdf) -> str:
    """The words, as one running text."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader(pdf).pages))


def boxes(pdf: Pdf) -> int:
    """How many there are to tick."""
    with pdfplumber.open(io.BytesIO(pdf.content)) as found:
        sizes = [(each["width"], each["height"]) for page in found.pages for each in page.rects]
    return sum(abs(width - BOX) < 1 and abs(height - BOX) < 1 for width, height in sizes)


def outside(pdf: Pdf) -> list[str]:
    """What stands nearer to an edge of the paper than the margin."""
    with pdfplumber.open(io.BytesIO(pdf.content)) as found:
        return [
            f"sida {page.page_number}: {each.get('text') or each['object_type']}"
            for page in found.pages
            for each in (*page.chars, *page.rects, *page.curves, *page.lines)
            if each["x0"] < MARGIN - 1
            or each["x1"] > page.width - MARGIN + 2
            or each["top"] < MARGIN - 10
            or each["bottom"] > page.height - 10
        ]


def ticks(sheet: Sheet) -> Iterator[Tick]:
    assert isinstance(sheet.body, Checklist)
    for section in sheet.body.sections:
        for group in section.groups:
            yield from _ticks(group.entries)


def _ticks(entries: tuple[Entry, ...]) -> Iterator[Tick]:
    for entry in entries:
        if isinstance(entry, Tick):
            yield entry
        else:
            for branch in entry.branches:
                yield from _ticks(branch.entries)


def root(pdf: Pdf) -> Any:
    return reader(pdf).root_object


def tags(pdf: Pdf) -> list[Any]:
    """Every element of the structure that a screen reader follows, in its order."""
    return list(_tags(root(pdf)["/StructTreeRoot"]))


def _tags(node: Any) -> Iterator[Any]:
    kids = node["/K"].get_object() if "/K" in node else []
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object()
        if isinstance(inner, dict) and "/S" in inner:
            yield inner
            yield from _tags(inner)


def body(site: Site, sheet: Sheet, detail: Detail) -> str:
    """The JSON of what a sheet says, without its head."""
    return json.dumps(json.loads(data(site, sheet, detail))["body"])
