"""The one place where the program looks at a clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from generator.model.guide import Guide


def today(guide: Guide) -> date:
    """The day it is where the guide is read."""
    return datetime.now(ZoneInfo(guide.timezone)).date()
