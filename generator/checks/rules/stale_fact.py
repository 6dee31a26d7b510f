from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity
from generator.model.directory import Source
from generator.model.entry import Verified
from generator.model.outline import DataPath

MAX_AGE: Final = 365
"""Days that a fact is taken on trust: names, addresses and lead times change from year to year."""


@rule(Severity.WARNING, Reads.ENTRY)
def stale_fact(case: Case) -> Iterator[Finding]:
    for placed in case.parts_of(Verified, Source):
        if isinstance(placed.part, Verified):
            *entry, _ = placed.path
            yield from _finding(
                case,
                (*placed.path, "date"),
                placed.part.date,
                message=f"uppgifterna i {quote(entry[-1])} kontrollerades senast",
                help_="kontrollera dem på nytt och skriv hela `verified` om: datum, vem, hur och "
                "var svaret finns",
            )
        elif isinstance(placed.part, Source) and placed.part.read:
            yield from _finding(
                case,
                (*placed.path, "read"),
                placed.part.read,
                message=f"källan {quote(placed.part.id)} lästes senast",
                help_="läs källan igen, ändra det som inte längre står där och skriv dagen i "
                "`read`",
            )


def _finding(
    case: Case, place: DataPath, day: date, *, message: str, help_: str
) -> Iterator[Finding]:
    age = (case.as_of - day).days
    if age > MAX_AGE:
        when = f"`{day}`, {age} dagar före `{case.as_of}`"
        yield Finding(place=place, message=f"{message} {when}", help=help_)
