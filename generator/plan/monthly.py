"""What comes back every month, on the calendar.

«De första tre vardagarna» can be read in two ways, for nobody agrees on Saturdays and eves. Only
days that count in both readings are shown: whoever keeps to them is in time whichever is meant.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import islice

from generator.model.calendar import Occasion, Recurring, RuleKind
from generator.model.entry import Citation
from generator.plan.working_days import is_working_day, public_holidays

_DAY = timedelta(days=1)
_SUNDAY = 6
_MIDDLE = 15


@dataclass(frozen=True, slots=True)
class Readings:
    """The two ways to count the first weekdays of a month, where they differ."""

    strict: tuple[date, ...]
    """Working days alone."""
    wide: tuple[date, ...]
    """Every day but Sundays and public holidays; Saturdays and eves count."""

    @property
    def disputed(self) -> tuple[date, ...]:
        """The days that count in the wide reading alone."""
        return tuple(day for day in self.wide if day not in self.strict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """One month's days of something that comes back."""

    recurring: Recurring
    month: date
    """The first of the month."""
    days: tuple[date, ...]
    """The days to do it on, or the day it happens; of a timetable, the first and the last."""
    at: time | None = None
    """When the last day closes."""
    readings: Readings | None = None
    """Why there are fewer days than the rule says, if so."""
    timetable: Citation | None = None
    """The official timetable that the days stand in; None when the rule gave them."""

    @property
    def opens(self) -> date:
        return self.days[0]

    @property
    def last(self) -> date:
        return self.days[-1]

    @property
    def about(self) -> bool:
        """Whether the rule gives no more than a day thereabouts."""
        return self.timetable is None and self.recurring.rule.kind is RuleKind.MID_MONTH

    @property
    def falls_on_a_closed_day(self) -> bool:
        return not is_working_day(self.last)


def occurrence(recurring: Recurring, month: date) -> Occurrence:
    """What happens in the month of the day; an official timetable goes before the rule."""
    month, rule = month.replace(day=1), recurring.rule
    official = next((o for o in recurring.timetable if month.isoformat().startswith(o.month)), None)
    if official is not None:
        return _official(recurring, month, official)
    match rule.kind:
        case RuleKind.FIRST_WEEKDAYS:
            days, readings = first_weekdays(month, rule.days or 1)
        case RuleKind.MID_MONTH:
            days, readings = (month.replace(day=_MIDDLE),), None
        case RuleKind.LAST_DAY:
            days, readings = (next_month(month) - _DAY,), None
    return Occurrence(
        recurring=recurring, month=month, days=days, at=rule.closes, readings=readings
    )


def first_weekdays(month: date, count: int) -> tuple[tuple[date, ...], Readings | None]:
    """The days that are among the first weekdays however they are counted, and the ways if two.

    If no day is, those of the reading that closes first.
    """
    readings = Readings(_first(is_working_day, month, count), _first(_is_weekday, month, count))
    if readings.strict == readings.wide:
        return readings.strict, None
    both = tuple(day for day in readings.strict if day in readings.wide)
    return both or readings.wide, readings


def next_month(month: date) -> date:
    day_of_next = month.replace(day=1) + timedelta(days=31)
    return day_of_next.replace(day=1)


def _official(recurring: Recurring, month: date, official: Occasion) -> Occurrence:
    opens, closes = official.opens or official.closes, official.closes
    return Occurrence(
        recurring=recurring,
        month=month,
        days=(opens, closes) if opens != closes else (closes,),
        at=official.at or recurring.rule.closes,
        timetable=official.source,
    )


def _is_weekday(day: date) -> bool:
    return day.weekday() != _SUNDAY and day not in public_holidays(day.year)


def _first(counts: Callable[[date], bool], month: date, count: int) -> tuple[date, ...]:
    return tuple(islice(filter(counts, _days_from(month)), count))


def _days_from(day: date) -> Iterator[date]:
    while True:
        yield day
        day += _DAY
