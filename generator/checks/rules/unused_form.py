from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity


@rule(Severity.INFO, Reads.WHOLE)
def unused_form(case: Case) -> Iterator[Finding]:
    used = case.texts["form"]
    for id_ in case.catalogue.forms:
        if id_ not in used:
            yield Finding(
                place=("forms", id_),
                message=f"blanketten {quote(id_)} används inte i något steg",
                help="skriv dess id i `form` på det steg där den fylls i, eller ta bort den",
            )
