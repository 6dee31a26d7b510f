"""Working days in Sweden: Monday to Friday, less the days that are closed."""

from datetime import date, timedelta

from generator.plan.closed_days import closed_days

_DAY = timedelta(days=1)
_WEEK = 7
_FRIDAY = 4


def is_working_day(day: date) -> bool:
    return day.weekday() <= _FRIDAY and day not in closed_days(day.year)


def next_working_day(day: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def previous_working_day(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day):
        day -= _DAY
    return day


def add_working_days(day: date, count: int) -> date:
    """The working day that comes `count` working days after a working day."""
    for _ in range(count):
        day = next_working_day(day + _DAY)
    return day


def subtract_working_days(day: date, count: int) -> date:
    """The working day that comes `count` working days before a working day."""
    for _ in range(count):
        day = previous_working_day(day - _DAY)
    return day
