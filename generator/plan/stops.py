"""Periods in which an organisation handles no orders, on the calendar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.calendar import MonthDay, Stop


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """First and last day, both included."""

    first: date
    last: date
    stop: str
    """The stop's id."""


def first_hit(stops: Sequence[Stop], begin: date, end: date) -> Period | None:
    """The earliest period that has a day in common with begin to end, both included."""
    return min(hits(stops, begin, end), default=None)


def hits(stops: Sequence[Stop], begin: date, end: date) -> Iterator[Period]:
    """Every period that has a day in common with begin to end, both included, stop by stop."""
    return (
        period
        for stop in stops
        for period in _periods(stop, begin.year - 1, end.year + 1)
        if period.first <= end and begin <= period.last
    )


def _periods(stop: Stop, first_year: int, last_year: int) -> Iterator[Period]:
    first, last = stop.first, stop.last
    if isinstance(first, date) and isinstance(last, date):
        yield Period(first, last, stop.id)
    elif isinstance(first, MonthDay) and isinstance(last, MonthDay):
        over_new_year = (last.month, last.day) < (first.month, first.day)
        for year in range(max(first_year, date.min.year), min(last_year, date.max.year - 1) + 1):
            yield Period(_in(year, first), _in(year + over_new_year, last), stop.id)


def _in(year: int, day: MonthDay) -> date:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return date(year, 2, 28)  # only 29 February is missing from some years
