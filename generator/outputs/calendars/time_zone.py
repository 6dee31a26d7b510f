"""A time zone as every calendar program understands it: changes are yearly rules where they can be.

`icalendar` could make one too, but lists the days, of which some programs read no more than the
first, and lets summer time begin an hour late.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY, _MINUTE, _WEEK = timedelta(days=1), timedelta(minutes=1), timedelta(days=7)
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class _Change:
    """When clocks were changed, by the clock as it was before."""

    moment: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @property
    def kind(self) -> tuple[object, ...]:
        return self.before, self.after, self.name, self.moment.month, self.moment.time()


def time_zone(name: str, first: int, last: int) -> Timezone:
    """Of the years named, with one to spare at each end."""
    zone = Timezone()
    zone.add("tzid", name)
    begin, end = datetime(first - 1, 1, 1, tzinfo=UTC), datetime(last + 2, 1, 1, tzinfo=UTC)
    clock = ZoneInfo(name)
    zone.add_component(_component(_as_it_was(begin, clock)))
    changes = sorted(_changes(begin, end, clock), key=lambda each: each.moment)
    several = sorted(changes, key=lambda each: str(each.kind))
    for _, alike in groupby(several, key=lambda each: each.kind):
        for component in _components(list(alike)):
            zone.add_component(component)
    return zone


def _changes(begin: datetime, end: datetime, clock: ZoneInfo) -> Iterator[_Change]:
    while begin < end:
        if _offset(begin, clock) != _offset(begin + _DAY, clock):
            moment = begin
            while _offset(moment, clock) == _offset(begin, clock):
                moment += _MINUTE
            yield _changed(moment, clock)
        begin += _DAY


def _as_it_was(begin: datetime, clock: ZoneInfo) -> _Change:
    local = begin.astimezone(clock)
    offset = _offset(begin, clock)
    return _Change(
        local.replace(tzinfo=None), offset, offset, str(local.tzname()), bool(local.dst())
    )


def _changed(moment: datetime, clock: ZoneInfo) -> _Change:
    local, before = moment.astimezone(clock), _offset(moment - _MINUTE, clock)
    return _Change(
        (moment + before).replace(tzinfo=None),
        before,
        _offset(moment, clock),
        str(local.tzname()),
        bool(local.dst()),
    )


def _offset(moment: datetime, clock: ZoneInfo) -> timedelta:
    return moment.astimezone(clock).utcoffset() or timedelta()


def _components(alike: list[_Change]) -> Iterator[Any]:
    """Changes of one kind, year after year: one rule, or each by itself."""
    if len(alike) > 1 and all(_is_last_sunday(each.moment) for each in alike):
        month = alike[0].moment.month
        yield _component(alike[0], {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    else:
        yield from map(_component, alike)


def _component(change: _Change, rule: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - either of two kinds
    made = TimezoneDaylight() if change.summer else TimezoneStandard()
    made.add("dtstart", change.moment)
    made.add("tzname", change.name)
    made.add("tzoffsetfrom", change.before)
    made.add("tzoffsetto", change.after)
    if rule:
        made.add("rrule", rule)
    return made


def _is_last_sunday(moment: datetime) -> bool:
    return moment.weekday() == _SUNDAY and (moment + _WEEK).month != moment.month
