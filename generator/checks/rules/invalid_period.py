from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.checks.case import Case
from generator.checks.rule import Finding, Label, Reads, rule
from generator.diagnostics import Severity
from generator.model.calendar import MonthDay, Recurring, Stop
from generator.model.entry import Dated
from generator.model.outline import DataPath
from generator.model.scalars import LEAP_YEAR

_MAX_DAYS: Final = 3 * 366
"""A stop that is longer is a year miswritten."""
_DAYS_LEFT: Final = 366 - 300
"""So few from end to beginning that the stop, of more than 300 days, is written backwards."""


@rule(Severity.ERROR, Reads.ENTRY)
def invalid_period(case: Case) -> Iterator[Finding]:
    for stop in case.catalogue.stops.values():
        if fault := _fault(stop):
            message, help_ = fault
            here = ("stops", stop.id)
            yield Finding(
                place=(*here, "to"),
                message=message,
                help=help_,
                labels=(Label((*here, "from"), "stoppet börjar här"),),
            )
    for placed in case.parts_of(Dated):
        if isinstance(placed.part, Dated):
            yield from _ends_before_it_begins(placed.path, placed.part)
    for recurring in case.catalogue.recurring.values():
        yield from _twice(recurring)


def _ends_before_it_begins(here: DataPath, part: Dated) -> Iterator[Finding]:
    if part.begins and part.until and part.until < part.begins:
        yield Finding(
            place=(*here, "until"),
            message=f"sista dagen `{part.until}` kommer före första dagen `{part.begins}`",
            help="rätta årtalet eller byt plats på `from` och `until`",
            labels=(Label((*here, "from"), "första dagen står här"),),
        )


def _twice(recurring: Recurring) -> Iterator[Finding]:
    first: dict[str, DataPath] = {}
    for position, occasion in enumerate(recurring.timetable):
        here = ("recurring", recurring.id, "timetable", position, "month")
        other = first.setdefault(occasion.month, here)
        if other is not here:
            yield Finding(
                place=here,
                message=f"månaden `{occasion.month}` står två gånger i tidplanen",
                help="behåll den som stämmer med den officiella tidplanen",
                labels=(Label(other, "den första står här"),),
            )


def _fault(stop: Stop) -> tuple[str, str] | None:
    first, last = stop.first, stop.last
    if isinstance(first, date) and isinstance(last, date):
        return _dated(first, last)
    if isinstance(first, date) or isinstance(last, date):
        return (
            "stoppets ena ände återkommer varje år och den andra har ett årtal",
            "skriv båda med årtal, `2027-06-01`, eller båda utan, `06-01`",
        )
    return _backwards(first, last)


def _dated(first: date, last: date) -> tuple[str, str] | None:
    if last < first:
        return (
            f"stoppet slutar `{last}`, innan det börjar `{first}`",
            "rätta årtalet eller byt plats på `from` och `to`",
        )
    if (last - first).days > _MAX_DAYS:
        return (
            f"stoppet varar från `{first}` till `{last}`, mer än tre år",
            "rätta årtalet; tar organisationen inte längre emot beställningar, ta bort stegen",
        )
    return None


def _backwards(first: MonthDay, last: MonthDay) -> tuple[str, str] | None:
    """A yearly stop over the turn of the year that hardly leaves a day of it open."""
    begin, end = (date(LEAP_YEAR, day.month, day.day) for day in (first, last))
    if begin <= end or (begin - end).days > _DAYS_LEFT:
        return None
    message = f"stoppet varar nästan hela året: från `{begin:%m-%d}`, över nyår, till `{end:%m-%d}`"
    return message, (
        f"menade ni tvärtom? skriv i så fall `from: {end:%m-%d}` och `to: {begin:%m-%d}`; "
        "är stoppet så långt, skriv det med årtal"
    )
