from collections.abc import Iterator
from typing import Final

from generator.checks.asked import asked
from generator.checks.case import Case
from generator.checks.rests import rests
from generator.checks.rule import Finding, Reads, rule
from generator.diagnostics import Severity
from generator.model.service import Level

_UNSPECIFIED: Final = frozenset({Level.UNSPECIFIED})
_MAY: Final = frozenset({Level.OPTIONAL, Level.CONDITIONAL})
_WORDS: Final = {Level.MANDATORY: "är obligatorisk", Level.NEEDED: "behövs i praktiken"}


@rule(Severity.WARNING, Reads.CATALOGUE, on_graphs=True)
def mandatory_rests_on_unspecified(case: Case) -> Iterator[Finding]:
    for rest in rests(case, _UNSPECIFIED, besides=_MAY):
        yield Finding(
            place=asked(rest.edge),
            message=f"`{rest.service}` {_WORDS[rest.level]} men kräver "
            f"`{rest.on}`{rest.through}, och ingen källa säger om ni måste ha den",
            help=f"ta reda på om `{rest.on}` krävs och skriv nivån i `obligation`; är den en "
            "tolkning, skriv `needed` och `because`",
        )
