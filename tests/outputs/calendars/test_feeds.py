"""The feeds of the calendar's page, read back by two parsers."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from generator.outputs.calendars.feed import calendar_ics
from generator.outputs.calendars.feeds import feeds
from generator.views.site import Site
from tests.outputs.calendars.as_read import Seen, by_icalendar, by_vobject
from tests.pages.rendered import AS_OF, real, small

DATES = """
services:
  a: {name: Tjänsten, summary: Den behövs., obligation: {pv: mandatory}, source: seed}
recurring:
  fil:
    title: Lämna filen
    text: Lämna **genast**, se [planen](https://example.se).
    rule: {kind: first-weekdays, days: 3, closes: "15:00"}
    timetable:
      - {month: 2027-01, opens: 2027-01-04, closes: 2027-01-08, source: other}
    source: seed
"""


def feed(site: Site, model: str) -> bytes:
    return calendar_ics(site, site.catalogue.models[model])


def utc(month: int, day: int, hour: int, year: int = 2027) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


@pytest.fixture(scope="module")
def events() -> dict[str, Seen]:
    return by_icalendar(feed(real(), "primarvard"))


def test_every_model_has_its_feed() -> None:
    assert list(feeds(real())) == ["kalender/primarvard.ics", "kalender/rehab.ics"]


def test_the_file_s_window_closes_at_three_in_stockholm(events: dict[str, Seen]) -> None:
    winter = events["filfonster-2027-01@primarvard.startklar"]
    assert (winter.start, winter.end) == (utc(1, 3, 23), utc(1, 5, 14))
    assert winter.title == "Lämna filen, senast tis 5 januari kl. 15.00"
    assert "Räknas lör 2 januari som vardag" in winter.text
    summer = events["filfonster-2027-08@primarvard.startklar"]
    assert (summer.start, summer.end) == (utc(8, 1, 22), utc(8, 4, 13))


def test_the_rest_are_whole_days(events: dict[str, Seen]) -> None:
    paid = events["utbetalning-2027-01@primarvard.startklar"]
    assert (paid.start, paid.end) == (date(2027, 1, 31), date(2027, 2, 1))
    assert "Det är en söndag" in paid.text
    stop = events["vgr-sommarstopp-2027-06-01@primarvard.startklar"]
    assert (stop.start, stop.end) == (date(2027, 6, 1), date(2027, 8, 1))


def test_all_are_there_and_stamped_with_the_day(events: dict[str, Seen]) -> None:
    assert len(events) == 12 * 3 + 1
    assert {event.stamp for event in events.values()} == {datetime.combine(AS_OF, time(), UTC)}


@pytest.mark.parametrize("model", ["primarvard", "rehab"])
def test_another_parser_reads_the_same(model: str) -> None:
    text = feed(real(), model)
    assert by_vobject(text) == by_icalendar(text)


def test_the_same_day_gives_the_same_bytes_and_another_day_the_same_names() -> None:
    site = real()
    assert feed(site, "rehab") == feed(site, "rehab")
    later = replace(site, as_of=AS_OF + timedelta(days=7))
    assert by_icalendar(feed(site, "rehab")).keys() == by_icalendar(feed(later, "rehab")).keys()


def test_lines_are_as_the_standard_has_them() -> None:
    text = feed(real(), "primarvard")
    assert text.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert text.endswith(b"END:VCALENDAR\r\n")
    assert text.count(b"\n") == text.count(b"\r\n")
    assert max(map(len, text.split(b"\r\n"))) <= 75
    assert text.count(b"BEGIN:VTIMEZONE\r\nTZID:Europe/Stockholm\r\n") == 1


def test_an_official_timetable_is_named_and_text_is_plain() -> None:
    found = by_icalendar(feed(small(DATES), "pv"))
    official = found["fil-2027-01@pv.startklar"]
    assert (official.start, official.end) == (utc(1, 3, 23), utc(1, 8, 14))
    assert "Källa: En annan källa, Inera." in official.text
    assert "Lämna genast, se planen." in found["fil-2027-02@pv.startklar"].text


def test_where_the_guide_is_published_is_told() -> None:
    site = small(DATES)
    assert {event.url for event in by_icalendar(feed(site, "pv")).values()} == {None}
    guide = site.guide.model_copy(update={"site": "https://example.se/guide/"})
    catalogue = replace(site.catalogue, guide=guide)
    known = replace(site, checked=replace(site.checked, catalogue=catalogue))
    urls = {event.url for event in by_icalendar(feed(known, "pv")).values()}
    assert urls == {"https://example.se/guide/kalender/#pv"}


def test_a_stop_without_an_end_is_cut_where_the_guide_stops_counting() -> None:
    stop = """
organisations: {o: {name: O}}
stops: {s: {title: S, organisation: o, from: 2026-01-01, to: 9999-12-31, text: T, source: seed}}
services:
  a:
    name: A
    summary: B.
    obligation: {pv: mandatory}
    source: seed
    steps: [{id: x, title: X, stop: s}]
"""
    (event,) = by_icalendar(feed(small(stop), "pv")).values()
    assert event.end == date(2100, 1, 1)
