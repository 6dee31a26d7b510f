"""The days of a year on which offices in Sweden are closed, on whatever weekday they fall.

Public holidays are those of lag (1989:253). Midsummer's, Christmas and New Year's Eve are none, but
lag (1930:173) 2 § and semesterlagen (1977:480) 7 § count them as such, and offices are closed. They
are reckoned here: the package `holidays`, which the tests hold these against, knows all the world's
and took a sixth of a whole `startklar plan` to import; of years after 2100 it knows none.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

_FIXED: Final = ((1, 1), (1, 6), (5, 1), (12, 25), (12, 26))
_FROM_EASTER: Final = (-2, 0, 1, 39, 49)
"""Good Friday, Easter, Easter Monday, Ascension Day and Whit Sunday, in days."""
_WHIT_MONDAY: Final = 50
_NATIONAL_DAY_SINCE: Final = 2005
"""When the sixth of June took the place of Whit Monday: lag (2004:1320)."""
_SATURDAY: Final = 5
_WEEK: Final = 7


@lru_cache(maxsize=512)
def closed_days(year: int) -> frozenset[date]:
    """Public holidays and closed eves; years before the law as it has them since."""
    midsummer_eve = _saturday_from(date(year, 6, 20)) - timedelta(1)
    return public_holidays(year).union((midsummer_eve, date(year, 12, 24), date(year, 12, 31)))


@lru_cache(maxsize=512)
def public_holidays(year: int) -> frozenset[date]:
    """Those of the law alone, without the eves; Sundays are not named."""
    easter = _easter(year)
    days = [date(year, month, day) for month, day in _FIXED]
    days += [easter + timedelta(later) for later in _FROM_EASTER]
    days += [_saturday_from(date(year, 6, 20)), _saturday_from(date(year, 10, 31))]
    if year >= _NATIONAL_DAY_SINCE:
        return frozenset([*days, date(year, 6, 6)])
    return frozenset([*days, easter + timedelta(_WHIT_MONDAY)])


def _saturday_from(day: date) -> date:
    return day + timedelta((_SATURDAY - day.weekday()) % _WEEK)


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, as in Meeus, Astronomical Algorithms, chapter 8."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), (i, k) = divmod(b, 4), divmod(c, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
