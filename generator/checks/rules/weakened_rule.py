from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.weighing import weakens_what_must_hold
from generator.checks.wording import quote
from generator.diagnostics import Severity


@rule(Severity.ERROR, Reads.ENTRY)
def weakened_rule(case: Case) -> Iterator[Finding]:
    for id_, override in case.catalogue.overrides.items():
        if weakens_what_must_hold(override, case.severities):
            yield Finding(
                place=("overrides", id_, "severity"),
                message=f"regeln {quote(override.rule)} kan inte mildras till "
                f"{quote(override.severity)}",
                help="ta bort avsteget och rätta det som regeln säger",
            )
