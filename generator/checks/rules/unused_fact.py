from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity


@rule(Severity.INFO, Reads.WHOLE)
def unused_fact(case: Case) -> Iterator[Finding]:
    asked = case.texts["fact"]
    for id_ in case.catalogue.facts:
        if id_ not in asked:
            yield Finding(
                place=("facts", id_),
                message=f"uppgiften {quote(id_)} efterfrågas inte någonstans",
                help="skriv dess id i `asks_for` på den blankett eller det steg som frågar efter "
                "den, eller ta bort den",
            )
