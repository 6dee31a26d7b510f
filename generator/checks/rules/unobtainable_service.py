from collections.abc import Iterator

from generator.chains.graph import Graph, Node, Role
from generator.chains.stuck import Knot
from generator.checks.asked import asked
from generator.checks.case import Case
from generator.checks.rule import Finding, Label, Reads, rule
from generator.checks.wording import joined
from generator.diagnostics import Severity
from generator.model.need import Reference
from generator.model.outline import DataPath
from generator.model.profile import Profile

_MAX_NAMED = 3
_NAMELESS = frozenset({Role.ANY_OF, Role.ALL_OF})


@rule(Severity.ERROR, Reads.CATALOGUE, on_graphs=True)
def unobtainable_service(case: Case) -> Iterator[Finding]:
    found: dict[tuple[DataPath, ...], list[tuple[Profile, Knot]]] = {}
    for profile, graph in case.graphs.items():
        for knot in case.knots[profile]:
            if not _explained_by_what_is_not_offered(graph, knot):
                key = tuple(sorted(_paths(graph, knot), key=str))
                found.setdefault(key, []).append((profile, knot))
    for same in found.values():
        profile, knot = same[0]
        services = _blocked(case, same)
        among = {p for p, g in case.graphs.items() if not services.keys().isdisjoint(g.services)}
        where = case.profiles_in_words({p for p, _ in same}, among)
        yield _finding(case.graphs[profile], knot, list(services), where)


def _blocked(case: Case, same: list[tuple[Profile, Knot]]) -> dict[str, None]:
    """The services that cannot be obtained because of one knot, in whatever profile."""
    return {case.graphs[p].services[end]: None for p, knot in same for end in knot.blocked}


def _paths(graph: Graph, knot: Knot) -> list[DataPath]:
    if knot.dead_end is not None:
        return [graph.paths[knot.dead_end]]
    return [edge.path for _, edge in knot.links if edge.path]


def _explained_by_what_is_not_offered(graph: Graph, knot: Knot) -> bool:
    """Another rule speaks of an `any:` that is empty because nothing in it is offered."""
    if knot.dead_end is None:
        return False
    here = graph.paths[knot.dead_end]
    return any(edge.path[: len(here)] == here for edge in graph.dropped)


def _finding(graph: Graph, knot: Knot, services: list[str], where: str) -> Finding:
    limits = f" (gäller {where})" if where else ""
    if knot.dead_end is not None:
        return Finding(
            place=graph.paths[knot.dead_end],
            message=f"{_names(services)} går inte att få: inget alternativ finns kvar här{limits}",
            help="lägg till ett alternativ som gäller alla, eller begränsa det som väntar på valet",
        )
    links = [
        (node, asked(edge), edge.need)
        for node, edge in knot.links
        if isinstance(edge.need, Reference)
    ]
    (first, place, need), *rest = links
    loop = list(dict.fromkeys(graph.services[node] for node, _, _ in links))
    others = [service for service in services if service not in loop]
    tail = f"; därför går inte heller {_names(others)} att få" if others else ""
    return Finding(
        place=place,
        message=f"{_names(loop)} går inte att få: {_sentence(graph, first, need)}, "
        f"och kedjan kommer tillbaka dit{limits}{tail}",
        help="peka på det steg som verkligen behövs (`tjänst/steg`) i stället för hela tjänsten, "
        "eller ge en annan väg med `any:`",
        labels=tuple(Label(path, _sentence(graph, node, need)) for node, path, need in rest),
    )


def _sentence(graph: Graph, node: Node, need: Reference) -> str:
    """What the author wrote, as a sentence: who needs what, and why."""
    subject = graph.services[node] if graph.roles[node] in _NAMELESS else graph.ids[node]
    because = f" («{need.because}»)" if need.because else ""
    return f"`{subject}` kräver `{need.need}`{because}"


def _names(services: list[str]) -> str:
    named = [f"`{service}`" for service in services[:_MAX_NAMED]]
    if len(services) > _MAX_NAMED:
        named.append(f"{len(services) - _MAX_NAMED} till")
    return joined(named, " och ")
