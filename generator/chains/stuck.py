"""Why something cannot be obtained: a shortest loop with no way out, or a choice of nothing."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.chains.graph import Edge, Graph, Node
from generator.chains.obtainable import obtainable


@dataclass(frozen=True, slots=True)
class Knot:
    """A reason that stands by itself; whatever else cannot be obtained rests on one."""

    links: tuple[tuple[Node, Edge], ...]
    """Each node of the loop with the edge to the next one; empty for a dead end."""
    dead_end: Node | None
    """The choice or `any:` of which nothing is left in the profile."""
    blocked: tuple[Node, ...]
    """Ends of services that cannot be obtained because of this, those in the loop included."""


def knots(graph: Graph, order: Iterable[Node] | None = None) -> list[Knot]:
    """Every independent reason, in the order of the services that meet them.

    `order` is what `obtainable` gave, if somebody has asked already.
    """
    met = set(obtainable(graph) if order is None else order)
    blocked: dict[tuple[Node, ...], list[Node]] = {}
    loops: dict[tuple[Node, ...], tuple[tuple[Node, Edge], ...]] = {}
    for end in graph.numbers.values():
        if end in met or end in graph.items:
            continue
        links = _descend(graph, met, end)
        key = tuple(sorted(node for node, _ in links)) or (_dead_end(graph, met, end),)
        loops.setdefault(key, links)
        blocked.setdefault(key, []).append(end)
    return [
        Knot(links, None if links else key[0], tuple(blocked[key])) for key, links in loops.items()
    ]


def _stuck_edges(graph: Graph, met: set[Node], node: Node) -> Iterator[Edge]:
    return (edge for edge in graph.edges_of(node) if edge.node not in met)


def _descend(graph: Graph, met: set[Node], start: Node) -> tuple[tuple[Node, Edge], ...]:
    """Follow what is missing until it comes round; empty if it ends instead."""
    seen: set[Node] = set()
    node = start
    while node not in seen:
        seen.add(node)
        edge = next(_stuck_edges(graph, met, node), None)
        if edge is None:
            return ()
        node = edge.node
    return _shortest_loop(graph, met, node)


def _dead_end(graph: Graph, met: set[Node], node: Node) -> Node:
    while (edge := next(_stuck_edges(graph, met, node), None)) is not None:
        node = edge.node
    return node


def _shortest_loop(graph: Graph, met: set[Node], start: Node) -> tuple[tuple[Node, Edge], ...]:
    came: dict[Node, tuple[Node, Edge]] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for edge in _stuck_edges(graph, met, node):
            if edge.node not in came:
                came[edge.node] = (node, edge)
                queue.append(edge.node)
        if start in came:
            break
    links, node = [came[start]], came[start][0]
    while node != start:
        links.append(came[node])
        node = came[node][0]
    return tuple(reversed(links))
