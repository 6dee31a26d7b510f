"""Prerequisites that the others always need already."""

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import reduce
from itertools import product
from math import prod
from operator import or_

from generator.chains.always import Marks, always_needed
from generator.chains.graph import Edge, Gate, Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.chains.part import part
from generator.model.outline import DataPath

Clause = frozenset[Node]
"""Work of which at least one piece is done."""

_MAX_CLAUSES = 64
"""A prerequisite with more is taken as it stands: what is called redundant still is."""


def redundant(
    graph: Graph, order: Sequence[Node] | None = None, settled: Container[DataPath] = ()
) -> dict[DataPath, Edge | None]:
    """Where each redundant prerequisite is written, and the single other one that implies it.

    A prerequisite is a monotone formula over work; written as clauses, it is redundant when every
    way of meeting the others meets each clause. Of two that imply each other the later is named.
    `order` is what `obtainable` gave. Where all prerequisites of a node are settled, nobody asks
    any more, and what is said of them there may be left out.
    """
    order = obtainable(graph) if order is None else order
    formulas = _Formulas(graph)
    doubtful = [node for node in order if _is_open(graph, node, settled)]
    doubtful = _near_each_other(graph, doubtful, formulas)
    numbers: dict[Clause, int] = {}
    for node in doubtful:
        for edge in graph.asking[node]:
            for clause in formulas[edge.node]:
                numbers.setdefault(clause, len(numbers))
    if not doubtful:
        return {}
    leading = part(graph, doubtful)
    marked = [leading.among(clause) for clause in numbers]
    told = always_needed(leading.graph, leading.among(order), marked)
    needed = {leading.nodes[node]: marks for node, marks in told.items()}
    asked = {
        target: sum({1 << numbers[clause] for clause in formulas[target]})
        for target in {edge.node for node in doubtful for edge in graph.asking[node]}
    }
    found: dict[DataPath, Edge | None] = {}
    for node in doubtful:
        found |= _unneeded(graph.edges_of(node), asked, needed)
    return found


class _Formulas(dict[Node, list["Clause"]]):
    """What each node asked for is as clauses over work, found once."""

    def __init__(self, graph: Graph) -> None:
        super().__init__()
        self.graph = graph

    def __missing__(self, node: Node) -> list[Clause]:
        self[node] = _clauses(self.graph, node, frozenset())
        return self[node]


def _is_open(graph: Graph, node: Node, settled: Container[DataPath]) -> bool:
    """Whether something that the node asks for could be redundant, and nobody knows yet."""
    is_asking = node in graph.asking and graph.gates[node] is Gate.ALL
    return is_asking and any(edge.path not in settled for edge in graph.asking[node])


def _near_each_other(graph: Graph, nodes: Iterable[Node], formulas: _Formulas) -> list[Node]:
    """Those where something asked for could also be reached another way, from service to service.

    In most services nothing can, and a look at services costs little beside one at all work.
    """
    leads = _Leads(graph)
    return [
        node
        for node in nodes
        if any(
            leads.could_be_reached_without(edge, graph.services[node], formulas[edge.node])
            for edge in graph.asking[node]
        )
    ]


class _Leads:
    """Which services each service leads to, as bits, through anything that is asked for in it."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.bits = {id_: 1 << n for n, id_ in enumerate(dict.fromkeys(graph.services))}
        self.asked: dict[str, list[Edge]] = {id_: [] for id_ in self.bits}
        for node, edges in graph.asking.items():
            self.asked[graph.services[node]] += edges
        self.to = {
            id_: self._services(edge.node for edge in edges) for id_, edges in self.asked.items()
        }
        targets = {
            id_: {graph.services[edge.node] for edge in edges} for id_, edges in self.asked.items()
        }
        changed = True
        while changed:
            changed = False
            for id_, services in targets.items():
                reached = reduce(or_, map(self.to.__getitem__, services), self.to[id_])
                changed |= reached != self.to[id_]
                self.to[id_] = reached

    def _services(self, nodes: Iterable[Node]) -> Marks:
        return reduce(or_, (self.bits[self.graph.services[node]] for node in nodes), 0)

    def could_be_reached_without(self, edge: Edge, service: str, formula: list[Clause]) -> bool:
        """False only if no other thing asked for in the service leads to what the edge asks for."""
        if not formula:
            return True
        wanted, here = self._services(formula[0]), self.bits[service]
        if (wanted | self.to[service]) & here:
            return True
        others = (self.graph.services[o.node] for o in self.asked[service] if o.path != edge.path)
        return any((self.bits[other] | self.to[other]) & wanted for other in others)


def _unneeded(
    edges: tuple[Edge, ...], asked: Mapping[Node, Marks], needed: Mapping[Node, Marks]
) -> dict[DataPath, Edge | None]:
    kept, found = list(edges), {}
    for edge in reversed(edges):
        if edge.need is None:
            continue
        marks, others = asked[edge.node], [other for other in kept if other is not edge]
        if not marks & ~reduce(or_, (needed[other.node] for other in others), 0):
            kept.remove(edge)
            single = (other for other in others if not marks & ~needed[other.node])
            found[edge.path] = next(single, None)
    return found


def _clauses(graph: Graph, node: Node, seen: frozenset[Node]) -> list[Clause]:
    """The node as clauses over work; what is on the way there already is left as it stands."""
    if graph.roles[node] is Role.STEP or node in seen:
        return [frozenset({node})]
    edges = graph.before[node]
    if graph.roles[node] is Role.END and len(edges) == 1:
        return [frozenset({node})]  # a service without steps is had by naming it
    if graph.roles[node] in (Role.END, Role.OPTION) and len(edges) > 1:
        edges = edges[1:]  # the work that follows the beginning always needs the beginning
    parts = [_clauses(graph, inner, seen | {node}) for inner in edges]
    if graph.gates[node] is Gate.ALL:
        joined = [clause for part in parts for clause in part]
        return joined if len(joined) <= _MAX_CLAUSES else [frozenset({node})]
    if prod(map(len, parts)) > _MAX_CLAUSES:
        return [frozenset({node})]
    return [frozenset().union(*chosen) for chosen in product(*parts)]
