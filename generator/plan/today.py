"""Which day it is, and which days the guide can count with."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from generator.model.guide import Guide

FIRST_DAY: Final = date(1950, 1, 1)
LAST_DAY: Final = date(2150, 12, 31)
"""Beyond these nobody knows which days are closed."""


def today(guide: Guide) -> date:
    """The day it is where the guide is read. The only look at a clock in the program."""
    return datetime.now(ZoneInfo(guide.timezone)).date()


def countable(day: date) -> bool:
    return FIRST_DAY <= day <= LAST_DAY
