from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.diagnostics import Severity
from generator.load.fault import FormatFault
from generator.model.guide import FORMAT


@rule(Severity.ERROR, Reads.WRITING)
def unknown_format(case: Case) -> Iterator[Finding]:
    for fault in case.faults(FormatFault):
        if fault.given > FORMAT:
            message = f"katalogen är skriven i format {fault.given}, och här läses format {FORMAT}"
            help_ = f"uppdatera Startklar till en version som läser format {fault.given}"
        else:
            message = f"det finns inget format {fault.given}"
            help_ = f"skriv `format: {FORMAT}`, eller ta bort raden"
        yield Finding(place=fault.span, message=message, help=help_)
