from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Label, Reads, rule
from generator.diagnostics import Severity
from generator.load.fault import DuplicateKeyFault


@rule(Severity.ERROR, Reads.WRITING)
def duplicate_key(case: Case) -> Iterator[Finding]:
    for fault in case.faults(DuplicateKeyFault):
        yield Finding(
            place=fault.again,
            message=f"nyckeln `{fault.key}` står två gånger i samma objekt",
            help="behåll den ena, eller ge den andra ett eget namn",
            labels=(Label(fault.first, "den första står här"),),
        )
