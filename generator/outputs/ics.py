"""iCalendar (RFC 5545) as bytes that depend on what is said and on nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event, Timezone

_PRODUCT: Final = "-//Startklar//Startklar//SV"
_A_DAY: Final = timedelta(days=1)


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
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    events = [_event(entry, stamp) for entry in entries]
    if zone and events:
        calendar.add_component(_zone(zone, events))
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def _event(entry: Entry, stamp: date) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(stamp, time(), UTC))
    event.add("sequence", stamp.toordinal())
    event.add("dtstart", entry.begin)
    event.add("dtend", entry.end if isinstance(entry.end, datetime) else entry.end + _A_DAY)
    event.add("summary", entry.title)
    event.add("description", entry.text)
    event.add("transp", "TRANSPARENT")
    if entry.url:
        event.add("url", entry.url)
    for before in entry.alarms:
        event.add_component(_alarm(entry.title, before))
    return event


def _alarm(title: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -before)
    return alarm


def _zone(name: str, events: list[Event]) -> Timezone:
    first = min(event.start.year for event in events)
    last = max(event.end.year for event in events)
    return Timezone.from_tzid(name, first_date=date(first, 1, 1), last_date=date(last + 1, 12, 31))
