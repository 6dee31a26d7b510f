from collections.abc import Iterator

from generator.chains.graph import Edge, Graph, Node
from generator.chains.obtainable import obtainable
from generator.checks.asked import asked
from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.diagnostics import Severity
from generator.model.outline import DataPath
from generator.model.service import MUST, Level

_MAY = frozenset({Level.OPTIONAL, Level.CONDITIONAL})
_WORDS = {
    Level.MANDATORY: "obligatorisk",
    Level.NEEDED: "behövs i praktiken",
    Level.OPTIONAL: "valfri",
    Level.CONDITIONAL: "villkorad",
}


@rule(Severity.ERROR, Reads.CATALOGUE)
def mandatory_rests_on_optional(case: Case) -> Iterator[Finding]:
    said: set[DataPath] = set()
    for model, graph in case.graphs_of_one_model:
        levels = {
            id_: service.obligation[model].level
            for id_, service in case.catalogue.services.items()
            if model in service.obligation and id_ not in case.uncertain
        }
        for service, edge in _rests(graph, levels):
            if edge.path not in said:
                said.add(edge.path)
                yield _finding(service, graph.services[edge.node], levels, asked(edge))


def _rests(graph: Graph, levels: dict[str, Level]) -> Iterator[tuple[str, Edge]]:
    """Each service that must be had and cannot be without one that may be, and where it shows."""
    may = {node for node, service in enumerate(graph.services) if levels.get(service) in _MAY}
    reachable, without = set(obtainable(graph)), set(obtainable(graph, without=may))
    for service, level in levels.items():
        end = graph.numbers[service]
        if level in MUST and end in reachable and end not in without:
            yield service, _last_edge(graph, reachable - without, may, end)


def _last_edge(graph: Graph, lost: set[Node], may: set[Node], node: Node) -> Edge:
    """Follow what is lost down to the first thing that only may be had."""
    while True:
        edge = next(edge for edge in graph.edges[node] if edge.node in lost)
        if edge.node in may:
            return edge
        node = edge.node


def _finding(service: str, optional: str, levels: dict[str, Level], path: DataPath) -> Finding:
    owner = str(path[1])
    through = f", genom `{owner}`" if owner != service else ""
    return Finding(
        place=path,
        message=f"`{service}` är {_WORDS[levels[service]]} men kräver `{optional}`{through}, "
        f"som är {_WORDS[levels[optional]]}",
        help=f"gör `{optional}` obligatorisk, ge en annan väg med `any:`, eller ta bort kravet",
    )
