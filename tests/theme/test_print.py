"""Pages on paper: printed by Chromium to A4, for a reader in dark mode, and read back."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Browser, Page

from tests.pages.rendered import real

PAGES = {
    "start": "",
    "model": "rehab/",
    "service": "tjanster/kiv/",
    "services": "tjanster/",
    "checklist": "checklistor/rehab/privat/",
    "calendar": "kalender/",
    "forms": "blanketter/",
    "contacts": "kontakter/",
    "glossary": "ordlista/",
    "map": "karta/",
    "editor": "redaktor/",
    "format": "redaktor/format/",
    "about": "om/",
}
PLAN = "planera/#m=rehab&d=privat&start=2027-03-01&idag=2026-11-23"
A4 = (595, 842)
"""Points."""
MARGIN = 40
FOOT = 790
"""Below it stand the title and the number of the sheet."""


@dataclass(frozen=True)
class Line:
    text: str
    bold: bool


@dataclass(frozen=True)
class Sheet:
    """A printed page: its words with their places, and its lines above the page's foot."""

    size: tuple[int, int]
    words: list[dict[str, float | str]]
    colours: set[tuple[float, ...]]

    @property
    def lines(self) -> list[Line]:
        rows: dict[int, list[dict[str, float | str]]] = {}
        for word in self.words:
            if float(word["bottom"]) < FOOT:
                rows.setdefault(round(float(word["bottom"]) / 3), []).append(word)
        return [
            Line(
                " ".join(str(word["text"]) for word in row),
                all("Bold" in str(word["fontname"]) for word in row),
            )
            for _, row in sorted(rows.items())
        ]

    @property
    def foot(self) -> str:
        return " ".join(str(word["text"]) for word in self.words if float(word["top"]) > FOOT)


@dataclass(frozen=True)
class Printed:
    sheets: list[Sheet]
    headings: set[str]

    @property
    def text(self) -> str:
        return squeezed(" ".join(line.text for sheet in self.sheets for line in sheet.lines))


Print = Callable[[str], Printed]


def squeezed(text: str) -> str:
    """Without spaces, for a line may be broken anywhere in an address and hyphens stay."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="session")
def printed(browser: Browser, site_address: str) -> Print:
    """Prints a page of the real guide; each once."""
    known: dict[str, Printed] = {}

    def print_(address: str) -> Printed:
        if address not in known:
            page = browser.new_page(color_scheme="dark", reduced_motion="reduce")
            page.goto(f"{site_address}/{address}", wait_until="networkidle")
            known[address] = read(page)
            page.close()
        return known[address]

    return print_


def read(page: Page) -> Printed:
    headings = page.locator(":is(h1, h2, h3, h4, h5)").all_inner_texts()
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        sheets = [
            Sheet(
                size=(round(sheet.width), round(sheet.height)),
                words=sheet.extract_words(extra_attrs=["fontname"]),
                colours={tuple(char["non_stroking_color"]) for char in sheet.chars},
            )
            for sheet in pdf.pages
        ]
    return Printed(sheets, {" ".join(text.split()) for text in headings})


@pytest.mark.parametrize("address", [*PAGES.values(), PLAN])
def test_nothing_is_cut_and_no_sheet_is_empty(printed: Print, address: str) -> None:
    for sheet in printed(address).sheets:
        assert sheet.size == A4
        assert sheet.lines, "a sheet without words"
        for word in sheet.words:
            assert float(word["x0"]) >= MARGIN, word["text"]
            assert float(word["x1"]) <= A4[0] - MARGIN, word["text"]


@pytest.mark.parametrize("address", [*PAGES.values(), PLAN])
def test_no_heading_stands_alone_at_the_foot(printed: Print, address: str) -> None:
    paper = printed(address)
    for number, sheet in enumerate(paper.sheets, 1):
        last = sheet.lines[-1]
        assert not (last.bold and last.text in paper.headings), (number, last.text)


@pytest.mark.parametrize("address", [*PAGES.values(), PLAN])
def test_the_paper_is_black_on_white_also_in_dark_mode(printed: Print, address: str) -> None:
    for sheet in printed(address).sheets:
        for colour in sheet.colours:
            assert len(set(colour)) == 1, "grey has as much of each colour"
            assert colour[0] <= 0.34, "too pale to read"


@pytest.mark.parametrize("address", PAGES.values())
def test_navigation_stays_on_the_screen(printed: Print, address: str) -> None:
    text = printed(address).text
    for phrase in ("Gå till innehållet", "Skriv ut sidan", "att skriva ut", "Föreslå en ändring"):
        assert squeezed(phrase) not in text
    assert text.count("Tillgänglighetsredogörelse") <= 1


def test_every_sheet_says_what_it_is_and_its_number(printed: Print) -> None:
    sheets = printed(PAGES["service"]).sheets
    for number, sheet in enumerate(sheets, 1):
        assert sheet.foot == f"KIV (Katalog i Väst) – Startklar Sida {number} av {len(sheets)}"


def test_the_last_line_is_guide_day_and_address(printed: Print, site_address: str) -> None:
    text = printed(PAGES["contacts"]).text
    assert squeezed("Utskrift från Startklar, som guiden såg ut") in text
    assert text.endswith(squeezed(f"Sidan finns på {site_address}/kontakter/."))


def test_what_is_folded_is_open_on_paper_and_folded_again(
    browser: Browser, site_address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{site_address}/{PAGES['editor']}")
    folded = page.locator("details:not([open])")
    count = folded.count()
    inside = squeezed(folded.last.locator("li").last.text_content() or "")
    assert count
    assert inside in read(page).text
    assert folded.count() == count
    page.close()


def test_what_is_folded_is_open_without_a_script_too(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}/{PAGES['editor']}")
    inside = squeezed(page.locator("details li").last.text_content() or "")
    assert inside in read(page).text
    context.close()


def test_a_list_is_printed_with_the_explanations_that_are_open(
    browser: Browser, site_address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{site_address}/{PAGES['checklist']}")
    folded = page.locator(".sk-how-to")
    short = read(page)
    assert folded.count() > 20
    assert "Förklaring" not in short.text
    page.get_by_role("button", name="Visa alla förklaringar").click()
    whole = read(page)
    assert whole.text.count("Förklaring") == folded.count()
    assert len(whole.sheets) > len(short.sheets)
    page.get_by_role("button", name="Dölj alla förklaringar").click()
    folded.last.locator("summary").click()
    assert read(page).text.count("Förklaring") == 1
    page.close()


def test_an_outside_address_is_written_out_once_for_each_link(built: Path, printed: Print) -> None:
    markup = (built / PAGES["service"] / "index.html").read_text(encoding="utf-8")
    links = markup.count('href="https://1177.se/vgregion"')
    assert links
    assert printed(PAGES["service"]).text.count("https://1177.se/vgregion") == links
    forms = printed(PAGES["forms"]).text
    for form in real().catalogue.forms.values():
        if form.address:
            assert squeezed(form.address) in forms
            assert f"({squeezed(form.address)})" not in forms


@pytest.mark.parametrize("address", [PAGES["calendar"], PLAN])
def test_a_table_repeats_its_head(printed: Print, address: str) -> None:
    head = "Månad Datum" if address == PAGES["calendar"] else "Steg Vem Blankett"
    sheets = printed(address).sheets
    assert any(line.text.startswith(head) for line in sheets[0].lines)
    assert sheets[1].lines[0].text.startswith(head)


def test_the_plan_is_a_list_to_tick_off(browser: Browser, site_address: str) -> None:
    page = browser.new_page()
    page.goto(f"{site_address}/{PLAN}", wait_until="networkidle")
    titles = [
        squeezed(text.removesuffix(" är klart"))
        for text in page.locator("[data-sk-list] tbody label").all_text_contents()
    ]
    assert len(titles) > 20
    columns = page.locator("[data-sk-list] thead th").count()
    page.emulate_media(media="print")
    assert page.locator("[data-sk-list] thead th:visible").count() == columns
    steps = page.locator("[data-sk-list] tbody label:visible").all_text_contents()
    assert [squeezed(text.removesuffix(" är klart")) for text in steps] == titles
    for gone in ("now", "timeline", "alternatives"):
        assert page.locator(f"[data-sk-part={gone}]").is_hidden()
    assert page.locator(":is(form, button, select):visible").count() == 0
    page.close()


def test_the_plan_says_the_question_and_where_it_is_found_again(
    browser: Browser, site_address: str, printed: Print
) -> None:
    text = printed(PLAN).text
    assert squeezed("Planen gäller Vårdval Rehab, Privat vårdgivare, start måndag 1 mars") in text
    assert squeezed("Val: Sjunet, Genom en extern leverantör") in text
    assert squeezed("Planen är uträknad") in text
    address = re.search(r"Öppnasammaplanigen:(http\S+?)VästraGötaland", text)
    assert address
    page = browser.new_page()
    page.goto(address[1], wait_until="networkidle")
    assert page.locator(".sk-verdict__headline").inner_text().endswith("till måndag 1 mars 2027.")
    assert address[1].startswith(site_address)
    page.close()


@pytest.mark.parametrize(
    "address", [PAGES[name] for name in ("model", "service", "checklist", "calendar", "forms")]
)
def test_a_button_prints_where_scripts_run(
    browser: Browser, site_address: str, address: str
) -> None:
    page = browser.new_page()
    page.add_init_script("window.print = () => { window.asked = true }")
    page.goto(f"{site_address}/{address}")
    page.get_by_role("button", name=re.compile("^Skriv ut")).click()
    assert page.evaluate("window.asked")
    page.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}/{address}")
    assert page.get_by_role("button", name=re.compile("^Skriv ut")).count() == 0
    context.close()


def test_a_filtered_list_says_that_it_is_filtered(browser: Browser, site_address: str) -> None:
    page = browser.new_page()
    page.goto(f"{site_address}/{PAGES['services']}")
    assert "Visarnu" not in read(page).text
    whole = page.get_by_role("status").inner_text()
    assert squeezed(whole) not in read(page).text
    page.get_by_label("Obligatoriska").check()
    part = page.get_by_role("status").inner_text()
    assert part != whole
    text = read(page).text
    assert squeezed(part) in text
    assert "Obligatoriska" in text
    assert "Visaalla" not in text
    page.close()
