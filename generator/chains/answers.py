"""Which waits answer which orders: what comes back when the unit has sent something.

A wait answers the orders right before it in its own service. What the unit does in between is
passed by, and so is another wait, if that is all that the later one rests on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.chains.graph import Graph, Node, Role, build
from generator.model.catalogue import Catalogue
from generator.model.profile import everyone
from generator.model.service import Service
from generator.model.step import UNIT, Step


def answers(catalogue: Catalogue, service: Service) -> Mapping[str, tuple[str, ...]]:
    """For the id of each order that is waited for, the ids of the waits, in the order of work."""
    alone = replace(catalogue, services={service.id: service})
    graph = build(alone, everyone(catalogue))
    found: dict[str, dict[str, None]] = {}
    for node, item in graph.items.items():
        if isinstance(item, Step) and item.actor != UNIT:
            for order in _orders(graph, node, set()):
                found.setdefault(graph.ids[order], {})[graph.ids[node]] = None
    return {order: tuple(waits) for order, waits in found.items()}


def _orders(graph: Graph, node: Node, seen: set[Node]) -> Iterator[Node]:
    before = _right_before(graph, node)
    for inner in before:
        item = graph.items.get(inner)
        if inner in seen:
            continue
        seen.add(inner)
        if isinstance(item, Step) and item.is_order:
            yield inner
        elif not isinstance(item, Step) or item.actor == UNIT or len(before) == 1:
            yield from _orders(graph, inner, seen)


def _right_before(graph: Graph, node: Node) -> Sequence[Node]:
    """What the node rests on; that its list may begin says nothing where something else does."""
    before = graph.before[node]
    return [inner for inner in before if graph.roles[inner] is not Role.BEGIN] or before
