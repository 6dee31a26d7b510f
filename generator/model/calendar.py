"""When things cannot be done, and what comes back every month."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.model.entry import Applies, Entry, Grounded, Part, SourceRef
from generator.model.scalars import (
    ISO_DATE,
    LEAP_YEAR,
    Count,
    Date,
    EmptyIfNothing,
    Id,
    Ids,
    Month,
    Text,
    Texts,
    Time,
    expected,
    no_such_day,
)
from generator.model.written import REAL_DATE, REAL_DAY, written

_YEARLY = re.compile(r"([0-9]{2})-([0-9]{2})")
_A_DAY: Final = "en dag: `06-01` (varje år) eller `2027-06-01`"
_MOST_DAYS: Final = 10


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day that comes back every year; 29 February is the last of February in other years."""

    month: int
    day: int


def _day(value: Any) -> date | MonthDay:
    try:
        if ISO_DATE.fullmatch(value):
            return date.fromisoformat(value)
        if yearly := _YEARLY.fullmatch(value):
            month, day = int(yearly[1]), int(yearly[2])
            date(LEAP_YEAR, month, day)
            return MonthDay(month, day)
    except (TypeError, ValueError):
        pass
    raise expected(_A_DAY, no_such_day(value))


Day = Annotated[date | MonthDay, BeforeValidator(_day), written(f"{REAL_DATE}|{REAL_DAY}", _A_DAY)]


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


class Task(Grounded):
    """What a unit in operation does each time."""

    title: Text
    """Vad enheten gör. Börja med ett verb."""
    text: Text | None = None
    """Förklaring i Markdown."""
    links: Ids = ()
    """Id på länkar som hjälper."""
    contacts: Ids = ()
    """Id på kontakter som hjälper."""
    open_questions: Texts = ()
    """Frågor som källan lämnar öppna."""


class Recurring(Applies, Entry):
    title: Text
    """Vad som återkommer."""
    text: Text
    """Vad det betyder för enheten."""
    action: Text | None = None
    """Det enheten gör, på en rad som börjar med ett verb. Utelämnat: titeln."""
    tasks: Annotated[tuple[Task, ...], EmptyIfNothing] = ()
    """Det enheten gör varje gång, i ordning. Utelämnat: det bara händer."""
    rule: MonthlyRule
    """Regeln enligt källan."""
    timetable: Annotated[tuple[Occasion, ...], EmptyIfNothing] = ()
    """Officiell tidplan. Går före regeln."""
    source: SourceRef
    """Var det står."""
