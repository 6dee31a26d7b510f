from collections.abc import Iterator
from datetime import date

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.diagnostics import Severity
from generator.model.directory import Source
from generator.model.entry import Verified
from generator.model.outline import DataPath


@rule(Severity.WARNING, Reads.ENTRY)
def verified_in_advance(case: Case) -> Iterator[Finding]:
    for place, day, what in _evidence(case):
        if day > case.as_of:
            yield Finding(
                place=place,
                message=f"{what} är daterad `{day}`, men granskningen gäller `{case.as_of}`",
                help="skriv dagen då det gjordes; stämmer den, kör granskningen för en senare dag",
            )


def _evidence(case: Case) -> Iterator[tuple[DataPath, date, str]]:
    for placed in case.parts_of(Verified, Source):
        if isinstance(placed.part, Verified):
            yield (*placed.path, "date"), placed.part.date, "kontrollen"
        elif isinstance(placed.part, Source) and placed.part.read:
            yield (*placed.path, "read"), placed.part.read, "läsningen"
