from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rivals import Rival, rivals
from generator.checks.rule import Finding, Label, Reads, rule
from generator.diagnostics import Severity
from generator.model.outline import DataPath


@rule(Severity.INFO, Reads.CATALOGUE)
def dominated_option(case: Case) -> Iterator[Finding]:
    found: dict[DataPath, tuple[Rival, Rival]] = {}
    worthwhile: set[DataPath] = set()
    for graph in case.graphs.values():
        for options in rivals(graph):
            for own in options:
                better = next((other for other in options if other.beats(own)), None)
                if better is None or own.option.recommended or own.option.because:
                    worthwhile.add(own.path)
                else:
                    found.setdefault(own.path, (own, better))
    for path, (own, better) in found.items():
        if path not in worthwhile:
            yield _finding(own, better)


def _finding(own: Rival, better: Rival) -> Finding:
    return Finding(
        place=(*own.path, "id"),
        message=f"`{own.option.id}` är aldrig bättre än `{better.option.id}`: det kräver minst "
        "lika mycket, har minst lika många steg och går inte fortare",
        help="skriv i `because` varför någon ändå ska välja det, eller ta bort alternativet",
        labels=(Label((*better.path, "id"), "det andra står här"),),
    )
