from collections.abc import Iterator

from generator.chains.part import part
from generator.chains.way import way
from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.diagnostics import Severity
from generator.model.outline import DataPath
from generator.model.profile import must_have
from generator.model.step import Step


@rule(Severity.WARNING, Reads.CATALOGUE, on_graphs=True)
def unknown_lead_time(case: Case) -> Iterator[Finding]:
    found: dict[DataPath, str] = {}
    for _, graph in case.graphs_of_one_model:
        goals = [graph.numbers[id_] for id_ in must_have(case.catalogue, graph.profile)]
        leading = part(graph, goals)
        on_it = leading.graph
        for node in way(on_it, leading.among(goals)).waves:
            step = on_it.items[node]
            if isinstance(step, Step) and step.time.duration is None:
                found.setdefault(on_it.paths[node], on_it.ids[node])
    for path, id_ in found.items():
        yield Finding(
            place=(*path, "id"),
            message=f"ingen vet hur lång tid `{id_}` tar, och obligatoriska tjänster väntar på det",
            help="fråga den som gör steget och skriv `lead_time: 14d` med källa, "
            "eller `{text: …, assume: …}` om ni måste anta",
        )
