"""What an author writes is text, in every form that leaves the house; rules stop it before that."""

import csv
import io
import json as json_reader
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import vobject
from playwright.sync_api import Browser
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from generator.checks import report
from generator.diff.comparison import compare
from generator.diff.report import markdown, text
from generator.diff.sides.side import side
from generator.model.profile import Profile
from generator.model.walk import every_part, leaves
from generator.outputs.calendars.ics import Entry, ics
from generator.outputs.plans.csv import plan_csv
from generator.outputs.plans.ics import plan_ics
from generator.plan.plan import Plan, Question
from generator.plan.planning import make_plan
from generator.report import github, json, sarif
from generator.report import text as report_text
from tests.conftest import ROOT, serving
from tests.trust.hostile import FOREIGN, OPENINGS, TOLD, attack, read, unattacked, world
from tests.trust.watched import watched

TODAY = date(2027, 2, 1)
OBEYED = frozenset({"Cc", "Cf", "Zl", "Zp"})
HOSTILE = read(world())
ELEMENTS = ("p", "ul", "ol", "li", "strong", "em", "code", "br", "a")
OWN = {f"<{mark}{name}>" for name in ELEMENTS for mark in ("", "/")}
"""The tags that a feed has, but for those of its links."""


@pytest.fixture(scope="module")
def plan() -> Plan:
    profile = Profile(frozenset({"kort", "lang"}), frozenset({"offentlig"}))
    question = Question(profile=profile, start=date(2027, 9, 1), today=TODAY)
    return make_plan(HOSTILE.catalogue, question)


def test_every_text_of_the_model_is_attacked() -> None:
    assert unattacked(list(every_part(HOSTILE.catalogue))) == set()


def test_the_rules_refuse_every_one_of_them() -> None:
    found = report(HOSTILE, as_of=TODAY).diagnostics
    refused = {d.span.line for d in found if d.rule == "html-in-text"}
    attacks = [leaf for part in every_part(HOSTILE.catalogue) for leaf in leaves(part)]
    lines = {HOSTILE.places.span(leaf.path).line for leaf in attacks if TOLD in str(leaf.value)}
    assert len(lines) > 250
    assert lines == refused


@pytest.mark.parametrize("folder", ["", "tjanster/nat/", "tjanster/samordning/"])
def test_the_guide_is_built_all_the_same(attacked: Path, folder: str) -> None:
    assert "oförargligt" in (attacked / folder / "index.html").read_text(encoding="utf-8")


def test_nothing_runs_and_nothing_is_asked_of_others(attacked: Path, browser: Browser) -> None:
    with serving(attacked) as home, watched(browser, home, lawless=True) as seen:
        for file in sorted(attacked.rglob("index.html")):
            address = file.parent.relative_to(attacked).as_posix()
            if TOLD in file.read_text(encoding="utf-8"):  # else it says nothing of the catalogue
                seen.visit(f"{home}/{address}/")
        seen.visit(f"{home}/")
        seen.page.get_by_role("button", name="Sök i guiden").click()
        seen.page.locator("#sok").fill("oförargligt")
        seen.page.locator(".sk-search__results a").first.wait_for()
        seen.visit(f"{home}/planera/#m=kort,lang&d=offentlig&start=2027-09-01&idag=2027-02-01")
        seen.page.locator(".sk-verdict__headline").wait_for()
        for word in seen.page.locator("summary").all():
            word.evaluate("summary => summary.parentElement.open = true")
        assert seen.faults == []


def test_links_of_pages_lead_to_the_web_letters_and_telephones_alone(attacked: Path) -> None:
    schemes = re.compile(r'\b(?:href|src|action)="([a-zA-Z][a-zA-Z0-9+.-]*):')
    pages = (page.read_text(encoding="utf-8") for page in attacked.rglob("*.html"))
    assert {scheme for page in pages for scheme in schemes.findall(page)} <= {
        *("https", "mailto", "tel"),
    }


def test_a_paper_holds_the_attacks_as_words(attacked: Path) -> None:
    papers = sorted(attacked.rglob("*.pdf"))
    assert len(papers) > 10
    for file in papers:
        paper = PdfReader(file)
        assert "oförargligt" in _said(file)
        assert not [each for each in _dictionaries(paper) if {"/JS", "/JavaScript"} & each.keys()]
        for page in paper.pages:
            for note in page.get("/Annots", []):
                action = note.get_object().get("/A", {})
                assert action.get("/S", "/URI") == "/URI"
                uri = str(action.get("/URI", "https:"))
                assert uri.startswith(("https:", "mailto:", "tel:"))
                assert not uri.startswith(f"{FOREIGN}/csv")


def _said(file: Path) -> str:
    """Read by a browser's own reader: thousands of attacks take another's many minutes."""
    paper = PdfDocument(file)
    return "".join(page.get_textpage().get_text_range() for page in paper)


def _dictionaries(paper: PdfReader) -> Iterator[DictionaryObject]:
    """Every one of the file, also what no page leads to."""
    for number in range(1, int(str(paper.trailer["/Size"]))):
        found = paper.get_object(number)
        if isinstance(found, DictionaryObject):
            yield found


def test_a_calendar_has_its_own_events_alone(attacked: Path, plan: Plan) -> None:
    feeds = [file.read_bytes() for file in attacked.rglob("*.ics")]
    assert feeds
    for content in (*feeds, plan_ics(HOSTILE.catalogue, plan, attack("namn"))):
        calendar = vobject.readOne(content.decode())
        assert not re.search(rb"^(?:ATTACH|SUMMARY:insmugglad)", content, re.MULTILINE)
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\r[^\n]", content)
        assert all("uid" in event.contents for event in calendar.vevent_list)


def test_a_calendar_may_be_called_anything() -> None:
    day = date(2027, 2, 1)
    made = ics(
        "a\nb, c;\r\nEND:VCALENDAR", day, [Entry(uid="u", title="t", text="", begin=day, end=day)]
    )
    assert b"\r\nNAME:a b\\, c\\; END:VCALENDAR\r\n" in made


def test_no_cell_of_a_table_is_a_formula(plan: Plan) -> None:
    table = csv.reader(
        io.StringIO(plan_csv(HOSTILE.catalogue, plan).decode("utf-8-sig")), delimiter=";"
    )
    cells = [cell for row in table for cell in row]
    assert len(cells) > 100
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert any(cell.startswith("'=") for cell in cells)


def test_a_feed_of_changes_holds_no_markup_but_its_own(attacked: Path) -> None:
    feeds = sorted(attacked.rglob("andringar*.xml")) + sorted(
        (attacked / "andringar").glob("*.xml")
    )
    contents = [
        content.text or ""
        for feed in feeds
        for content in ET.parse(feed).iter("{http://www.w3.org/2005/Atom}content")  # noqa: S314
    ]
    assert any("oförargligt" in content for content in contents)
    leads = re.compile(
        r'<a(?: href="(?:https:|mailto:|tel:|\.|[a-z-]+/)[^"]*")?(?: title="[^"]*")?'
        r'(?: rel="noopener")?>'
    )
    for content in contents:
        assert set(re.findall(r"</?[^<>]*>", leads.sub("", content))) <= OWN


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> object:
    folder = tmp_path_factory.mktemp("attack")
    (folder / "catalogue.yaml").write_text(world(), encoding="utf-8")
    before = side(str(ROOT / "theme" / "examples"), folder, TODAY)
    return compare(before, side(None, folder, TODAY), TODAY, None)


def test_a_comment_on_a_proposal_calls_nobody_and_loads_nothing(comparison: object) -> None:
    told = markdown.render(comparison)  # type: ignore[arg-type]
    outside = re.sub(r"`[^`\n]*`", "", told)
    assert "oförargligt" in told
    own = re.sub(r"</?(?:details|summary)>|<!-- -->", "", outside)
    assert "<" not in own
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)!\[", own)
    assert "@octocat" not in outside
    assert "#1" not in outside


def test_a_terminal_obeys_nothing(comparison: object) -> None:
    found = report(HOSTILE, as_of=TODAY)
    for said in (text.render(comparison), report_text.render(found)):  # type: ignore[arg-type]
        assert {unicodedata.category(c) for c in said.replace("\n", "")}.isdisjoint(OBEYED)


def test_a_run_on_github_is_given_no_order() -> None:
    found = report(HOSTILE, as_of=TODAY)
    lines = github.annotations(found.diagnostics).splitlines()
    assert len(lines) == len(found.diagnostics)
    assert all(
        re.match(r"::(?:error|warning|notice) file=catalogue\.yaml,", line) for line in lines
    )
    assert {unicodedata.category(c) for line in lines for c in line}.isdisjoint(OBEYED)


def test_reports_for_programs_can_be_read_by_programs() -> None:
    found = report(HOSTILE, as_of=TODAY)
    for made in (json.render(found), sarif.render(found)):
        assert json_reader.loads(made)


def test_every_opening_is_used() -> None:
    assert all(repr(opening.strip())[1:-1] in repr(world()) for opening in OPENINGS)
