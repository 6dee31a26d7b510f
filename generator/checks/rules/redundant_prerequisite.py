from collections.abc import Iterator

from generator.chains.graph import Edge
from generator.chains.redundant import redundant
from generator.checks.asked import asked
from generator.checks.case import Case
from generator.checks.rule import Finding, Label, Reads, rule
from generator.diagnostics import Severity
from generator.model.need import Reference
from generator.model.outline import DataPath


@rule(Severity.INFO, Reads.CATALOGUE, on_graphs=True)
def redundant_prerequisite(case: Case) -> Iterator[Finding]:
    doing_something: set[DataPath] = set()
    found: dict[DataPath, tuple[Edge, Edge | None]] = {}
    for profile, graph in case.graphs.items():
        without_effect = redundant(graph, case.orders[profile], settled=doing_something)
        for edges in graph.asking.values():
            for edge in edges:
                if edge.path in without_effect:
                    found.setdefault(edge.path, (edge, without_effect[edge.path]))
                else:
                    doing_something.add(edge.path)
    for path, (edge, other) in found.items():
        if path not in doing_something:
            yield _finding(edge, other)


def _finding(edge: Edge, other: Edge | None) -> Finding:
    wanted = f"`{edge.need.need}`" if isinstance(edge.need, Reference) else "detta"
    labels: tuple[Label, ...] = ()
    if other is not None and other.path:
        labels = (Label(asked(other), "den här förutsättningen leder redan dit"),)
    return Finding(
        place=asked(edge),
        message=f"{wanted} behövs redan av det andra som står före",
        help="ta bort raden om den inte säger läsaren något som är värt att upprepa",
        labels=labels,
    )
