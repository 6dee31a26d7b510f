"""Time zones, read back by a parser that reads rules alone."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar, Event

from generator.outputs.calendars.time_zone import time_zone


def test_stockholm_changes_its_clocks_by_two_rules() -> None:
    text = time_zone("Europe/Stockholm", 2027, 2028).to_ical().decode()
    summer = text.partition("BEGIN:DAYLIGHT")[2].partition("END:")[0].split()
    winter = text.rpartition("BEGIN:STANDARD")[2].partition("END:")[0].split()
    assert "DTSTART:20260329T020000" in summer
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in summer
    assert "DTSTART:20261025T030000" in winter
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in winter


@pytest.mark.parametrize("name", ["Europe/Stockholm", "Asia/Kolkata", "America/New_York", "UTC"])
def test_another_parser_tells_the_same_time_on_every_day(name: str) -> None:
    zone = ZoneInfo(name)
    day, days = date(2027, 1, 1), 365
    moments = [
        datetime(day.year, 1, 1, 15, tzinfo=zone) + timedelta(days=number) for number in range(days)
    ]
    calendar = Calendar()
    calendar.add_component(time_zone(name, 2027, 2027))
    for moment in moments:
        event = Event()
        event.add("uid", moment.isoformat())
        event.add("dtstart", moment)
        calendar.add_component(event)
    read: Any = vobject.readOne(calendar.to_ical().decode())
    assert [e.dtstart.value.astimezone(UTC) for e in read.vevent_list] == [
        moment.astimezone(UTC) for moment in moments
    ]
