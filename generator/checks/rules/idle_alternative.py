from collections.abc import Iterator

from generator.chains.always import always_needed
from generator.chains.graph import Edge, Gate, Graph
from generator.chains.obtainable import obtainable
from generator.chains.stuck import knots
from generator.checks.asked import asked
from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.diagnostics import Severity
from generator.model.outline import DataPath


@rule(Severity.WARNING, Reads.CATALOGUE)
def idle_alternative(case: Case) -> Iterator[Finding]:
    idle: dict[DataPath, str] = {}
    usable: set[DataPath] = set()
    for graph in case.graphs.values():
        for path, name, is_idle in _alternatives(graph):
            if is_idle:
                idle.setdefault(path, name)
            else:
                usable.add(path)
    for path, name in idle.items():
        if path not in usable:
            yield Finding(
                place=path,
                message=f"alternativet `{name}` går aldrig att använda",
                help="ta bort alternativet, eller rätta det som det väntar på",
            )


def _alternatives(graph: Graph) -> Iterator[tuple[DataPath, str, bool]]:
    """Where each alternative of a choice that can be met is written, and whether it is idle.

    It is when it cannot be obtained, and also when every way to it leads through the choice itself.
    Where a whole service cannot be obtained, that is said of the service and not again of this.
    """
    order = obtainable(graph)
    is_said = bool(knots(graph))
    choices = [node for node in order if graph.gates[node] is Gate.ANY]
    needed = always_needed(graph, order, [[node] for node in choices])
    for mark, choice in enumerate(choices):
        for edge in graph.edges[choice]:
            marks = needed.get(edge.node)
            is_idle = not is_said if marks is None else bool(marks >> mark & 1)
            yield _path(graph, edge), graph.ids[edge.node], is_idle


def _path(graph: Graph, edge: Edge) -> DataPath:
    return asked(edge) or (*graph.paths[edge.node], "id")
