"""Which day it is, and which days the guide can count with."""

import time
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # or asking for the day would take as long as reading the catalogue
    from zoneinfo import ZoneInfo

    from generator.model.guide import Guide

FIRST_DAY: Final = date(1954, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
"""A year within what `holidays` knows of Sweden, 1953 to 2100: of others it tells no closed day."""
_A_DAY: Final = timedelta(days=1)


def today(guide: "Guide") -> date:
    """The day it is where the guide is read. The program looks at the clock here and nowhere."""
    return datetime.now(_zone(guide)).date()


def seconds_of(day: date, guide: "Guide") -> tuple[float, float]:
    """Between which seconds since the epoch it is surely that day where the guide is read.

    Where the clock is set back or on at midnight, only what is the day by either reckoning.
    """
    zone = _zone(guide)
    first, last = (
        [datetime(d.year, d.month, d.day, tzinfo=zone, fold=f).timestamp() for f in (0, 1)]
        for d in (day, day + _A_DAY)
    )
    return max(first), min(last)


def _zone(guide: "Guide") -> "ZoneInfo":
    # Imported when a day is asked for: what is kept says until when it holds, and that is enough.
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    return ZoneInfo(guide.timezone)


def is_now(begins: float, ends: float) -> bool:
    """Whether it is that time, the end not included."""
    return begins <= time.time() < ends


def countable(day: date) -> bool:
    return FIRST_DAY <= day <= LAST_DAY
