"""Prerequisites that the others always need already."""

from functools import reduce
from itertools import product
from math import prod
from operator import or_

from generator.chains.always import Marks, always_needed
from generator.chains.graph import Edge, Gate, Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.model.outline import DataPath

Clause = frozenset[Node]
"""Work of which at least one piece is done."""

_MAX_CLAUSES = 64
"""A prerequisite with more is taken as it stands: what is called redundant still is."""


def redundant(graph: Graph) -> dict[DataPath, Edge | None]:
    """Where each redundant prerequisite is written, and the single other one that implies it.

    A prerequisite is a monotone formula over work; written as clauses, it is redundant when every
    way of meeting the others meets each clause. Of two that imply each other the later is named.
    """
    order = obtainable(graph)
    wanted = {
        edge: _clauses(graph, edge.node, frozenset())
        for node in order
        for edge in graph.edges[node]
        if edge.need is not None
    }
    numbers: dict[Clause, int] = {}
    for clauses in wanted.values():
        for clause in clauses:
            numbers.setdefault(clause, len(numbers))
    needed = always_needed(graph, order, list(numbers))
    asked = {
        edge: sum(1 << numbers[clause] for clause in set(clauses))
        for edge, clauses in wanted.items()
    }
    found: dict[DataPath, Edge | None] = {}
    for node in order:
        if graph.gates[node] is Gate.ALL:
            found |= _unneeded(graph.edges[node], asked, needed)
    return found


def _unneeded(
    edges: tuple[Edge, ...], asked: dict[Edge, Marks], needed: dict[Node, Marks]
) -> dict[DataPath, Edge | None]:
    kept, found = list(edges), {}
    for edge in reversed(edges):
        if edge.need is None:
            continue
        marks, others = asked[edge], [other for other in kept if other is not edge]
        if not marks & ~reduce(or_, (needed[other.node] for other in others), 0):
            kept.remove(edge)
            single = (other for other in others if not marks & ~needed[other.node])
            found[edge.path] = next(single, None)
    return found


def _clauses(graph: Graph, node: Node, seen: frozenset[Node]) -> list[Clause]:
    """The node as clauses over work; what is on the way there already is left as it stands."""
    if graph.roles[node] is Role.STEP or node in seen:
        return [frozenset({node})]
    edges = [edge.node for edge in graph.edges[node]]
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
