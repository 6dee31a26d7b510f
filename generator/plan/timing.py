"""How long one step takes on the calendar, forwards and, exactly inverse, backwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.calendar import Stop
from generator.model.lead_time import Duration, Unit
from generator.plan.stops import first_hit
from generator.plan.working_days import (
    add_working_days,
    next_working_day,
    previous_working_day,
    subtract_working_days,
)

_DAY = timedelta(days=1)
_HORIZON = timedelta(days=30 * 366)
"""What is not done within thirty years is called never."""


@dataclass(frozen=True, slots=True)
class Task:
    """A step's time: an unknown lead time counts as none."""

    duration: Duration
    stops: Sequence[Stop] = ()


def first_begin(day: date, task: Task) -> date | None:
    """The first working day outside the task's stops, from the day itself on; None if never."""
    limit = day + _HORIZON
    while day <= limit:
        day = next_working_day(day)
        period = first_hit(task.stops, day, day)
        if period is None:
            return day
        if period.last >= limit:
            break
        day = period.last + _DAY
    return None


def finish(begin: date, task: Task) -> date | None:
    """The day it is done, begun on a working day outside its stops; None if never.

    The lead time is added, and a day that is no working day gives way to the next one. Work that a
    stop cuts into begins again on the first working day after it.
    """
    limit = begin + _HORIZON
    while begin <= limit:
        end = _add(begin, task.duration)
        period = first_hit(task.stops, begin, end)
        if period is None:
            return end
        if period.last >= limit:
            break
        again = first_begin(period.last + _DAY, task)
        if again is None:
            return None
        begin = again
    return None


def latest_begin(deadline: date, task: Task) -> date | None:
    """The last begin whose finish is no later than the deadline; None if there is none."""
    limit = deadline - _HORIZON
    while deadline >= limit:
        begin = _subtract(previous_working_day(deadline), task.duration)
        period = first_hit(task.stops, begin, _add(begin, task.duration))
        if period is None:
            return begin
        if period.first <= limit:
            break
        # Whatever begins later, before or in the stop, begins again after it and is too late.
        deadline = period.first - _DAY
    return None


def _add(begin: date, duration: Duration) -> date:
    if duration.unit is Unit.WORKING_DAYS:
        return add_working_days(begin, duration.days)
    return next_working_day(begin + timedelta(days=duration.days))


def _subtract(end: date, duration: Duration) -> date:
    if duration.unit is Unit.WORKING_DAYS:
        return subtract_working_days(end, duration.days)
    return previous_working_day(end - timedelta(days=duration.days))
