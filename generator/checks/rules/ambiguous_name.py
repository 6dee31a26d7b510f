from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Label, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity
from generator.model.outline import DataPath
from generator.model.service import Service


@rule(Severity.ERROR, Reads.ENTRY)
def ambiguous_name(case: Case) -> Iterator[Finding]:
    first: dict[str, DataPath] = {}
    for service in case.catalogue.services.values():
        for name, path in _names(service):
            other = first.setdefault(" ".join(name.casefold().split()), path)
            if other is path:
                continue
            owner = str(other[1])
            whose = "samma tjänst" if owner == service.id else f"tjänsten {quote(owner)}"
            yield Finding(
                place=path,
                message=f"namnet {quote(name)} har redan getts till {whose}",
                help="stryk namnet på det ena stället, eller skriv något som skiljer dem åt",
                labels=(Label(other, "det första står här"),),
            )


def _names(service: Service) -> Iterator[tuple[str, DataPath]]:
    here = ("services", service.id)
    yield service.name, (*here, "name")
    for position, name in enumerate(service.also_called):
        yield name, (*here, "also_called", position)
    for position, name in enumerate(service.formerly):
        yield name, (*here, "formerly", position)
