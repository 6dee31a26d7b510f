from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.checks.case import Case
from generator.checks.rule import Finding, Label, Reads, rule
from generator.diagnostics import Severity
from generator.model.calendar import MonthDay, Stop

_LEAP_YEAR: Final = 2000
"""A year that has every day that comes back."""
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


def _fault(stop: Stop) -> tuple[str, str] | None:
    first, last = stop.first, stop.last
    if isinstance(first, date) and isinstance(last, date):
        return (
            (
                f"stoppet slutar `{last}`, innan det börjar `{first}`",
                "rätta årtalet eller byt plats på `from` och `to`",
            )
            if last < first
            else None
        )
    if isinstance(first, date) or isinstance(last, date):
        return (
            "stoppets ena ände återkommer varje år och den andra har ett årtal",
            "skriv båda med årtal, `2027-06-01`, eller båda utan, `06-01`",
        )
    return _backwards(first, last)


def _backwards(first: MonthDay, last: MonthDay) -> tuple[str, str] | None:
    """A yearly stop over the turn of the year that hardly leaves a day of it open."""
    begin, end = (date(_LEAP_YEAR, day.month, day.day) for day in (first, last))
    if begin <= end or (begin - end).days > _DAYS_LEFT:
        return None
    message = f"stoppet varar nästan hela året: från `{begin:%m-%d}`, över nyår, till `{end:%m-%d}`"
    return message, (
        f"menade ni tvärtom? skriv i så fall `from: {end:%m-%d}` och `to: {begin:%m-%d}`; "
        "ett så långt stopp skrivs med årtal"
    )
