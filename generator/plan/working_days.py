"""Working days in Sweden: Monday to Friday, less public holidays and three eves closed in practice.

Public holidays are those of lag (1989:253). Midsummer's, Christmas and New Year's Eve are none, but
lag (1930:173) 2 § and semesterlagen (1977:480) 7 § count them as such, and offices are closed.
"""

from datetime import date, timedelta
from functools import lru_cache

import holidays

_DAY = timedelta(days=1)
_WEEK = 7
_FRIDAY = 4


@lru_cache(maxsize=512)
def closed_days(year: int) -> frozenset[date]:
    """Public holidays and closed eves of the year, on whatever weekday they fall."""
    categories = (holidays.PUBLIC, holidays.DE_FACTO)
    return frozenset(holidays.country_holidays("SE", years=year, categories=categories))


@lru_cache(maxsize=512)
def public_holidays(year: int) -> frozenset[date]:
    """Those of the law alone, without the eves; Sundays are not named."""
    return frozenset(holidays.country_holidays("SE", years=year, categories=(holidays.PUBLIC,)))


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
