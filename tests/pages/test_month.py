"""`/checklistor/manaden/<model>/`: what to do every month, and a year's dates to tick off."""

import re
from dataclasses import replace
from datetime import date

from generator.pages.registry import all_pages
from tests.pages.rendered import markup, read, real, section, small

MONTH = """
services:
  a: {name: Filen, summary: En fil., obligation: {pv: mandatory}, source: seed, recurring: [fil]}
contacts:
  it: {role: IT, organisation: vgr, email: it@example.se, source: seed}
links:
  hur: {title: Lathunden, kind: guide, models: [rehab], source: seed}
  sa: {title: Specen, source: seed}
recurring:
  fil:
    title: Filen tas emot
    action: Lämna <filen>
    text: Tre vardagar.
    rule: {kind: first-weekdays, days: 3, closes: "15:00"}
    timetable: [{month: 2026-12, closes: 2026-12-04, source: other}]
    tasks:
      - {title: Ta fram filen, links: [hur, sa], contacts: [it], source: seed}
      - {title: Koda rätt, models: [rehab], source: other, open_questions: [Hur?]}
      - {title: Kolla privat, operators: [private], source: seed}
    source: seed
  pengar:
    {title: Pengar betalas ut, text: Sist., models: [pv], rule: {kind: last-day}, source: seed}
"""


def month(model: str) -> str:
    return markup(small(MONTH), f"checklistor/manaden/{model}")


def test_a_model_s_own_tasks_stand_with_what_helps() -> None:
    told = section(month("pv"), "gor-sa-har")
    assert "Filen tas emot Tre vardagar. Ta fram filen Se Specen Adress saknas i källan" in told
    assert "Kontakt Regionen: it@example.se" in told
    assert "Kolla privat Gäller: Privat" in told
    assert "Koda rätt" not in told
    assert "Lathunden" not in told
    assert "Hör till Filen." in told
    other = section(month("rehab"), "gor-sa-har")
    assert "Lathunden" in other
    assert "Koda rätt Källa: En annan källa. Källan svarar inte på Hur?" in other
    assert "Pengar" not in other


def test_every_line_has_a_labelled_box_and_its_days() -> None:
    body = month("pv")
    boxes = re.findall(r'<input type="checkbox" id="([^"]+)">', body)
    assert len(boxes) == len(set(boxes)) == 24
    assert all(f'<label for="{box}">' in body for box in boxes)
    dates = section(body, "datum")
    assert "December 2026 Lämna <filen>, December 2026 senast fre 4 december" in dates
    assert "Enligt officiell tidplan." in dates
    assert "senast ons 4 november kl. 15.00" in dates
    assert "Pengar betalas ut, November 2026 mån 30 november" in dates


def test_the_dates_are_the_same_all_month_and_begin_with_it() -> None:
    shown = {
        read(markup(replace(real(), as_of=date(2026, 11, day)), "checklistor/manaden/primarvard"))
        for day in (1, 5, 30)
    }
    (text,) = shown
    assert "November 2026" in text
    assert "Oktober 2027" in text
    assert "November 2027" not in text
    assert "har varit" not in text


def test_no_routine_has_no_page_and_no_link() -> None:
    site = small(MONTH.partition("contacts:")[0].replace(", recurring: [fil]", ""))
    assert not [page for page in all_pages(site) if "manaden" in page.address]
    assert "manaden/" not in markup(site, "kalender") + markup(site, "pv")


def test_it_is_reached_from_the_calendar_the_model_and_the_checklists() -> None:
    for address, way in (
        ("kalender", "../checklistor/manaden/rehab/"),
        ("rehab", "../checklistor/manaden/rehab/"),
        ("checklistor", "manaden/rehab/"),
    ):
        assert f'href="{way}"' in markup(real(), address), address


def test_the_real_routine_says_what_is_not_known() -> None:
    rehab = section(markup(real(), "checklistor/manaden/rehab"), "gor-sa-har")
    assert "källan säger inte vilket system ni ska använda" in rehab
    assert "När är ersättningen beräknad, ska ni godkänna den och när betalas den ut?" in rehab
    pv = section(markup(real(), "checklistor/manaden/primarvard"), "gor-sa-har")
    assert re.search(r"Ladda upp filen i VGPV IT-stöd .*Godkänn underlaget", pv)


def test_what_helps_says_that_the_routine_uses_it() -> None:
    body = read(markup(small(MONTH), "blanketter"))
    assert "Månadens rutin i Rehab, steget Ta fram filen" in body


def test_the_real_pay_out_is_something_to_do_and_not_only_to_know() -> None:
    dates = section(markup(real(), "checklistor/manaden/primarvard"), "datum")
    assert "Se efter att ersättningen har kommit, November 2026 mån 30 november" in dates
