from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity
from generator.model.directory import Way


@rule(Severity.WARNING, Reads.ENTRY)
def form_without_recipient(case: Case) -> Iterator[Finding]:
    for id_, form in case.catalogue.forms.items():
        if not form.recipients and Way.WEB not in form.ways:
            yield Finding(
                place=("forms", id_),
                message=f"blanketten {quote(id_)} har ingen mottagare",
                help="skriv kontaktens id i `recipients`, eller `web` i `ways` om blanketten "
                "lämnas på en webbsida",
            )
