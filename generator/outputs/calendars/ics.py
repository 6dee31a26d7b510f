"""iCalendar (RFC 5545) as bytes that depend on what is said and on nothing else."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event, vText

from generator.outputs.calendars.time_zone import time_zone

_PRODUCT: Final = "-//Startklar//Startklar//SV"
_EPOCH: Final = date(1970, 1, 1)
_A_DAY: Final = timedelta(days=1)
_A_MINUTE: Final = timedelta(minutes=1)
_UNHEARD_OF: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What no text of a calendar may hold, when its lines end as Unix has it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An event: on whole days, or between two points of time in one zone."""

    uid: str
    """The same for as long as it is about the same thing, so that a second reading updates."""
    title: str
    text: str
    begin: date | datetime
    end: date | datetime
    """Of whole days the last one, which belongs to it."""
    url: str | None = None
    alarms: tuple[timedelta, ...] = ()
    """How long before it begins."""


def ics(name: str, stamp: date, entries: Iterable[Entry], zone: str | None = None) -> bytes:
    """A calendar made on a day. A zone is needed where entries have points of time."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _line(name))
    calendar.add("x-wr-calname", _line(name))
    written = list(entries)
    years = [each.end.year for each in written if isinstance(each.end, datetime)]
    if zone and years:
        calendar.add_component(time_zone(zone, min(years), max(years)))
    for entry in written:
        calendar.add_component(_event(entry, stamp))
    return bytes(calendar.to_ical())


def _event(entry: Entry, stamp: date) -> Event:
    event = Event()
    event.add("uid", _line(entry.uid))
    event.add("dtstamp", datetime.combine(stamp, time(), UTC))
    event.add("sequence", (stamp - _EPOCH) // _A_MINUTE)  # as the planner in the browser counts
    event.add("dtstart", entry.begin)
    event.add("dtend", entry.end if isinstance(entry.end, datetime) else entry.end + _A_DAY)
    event.add("summary", _line(entry.title))
    event.add("description", _lines(entry.text))
    event.add("transp", "TRANSPARENT")
    if entry.url:
        event.add("url", entry.url)
    for before in entry.alarms:
        event.add_component(_alarm(entry.title, before))
    return event


def _alarm(title: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _line(title))
    alarm.add("trigger", -before)
    return alarm


def _line(text: str) -> vText:
    """As a value that the library escapes: of a calendar's name it would not by itself."""
    return _lines(" ".join(text.split()))


def _lines(text: str) -> vText:
    return vText(_UNHEARD_OF.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))
