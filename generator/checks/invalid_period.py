from collections.abc import Iterator
from datetime import date

from generator.checks.case import Case
from generator.checks.rule import Finding, Label, Reads, rule
from generator.diagnostics import Severity
from generator.model.calendar import Stop


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
    return None
