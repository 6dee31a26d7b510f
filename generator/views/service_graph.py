"""Which service rests on which, seen from afar: the chains of steps, drawn together by service."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from generator.chains.always import always_needed
from generator.chains.graph import Graph, Node
from generator.chains.obtainable import obtainable
from generator.chains.way import way
from generator.model.record import record

Link = tuple[str, str]
"""What is needed, and the service that needs it."""


@record(frozen=True, kw_only=True, slots=True)
class ServiceGraph:
    """The services of one profile. A loop here is none among the steps: those are proven."""

    services: tuple[str, ...]
    """In an order in which they can be finished."""
    always: frozenset[Link]
    """Every way of getting the second needs some of the first."""
    sometimes: frozenset[Link]
    """Some way does."""
    loops: tuple[tuple[str, ...], ...]
    """Services that need each other, each loop in an order in which they can be finished."""
    crossings: dict[Link, list[tuple[Node, Node]]]
    """For each link, what is needed and what needs it, as nodes of the graph of steps."""
    rank: dict[Node, int]
    """When each node can be had, counted from the first, on the way that is recommended."""


def service_graph(graph: Graph) -> ServiceGraph:
    order = obtainable(graph)
    rank = {node: position for position, node in enumerate(obtainable(_recommended(graph)))}
    offered = dict.fromkeys(graph.services)
    services = tuple(sorted(offered, key=lambda id_: rank.get(graph.numbers[id_], len(rank))))
    crossings = _crossings(graph)
    always = _always(graph, order, crossings)
    links = frozenset(crossings)
    return ServiceGraph(
        services=services,
        always=always,
        sometimes=links - always,
        loops=_loops(services, links),
        crossings=crossings,
        rank=rank,
    )


def _recommended(graph: Graph) -> Graph:
    """The graph with only the alternatives that a unit takes which decides nothing itself."""
    chosen = way(graph, graph.numbers.values()).chosen
    before = [(chosen[node],) if node in chosen else all_ for node, all_ in enumerate(graph.before)]
    return replace(graph, before=before)


def _crossings(graph: Graph) -> dict[Link, list[tuple[Node, Node]]]:
    found: dict[Link, list[tuple[Node, Node]]] = {}
    for node, edges in graph.asking.items():
        for edge in edges:
            link = (graph.services[edge.node], graph.services[node])
            if link[0] != link[1]:
                found.setdefault(link, []).append((edge.node, node))
    return found


def _always(
    graph: Graph, order: list[Node], crossings: dict[Link, list[tuple[Node, Node]]]
) -> frozenset[Link]:
    """The links to what every way of finishing the needing service passes."""
    links = list(crossings)
    asked = [[target for target, _ in crossings[link]] for link in links]
    needed = always_needed(graph, order, asked)
    return frozenset(
        link for mark, link in enumerate(links) if needed.get(graph.numbers[link[1]], 0) >> mark & 1
    )


def _loops(services: tuple[str, ...], links: Collection[Link]) -> tuple[tuple[str, ...], ...]:
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    for first, second in links:
        after.setdefault(first, []).append(second)
        before.setdefault(second, []).append(first)
    rank = {service: position for position, service in enumerate(services)}
    in_loops: set[str] = set()
    found: list[tuple[str, ...]] = []
    for service in _possibly_looped(services, after, before):
        if service not in in_loops:
            loop = _reach(service, after) & _reach(service, before)
            in_loops |= loop
            found += [tuple(sorted(loop, key=rank.__getitem__))] * bool(loop)
    return tuple(found)


def _possibly_looped(
    services: Iterable[str], after: Mapping[str, list[str]], before: Mapping[str, list[str]]
) -> list[str]:
    """Those that are left when what nothing is before, or after, is taken away again and again."""
    left = dict.fromkeys(services)
    for leading, following in ((before, after), (after, before)):
        waiting = {s: sum(o in left for o in leading.get(s, ())) for s in left}
        free = [service for service, count in waiting.items() if count == 0]
        for service in free:
            del left[service]
            for other in following.get(service, ()):
                if other in left:
                    waiting[other] -= 1
                    free += [other] * (waiting[other] == 0)
    return list(left)


def _reach(start: str, after: Mapping[str, list[str]]) -> set[str]:
    met: set[str] = set()
    stack = list(after.get(start, ()))
    while stack:
        service = stack.pop()
        if service not in met:
            met.add(service)
            stack += after.get(service, ())
    return met
