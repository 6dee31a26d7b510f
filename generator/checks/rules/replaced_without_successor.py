from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity
from generator.model.service import Status


@rule(Severity.WARNING, Reads.ENTRY)
def replaced_without_successor(case: Case) -> Iterator[Finding]:
    for id_, service in case.catalogue.services.items():
        if service.status is Status.REPLACED and service.replaced_by is None:
            yield Finding(
                place=("services", id_, "status"),
                message=f"tjänsten {quote(id_)} är ersatt, men inte av vad",
                help="skriv i `replaced_by` vad som har tagit över; vet ingen det, skriv "
                "`status: unknown`",
            )
