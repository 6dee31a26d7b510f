"""What nobody has verified: who is asked first, and what an editor writes when it is done."""

import re
from pathlib import Path

import pytest

from generator.checks import CheckedCatalogue, check
from generator.diagnostics import Report
from generator.load import load_texts
from generator.source import SourceText
from generator.views.site import Site
from tests.pages.rendered import (
    AS_OF,
    BASE,
    BOTH,
    ROOT,
    kept_at,
    markup,
    read,
    real,
    section,
    small,
)

PAGE = "redaktor/kontrollera"
WORLD = f"""
organisations:
  inera: {{name: Inera}}
  tom: {{name: Ingen frågar oss}}
sources:
  old: {{title: Gammal, publisher: Regionen, as_of: december 2016 till januari 2017}}
  none: {{title: Odaterad, publisher: Regionen, as_of: utan datum}}
contacts:
  ny: {{role: Ny roll, organisation: inera, source: seed}}
  gammal:
    role: Gammal roll
    organisation: inera
    source: old
  odaterad: {{role: Odaterad roll, organisation: inera, source: none}}
  flitig: {{role: Flitig roll, organisation: inera, source: seed}}
forms:
  skickas: {{title: Blankett A, explanation: A., recipients: [flitig], source: seed}}
  ingen: {{title: Blankett B, explanation: B., source: seed}}
links:
  lank: {{title: En sida, source: seed}}
services:
  a: {{name: Tjänst A, contacts: [flitig], links: [lank], {BOTH}}}
  b: {{name: Tjänst B, prerequisites: [a], {BOTH}}}
"""


def owned(body: str, anchor: str) -> str:
    found = re.search(rf'<h3 id="{anchor}">.*?(?=<h3 |$)', body, re.DOTALL)
    return read(found[0]) if found else ""


def in_order(text: str, *names: str) -> bool:
    found = [text.find(name) for name in names]
    return -1 not in found and found == sorted(found)


def test_each_stands_with_the_one_who_can_answer() -> None:
    body = markup(small(WORLD), PAGE)
    assert "Blankett A Blankett" in owned(body, "organisation-inera")
    region = owned(body, "organisation-vgr")
    assert all(name in region for name in ("Tjänst A", "Tjänst B", "En sida Länk"))
    assert "Blankett B Blankett" in owned(body, "framgar-inte")
    assert "organisation-tom" not in body


def test_the_undated_the_oldest_and_the_most_used_come_first() -> None:
    text = owned(markup(small(WORLD), PAGE), "organisation-inera")
    assert in_order(text, "Odaterad roll", "Gammal roll", "Flitig roll", "Ny roll")
    assert "Flitig roll Kontakt Källans tid: omkring 2017. Används på två" not in text
    assert "Används på 2 ställen i guiden" in text
    assert "Inget annat i guiden hänvisar hit" in text


def test_what_somebody_has_verified_is_not_asked_for() -> None:
    evidence = "verified: {date: 2026-11-01, by: IT, how: ringde, source: ärende 1}"
    world = WORLD.replace("ny: {", f"ny: {{{evidence}, ")
    text = read(markup(small(world), PAGE))
    assert "Ny roll" not in text
    assert text.lstrip().startswith("Kontrollera uppgifterna 8 av 9 ")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2025-11-22", "Redan för gammalt Inera: Ny roll Sedan 23 november 2026."),
        ("2025-11-23", "Inom 90 dagar Inera: Ny roll Från 24 november 2026."),
        ("2026-02-20", "Inom 90 dagar Inera: Ny roll Från 21 februari 2027."),
        ("2026-02-21", "Inget blir för gammalt de närmaste 90 dagarna."),
    ],
)
def test_it_tells_what_is_soon_too_old_as_the_rule_will(day: str, said: str) -> None:
    evidence = f"verified: {{date: {day}, by: IT, how: ringde, source: ärende 1}}"
    world = WORLD.replace("ny: {", f"ny: {{{evidence}, ")
    assert said in section(markup(small(world), PAGE), "blir-for-gammalt")
    report = proven(world)
    stale = [d.rule for d in (report if isinstance(report, Report) else report.report).diagnostics]
    assert ("stale-fact" in stale) == said.startswith("Redan")


def test_a_source_grows_old_too() -> None:
    world = WORLD.replace("old: {", "old: {read: 2025-06-01, ")
    said = section(markup(small(world), PAGE), "blir-for-gammalt")
    assert "Källan Gammal Sedan 2 juni 2026. Kontrollerades 1 juni 2025." in said


def test_nothing_to_ask_is_said() -> None:
    evidence = "verified: {date: 2026-11-01, by: IT, how: ringde, source: ärende 1}"
    world = f"services: {{a: {{name: A, {evidence}, {BOTH}}}}}"
    text = read(markup(small(world), PAGE))
    assert "Någon har kontrollerat varje" in text
    assert "Det finns inget att kontrollera." in text


def test_the_line_is_a_link_where_the_catalogue_is_kept() -> None:
    plain, kept = small(WORLD), kept_at(small(WORLD), "https://example.se/r")
    assert "/blob/" not in markup(plain, PAGE)
    links = re.findall(
        r'href="(https://example.se/r/blob/main/test.yaml#L\d+)"', markup(kept, PAGE)
    )
    assert len(set(links)) == 9


WRITTEN = """
contacts:
  block:
    role: R
    organisation: vgr
    source: seed
  row: {role: Rad, organisation: vgr, source: seed}
  empty:
    role: Tom
    organisation: vgr
    verified:
    source: seed
"""
FILLED = {"date": "2026-11-20", "by": "IT-ansvarig", "how": "ringde", "source": "ärende 7"}


def filled(text: str) -> str:
    for key, value in FILLED.items():
        text = re.sub(rf"\b{key}: *(#.*)?(?=[,}}\n])", f"{key}: {value}", text, count=1)
    return text


def pasted(text: str, site: Site, name: str, fill: bool) -> str:  # noqa: FBT001 - as parametrised
    """The data with the lines copied to where the page says."""
    entry = re.search(rf"{name}</a>.*?</details>", markup(site, PAGE), re.DOTALL)
    assert entry
    told = re.search(r"test\.yaml:(\d+)</code>, (.*?), och fyll", entry[0])
    copied = re.search(r"<code class=\"language-yaml\">(.*?)</code></pre>", entry[0], re.DOTALL)
    assert told
    assert copied
    lines, at = text.splitlines(keepends=True), int(told[1]) - 1
    new = filled(copied[1]) if fill else copied[1]
    if "source" in told[2]:
        lines.insert(at, new)
    elif "verified" in told[2]:
        lines[at] = new
    else:
        lines[at] = lines[at].replace("}", f"{new}}}")
    return "".join(lines)


def proven(text: str) -> CheckedCatalogue | Report:
    texts = [SourceText("base.yaml", BASE), SourceText("test.yaml", text)]
    return check(load_texts(texts), as_of=AS_OF)


@pytest.mark.parametrize("name", ["R", "Rad", "Tom"])
def test_what_is_copied_holds_when_it_is_filled_in_and_not_before(name: str) -> None:
    text = f"{WRITTEN}services: {{a: {{name: A, {BOTH}}}}}\n"
    named = f"Regionen: {name}"
    blank = proven(pasted(text, small(text), named, fill=False))
    assert isinstance(blank, Report)
    missing = [each.message for each in blank.diagnostics if each.rule == "missing-field"]
    assert len(missing) == len(FILLED)
    whole = proven(pasted(text, small(text), named, fill=True))
    assert isinstance(whole, CheckedCatalogue)
    said = [c.verified.by for c in whole.catalogue.contacts.values() if c.verified]
    assert said == ["IT-ansvarig"]


def test_the_real_catalogue_asks_for_every_entry_once() -> None:
    catalogue, body = real().catalogue, markup(real(), PAGE)
    unverified = sum(each.verified is None for each in catalogue.services.values())
    unverified += sum(each.verified is None for each in catalogue.contacts.values())
    unverified += sum(each.verified is None for each in catalogue.forms.values())
    unverified += sum(each.verified is None for each in catalogue.links.values())
    assert body.count("Visa vad ni skriver") == unverified
    assert "redaktor/kontrollera" in Path(ROOT / "content" / "redaktor.md").read_text("utf-8")
