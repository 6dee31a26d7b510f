from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity


@rule(Severity.WARNING, Reads.ENTRY)
def link_without_address(case: Case) -> Iterator[Finding]:
    for section, what in (("links", "länken"), ("forms", "blanketten")):
        for id_, entry in getattr(case.catalogue, section).items():
            if entry.address is None:
                yield Finding(
                    place=(section, id_),
                    message=f"{what} {quote(id_)} har ingen adress",
                    help="ta reda på var sidan ligger i dag och skriv det i `address`",
                )
