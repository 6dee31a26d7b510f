from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity


@rule(Severity.WARNING, Reads.ENTRY)
def unverified_person(case: Case) -> Iterator[Finding]:
    for id_, contact in case.catalogue.contacts.items():
        if contact.person is not None and contact.verified is None:
            yield Finding(
                place=("contacts", id_, "person"),
                message=f"ingen har kontrollerat att {quote(contact.person)} fortfarande svarar "
                f"för {quote(id_)}",
                help="fråga den som personen arbetar hos och skriv svaret i `verified`, eller byt "
                "namnet mot en funktionsbrevlåda",
            )
