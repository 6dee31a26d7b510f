"""Prerequisites that the others always need already."""

from collections.abc import Iterator
from itertools import product
from math import prod

from generator.chains.always import always_needed
from generator.chains.graph import Edge, Gate, Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.model.outline import DataPath

Clause = frozenset[Node]
"""Work of which at least one piece is done."""

_MAX_CLAUSES = 64
"""A prerequisite with more is taken as it stands: what is called redundant still is."""


def redundant(graph: Graph) -> dict[DataPath, Node]:
    """Where each redundant prerequisite is written, and what it asks for.

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
    found: dict[DataPath, Node] = {}
    for node in order:
        if graph.gates[node] is Gate.ALL:
            edges = [edge for edge in graph.edges[node] if edge.node in needed]
            for edge in _unneeded(edges, wanted, numbers, needed):
                found[edge.path] = edge.node
    return found


def _unneeded(
    edges: list[Edge],
    wanted: dict[Edge, list[Clause]],
    numbers: dict[Clause, int],
    needed: dict[Node, int],
) -> Iterator[Edge]:
    kept = list(edges)
    for edge in reversed(edges):
        if edge.need is None:
            continue
        others = 0
        for other in kept:
            others |= needed[other.node] if other is not edge else 0
        if all(others >> numbers[clause] & 1 for clause in wanted[edge]):
            kept.remove(edge)
            yield edge


def _clauses(graph: Graph, node: Node, seen: frozenset[Node]) -> list[Clause]:
    """The node as clauses over work; what is on the way there already is left as it stands."""
    if graph.roles[node] is Role.STEP or node in seen:
        return [frozenset({node})]
    edges = [edge.node for edge in graph.edges[node]]
    if graph.roles[node] in (Role.END, Role.OPTION) and len(edges) > 1:
        edges = edges[1:]  # the work that follows the beginning always needs the beginning
    parts = [_clauses(graph, inner, seen | {node}) for inner in edges]
    if graph.gates[node] is Gate.ALL:
        joined = [clause for part in parts for clause in part]
        return joined if len(joined) <= _MAX_CLAUSES else [frozenset({node})]
    if prod(map(len, parts)) > _MAX_CLAUSES:
        return [frozenset({node})]
    return [frozenset().union(*chosen) for chosen in product(*parts)]
