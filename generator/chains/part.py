"""The part of a graph that some nodes rest on: what is asked about those needs no more of it.

Of 7,000 nodes at 2,500 services the doubtful options rest on some hundreds, and what a unit must
have on half.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.chains.graph import Graph, Node


@dataclass(frozen=True, slots=True)
class GraphPart:
    graph: Graph
    """In the order of the whole, so that ties fall alike."""
    nodes: list[Node]
    """For each of its nodes the number in the whole."""
    numbers: dict[Node, Node]
    """For each of these the number in the part."""

    def among(self, nodes: Iterable[Node]) -> list[Node]:
        """The numbers here of those of some nodes of the whole that are in the part."""
        return [self.numbers[node] for node in nodes if node in self.numbers]


def part(graph: Graph, goals: Iterable[Node]) -> GraphPart:
    """All that the goals rest on, themselves included."""
    met, stack = set[Node](), list(goals)
    while stack:
        node = stack.pop()
        if node not in met:
            met.add(node)
            stack += graph.before[node]
    nodes = sorted(met)
    to = {node: number for number, node in enumerate(nodes)}
    found = Graph(
        profile=graph.profile,
        ids=[graph.ids[node] for node in nodes],
        roles=[graph.roles[node] for node in nodes],
        before=[tuple([to[inner] for inner in graph.before[node]]) for node in nodes],
        needs={to[node]: graph.needs[node] for node in nodes if node in graph.needs},
        numbers={id_: to[node] for id_, node in graph.numbers.items() if node in to},
        services=[graph.services[node] for node in nodes],
        items={to[node]: graph.items[node] for node in nodes if node in graph.items},
        paths=[graph.paths[node] for node in nodes],
        dropped=[edge._replace(node=to[edge.node]) for edge in graph.dropped if edge.node in to],
    )
    return GraphPart(found, nodes, to)
