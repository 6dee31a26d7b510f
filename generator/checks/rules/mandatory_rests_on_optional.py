from collections.abc import Iterator
from typing import Final

from generator.checks.asked import asked
from generator.checks.case import Case
from generator.checks.rests import rests
from generator.checks.rule import Finding, Reads, rule
from generator.diagnostics import Severity
from generator.model.service import Level

_MAY: Final = frozenset({Level.OPTIONAL, Level.CONDITIONAL})
_WORDS: Final = {
    Level.MANDATORY: "obligatorisk",
    Level.NEEDED: "behövs i praktiken",
    Level.OPTIONAL: "valfri",
    Level.CONDITIONAL: "villkorad",
}


@rule(Severity.ERROR, Reads.CATALOGUE, on_graphs=True)
def mandatory_rests_on_optional(case: Case) -> Iterator[Finding]:
    for rest in rests(case, _MAY):
        yield Finding(
            place=asked(rest.edge),
            message=f"`{rest.service}` är {_WORDS[rest.level]} men kräver "
            f"`{rest.on}`{rest.through}, som är {_WORDS[rest.on_level]}",
            help=f"gör `{rest.on}` obligatorisk, ge en annan väg med `any:`, eller ta bort kravet",
        )
