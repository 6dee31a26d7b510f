from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity


@rule(Severity.WARNING, Reads.ENTRY)
def expired_override(case: Case) -> Iterator[Finding]:
    for id_, override in case.catalogue.overrides.items():
        if override.until < case.as_of:
            yield Finding(
                place=("overrides", id_, "until"),
                message=f"avsteget från {quote(override.rule)} slutade gälla `{override.until}`",
                help="pröva skälet på nytt: finns det kvar, skriv ett senare datum; annars ta bort "
                "avsteget",
            )
