from collections.abc import Iterator
from datetime import date

from generator.checks.case import Case
from generator.checks.rule import Finding, Label, Reads, rule
from generator.diagnostics import Severity
from generator.model.calendar import Occasion
from generator.model.walk import Placed


@rule(Severity.ERROR, Reads.ENTRY)
def deadline_in_the_wrong_month(case: Case) -> Iterator[Finding]:
    for placed in case.parts_of(Occasion):
        if isinstance(placed.part, Occasion):
            yield from _occasion(placed, placed.part)


def _occasion(placed: Placed, occasion: Occasion) -> Iterator[Finding]:
    astray = [
        (key, day)
        for key, day in (("opens", occasion.opens), ("closes", occasion.closes))
        if day and not _in_month(day, occasion.month)
    ]
    for key, day in astray:
        yield Finding(
            place=(*placed.path, key),
            message=f"`{day}` ligger inte i månaden `{occasion.month}`",
            help="rätta dagen eller månaden efter den officiella tidplanen",
            labels=(Label((*placed.path, "month"), "månaden står här"),),
        )
    if not astray and occasion.opens and occasion.closes < occasion.opens:
        yield Finding(
            place=(*placed.path, "closes"),
            message=f"sista dagen `{occasion.closes}` kommer före första dagen `{occasion.opens}`",
            help="byt plats på `opens` och `closes`, eller rätta dagen",
            labels=(Label((*placed.path, "opens"), "första dagen står här"),),
        )


def _in_month(day: date, month: str) -> bool:
    return day.isoformat().startswith(month)
