"""What a calendar file says, as two parsers that have nothing to do with each other read it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import vobject
from icalendar import Calendar


@dataclass(frozen=True, kw_only=True)
class Seen:
    start: date
    end: date
    title: str
    text: str
    url: str | None
    sequence: int
    stamp: date
    alarms: tuple[timedelta, ...]


def by_icalendar(text: bytes) -> dict[str, Seen]:
    """For each UID, its event; points of time in UTC."""
    events: list[Any] = Calendar.from_ical(text).events
    return {
        str(event["uid"]): Seen(
            start=_moment(event["dtstart"].dt),
            end=_moment(event["dtend"].dt),
            title=str(event["summary"]),
            text=str(event["description"]),
            url=str(event["url"]) if "url" in event else None,
            sequence=int(event["sequence"]),
            stamp=_moment(event["dtstamp"].dt),
            alarms=tuple(alarm["trigger"].dt for alarm in event.walk("VALARM")),
        )
        for event in events
    }


def by_vobject(text: bytes) -> dict[str, Seen]:
    calendar: Any = vobject.readOne(text.decode())
    return {
        event.uid.value: Seen(
            start=_moment(event.dtstart.value),
            end=_moment(event.dtend.value),
            title=event.summary.value,
            text=event.description.value,
            url=event.url.value if "url" in event.contents else None,
            sequence=int(event.sequence.value),
            stamp=_moment(event.dtstamp.value),
            alarms=tuple(a.trigger.value for a in event.contents.get("valarm", [])),
        )
        for event in calendar.vevent_list
    }


def _moment(when: date) -> date:
    return when.astimezone(UTC) if isinstance(when, datetime) else when
