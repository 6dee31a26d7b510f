"""When things cannot be done, and what comes back every month."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.model.entry import Applies, Entry, Part, SourceRef
from generator.model.scalars import (
    Count,
    Date,
    EmptyIfNothing,
    Id,
    Month,
    Text,
    Time,
    expected,
    no_such_day,
)

_YEARLY = re.compile(r"(\d{2})-(\d{2})")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
_LEAP_YEAR = 2000
_MOST_DAYS: Final = 10


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day that comes back every year; 29 February is the last of February in other years."""

    month: int
    day: int


def _day(value: Any) -> date | MonthDay:
    try:
        if _DATED.fullmatch(value):
            return date.fromisoformat(value)
        if yearly := _YEARLY.fullmatch(value):
            month, day = int(yearly[1]), int(yearly[2])
            date(_LEAP_YEAR, month, day)
            return MonthDay(month, day)
    except (TypeError, ValueError):
        pass
    raise expected("en dag: `06-01` (varje år) eller `2027-06-01`", no_such_day(value))


Day = Annotated[date | MonthDay, BeforeValidator(_day, json_schema_input_type=str)]


class Stop(Entry):
    """A period in which an organisation handles no orders; both ends belong to it.

    A yearly stop whose end comes before its beginning runs over the turn of the year.
    """

    title: Text
    """Vad stoppet kallas."""
    organisation: Id
    """Organisationen som inte tar hand om beställningar."""
    first: Day = Field(alias="from")
    """Första dagen: `06-01` (varje år) eller `2027-06-01`."""
    last: Day = Field(alias="to")
    """Sista dagen, som också hör till stoppet."""
    text: Text
    """Vad stoppet betyder för enheten."""
    source: SourceRef
    """Var det står."""


class RuleKind(StrEnum):
    FIRST_WEEKDAYS = "first-weekdays"
    MID_MONTH = "mid-month"
    LAST_DAY = "last-day"


class MonthlyRule(Part):
    kind: RuleKind
    """`first-weekdays`, `mid-month` eller `last-day`."""
    days: Count | None = None
    """Antal dagar, för `first-weekdays`."""
    closes: Time | None = None
    """Klockslag då sista dagen stänger."""

    @model_validator(mode="after")
    def _days_where_they_are_counted(self) -> Self:
        counts = self.kind is RuleKind.FIRST_WEEKDAYS
        if counts and not 1 <= (self.days or 0) <= _MOST_DAYS:
            raise expected(f"`days`, från 1 till {_MOST_DAYS}, tillsammans med `kind: {self.kind}`")
        return self


class Occasion(Part):
    """One month of an official timetable; it overrides the rule."""

    month: Month
    """Månaden, skriven ÅÅÅÅ-MM."""
    opens: Date | None = None
    """Första dagen."""
    closes: Date
    """Sista dagen."""
    at: Time | None = None
    """Klockslag då sista dagen stänger."""
    source: SourceRef
    """Var tidplanen står."""


class Recurring(Applies, Entry):
    title: Text
    """Vad som återkommer."""
    text: Text
    """Vad det betyder för enheten."""
    rule: MonthlyRule
    """Regeln enligt källan."""
    timetable: Annotated[tuple[Occasion, ...], EmptyIfNothing] = ()
    """Officiell tidplan. Går före regeln."""
    source: SourceRef
    """Var det står."""
