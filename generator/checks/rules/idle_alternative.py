from collections.abc import Iterator, Sequence

from generator.chains.always import always_needed, untangled
from generator.chains.graph import Edge, Gate, Graph, Node
from generator.checks.asked import asked
from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.diagnostics import Severity
from generator.model.outline import DataPath


@rule(Severity.WARNING, Reads.CATALOGUE, on_graphs=True)
def idle_alternative(case: Case) -> Iterator[Finding]:
    idle: dict[DataPath, str] = {}
    usable: set[DataPath] = set()
    for profile, graph in case.graphs.items():
        is_said = bool(case.knots[profile])
        for path, name, is_idle in _alternatives(graph, case.orders[profile], is_said=is_said):
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


def _alternatives(
    graph: Graph, order: Sequence[Node], *, is_said: bool
) -> Iterator[tuple[DataPath, str, bool]]:
    """Where each alternative of a choice that can be met is written, and whether it is idle.

    It is when it cannot be obtained, and also when every way to it leads through the choice itself,
    which takes a loop. Where a whole service cannot be obtained, that is said of the service and
    not again of this.
    """
    choices = [node for node in order if graph.gates[node] is Gate.ANY]
    _, tangled = untangled(graph, order)
    looped = [node for node in tangled if graph.gates[node] is Gate.ANY]
    needed = dict.fromkeys(order, 0)
    if looped:
        needed = always_needed(graph, order, [[node] for node in looped])
    marks_of = {node: mark for mark, node in enumerate(looped)}
    for choice in choices:
        mark = marks_of.get(choice, len(looped))
        for edge in graph.edges_of(choice):
            marks = needed.get(edge.node)
            is_idle = not is_said if marks is None else bool(marks >> mark & 1)
            yield _path(graph, edge), graph.ids[edge.node], is_idle


def _path(graph: Graph, edge: Edge) -> DataPath:
    return (*graph.paths[edge.node], "id") if edge.need is None else asked(edge)
