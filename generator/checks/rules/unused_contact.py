from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity


@rule(Severity.INFO, Reads.WHOLE)
def unused_contact(case: Case) -> Iterator[Finding]:
    used = case.texts["contacts"] | case.texts["recipients"]
    for id_ in case.catalogue.contacts:
        if id_ not in used:
            yield Finding(
                place=("contacts", id_),
                message=f"kontakten {quote(id_)} används inte någonstans",
                help="skriv dess id i `contacts` eller `recipients` där den behövs, eller ta bort "
                "den",
            )
