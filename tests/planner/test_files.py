"""What a plan is taken away as: a calendar file, a table, a link, paper."""

import csv
import io
from datetime import date, timedelta

from icalendar import Calendar
from playwright.sync_api import expect

from tests.planner.conftest import Reader

PLAN = "m=rehab&d=private&start=2027-03-01&med=register&p=abcd1234"


def calendar(reader: Reader) -> tuple[bytes, Calendar]:
    raw = reader.download("Kalenderfil")
    return raw, Calendar.from_ical(raw)


def test_the_calendar_file_has_a_day_for_each_step_and_one_for_the_start(reader: Reader) -> None:
    reader.open(PLAN)
    raw, read = calendar(reader)
    events = {str(event["UID"]): event for event in read.walk("VEVENT")}
    assert len(events) == 8
    order = events["abcd1234-tillgang.blankett@startklar"]
    assert order.decoded("DTSTART") == date(2027, 2, 15)
    told = str(order["DESCRIPTION"])
    assert "=Blankett; om «tillgång»" in told
    assert "Skickas till: VGR IT: bestall@example.se." in told
    assert f"{reader.address}/tjanster/tillgang/#steg-blankett" in told
    assert events["abcd1234-start@startklar"].decoded("DTSTART") == date(2027, 3, 1)
    assert str(events["abcd1234-kodning.las@startklar"]["SUMMARY"]).endswith(
        "Kodning: Läs, och förstå; koderna"
    )
    for event in events.values():
        alarms = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
        assert alarms == [timedelta(days=-7), timedelta(days=-1)]
    lines = raw.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in raw.replace(b"\r\n", b"")
    for line in lines:
        line.decode()  # no character is cut in two


def test_a_second_import_updates_the_first(reader: Reader) -> None:
    page = reader.open(PLAN)
    first = {str(e["UID"]): e for e in calendar(reader)[1].walk("VEVENT")}
    page.clock.set_fixed_time("2026-11-24T12:00:00")
    page.get_by_label("Startdatum för enheten").fill("2027-04-01")
    expect(page.locator("[data-sk-verdict]")).to_contain_text("torsdag 1 april 2027")
    second = {str(e["UID"]): e for e in calendar(reader)[1].walk("VEVENT")}
    assert first.keys() == second.keys()
    for uid, event in second.items():
        assert int(str(event["SEQUENCE"])) > int(str(first[uid]["SEQUENCE"]))
        assert event.decoded("DTSTART") > first[uid].decoded("DTSTART")


def test_the_table_opens_in_excel_and_runs_nothing(reader: Reader) -> None:
    reader.open(f"{PLAN}&klart=kodning/las")
    raw = reader.download("Tabell")
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 7
    by_step = {row["Steg"]: row for row in rows}
    assert by_step["Läs, och förstå; koderna"]["Klart"] == "ja"
    order = by_step["Skicka blanketten"]
    assert order["Blankett"] == "'=Blankett; om «tillgång»"
    assert order["Beställ senast"] == "2027-02-15"
    assert order["Skickas till"] == "VGR IT: bestall@example.se"
    assert by_step["Få svar"]["Tid"] == "Leveranstid: okänd"


def test_the_files_say_who_gets_an_order_without_a_form(reader: Reader) -> None:
    reader.open(f"{PLAN}&val=nat/anslutning:egen")
    rows = csv.DictReader(io.StringIO(reader.download("Tabell").decode("utf-8-sig")), delimiter=";")
    sent = {row["Steg"]: row["Skickas till"] for row in rows}
    assert sent["Beställ koppling"] == "VGR IT: bestall@example.se"
    assert sent["Anmäl enheten"] == "Regionen: Uppgift saknas: adress"
    told = {
        str(each["UID"]): str(each["DESCRIPTION"]) for each in calendar(reader)[1].walk("VEVENT")
    }
    order = told["abcd1234-nat.egen.bestall@startklar"]
    assert "Skickas till: VGR IT: bestall@example.se." in order


def test_the_link_is_copied_or_shown(reader: Reader) -> None:
    page = reader.open(PLAN)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera länk").click()
    expect(page.locator("[data-sk-told]")).to_contain_text("Länken är kopierad")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.get_by_role("button", name="Kopiera länk").click()
    assert page.get_by_label("Länk till planen").input_value() == page.url


def test_on_paper_stands_the_answer_and_not_the_form(reader: Reader) -> None:
    page = reader.open(PLAN)
    page.emulate_media(media="print")
    assert page.locator("[data-sk-form]").is_hidden()
    assert page.locator("[data-sk-tools]").is_hidden()
    assert page.locator("[data-sk-verdict]").is_visible()
    assert page.locator("[data-sk-list]").is_visible()
    expect(page.locator("[data-sk-imprint]")).to_contain_text("Planen gäller Rehab, Privat, start")
    assert not page.evaluate(
        "[...document.querySelectorAll('.sk-planner a')]"
        ".some(a => getComputedStyle(a, '::after').content.includes('http'))"
    )
