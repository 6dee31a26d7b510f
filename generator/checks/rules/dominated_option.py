from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rivals import Rival, compared
from generator.checks.rule import Finding, Label, Reads, rule
from generator.diagnostics import Severity
from generator.model.outline import DataPath
from generator.model.step import Option


@rule(Severity.INFO, Reads.CATALOGUE, on_graphs=True)
def dominated_option(case: Case) -> Iterator[Finding]:
    found: dict[DataPath, tuple[Rival, Rival]] = {}
    worthwhile = {
        spot.path
        for spots in case.outlines.values()
        for spot in spots
        if isinstance(spot.item, Option) and (spot.item.recommended or spot.item.because)
    }
    for profile, graph in case.graphs.items():
        for own, better in compared(graph, case.orders[profile], settled=worthwhile):
            if better is None:
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
