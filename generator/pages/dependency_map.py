from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain as flat
from typing import Any, Final

from generator.chains.graph import Graph, Node, Role
from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.model.record import record
from generator.model.service import Kind, Service
from generator.pages.page import Page
from generator.views import addresses, named, words
from generator.views.chain import Before, Chain
from generator.views.dependents import Dependent, dependents
from generator.views.drawing import BOX, Drawing, Text, draw
from generator.views.layering import Arrow
from generator.views.named import Named
from generator.views.obligations import ObligationView, obligations
from generator.views.service_graph import ServiceGraph, service_graph
from generator.views.site import Site
from generator.views.whole_chain import WholeChain, whole_chains

_MOST_BOXES: Final = 60
_HUBS: Final = 30
"""Services that a large guide's map is of: those that most others rest on."""
_NO_SERVICE: Final = "Ingen IT-tjänst"


@record(frozen=True, kw_only=True, slots=True)
class MapNeed:
    before: Before
    applies: str | None
    """Whom the step is for that cannot begin without it."""


@record(frozen=True, kw_only=True, slots=True)
class MapEntry:
    anchor: str
    name: str
    page: str
    note: str | None
    """What it is, if it is no service."""
    obligations: tuple[ObligationView, ...]
    needs: tuple[MapNeed, ...]
    after: tuple[Dependent, ...]
    whole: tuple[WholeChain, ...]


@record(frozen=True, kw_only=True, slots=True)
class LoopStep:
    service: Named
    title: str | None
    """None for all of the service."""
    page: str


@record(frozen=True, kw_only=True, slots=True)
class Loop:
    """Services that need each other, and the steps that take turns so that it can be done."""

    services: tuple[Named, ...]
    turns: tuple[LoopStep, ...]


@record(frozen=True, kw_only=True, slots=True)
class ModelMap:
    id: str
    name: str
    drawing: Drawing | None
    """None where there is too much to see anything in."""
    loops: tuple[Loop, ...]
    only_here: tuple[Named, ...]
    alone: tuple[Named, ...]
    """Neither in need of another service nor needed by one. None are named in a large guide."""


def map_pages(site: Site) -> Iterator[Page]:
    """`/karta/`: who needs what, as a picture for each care model and as text for all."""
    yield Page(
        address="karta",
        title="Vem behöver vad",
        description="Vilka tjänster som kräver varandra, som bild och i ord.",
        template="dependency_map",
        later=partial(_facts, site),
        together="map",
        source=site.place(("services",)),
    )


def _facts(site: Site) -> Mapping[str, Any]:
    catalogue, shown = site.catalogue, _shown(site)
    return {
        "hubs": len(shown) if site.is_large else None,
        "maps": tuple(_map(site, model, shown) for model in catalogue.models),
        "shared": tuple(
            named.service(catalogue, s.id)
            for s in catalogue.services.values()
            if s.obligation.keys() >= catalogue.models.keys() and not site.is_large
        ),
        "entries": tuple(_entries(site, shown)),
        "box": BOX,
    }


def _shown(site: Site) -> dict[str, Service]:
    """All services; of a large guide, those that most others rest on."""
    services = site.catalogue.services
    if not site.is_large:
        return services
    needing = dependents(site)
    hubs = {*sorted(needing, key=lambda id_: -len(needing[id_]))[:_HUBS]}
    return {id_: service for id_, service in services.items() if id_ in hubs}


def _entries(site: Site, shown: Mapping[str, Service]) -> Iterator[MapEntry]:
    catalogue, heads, whole = site.catalogue, site.titles, whole_chains(site)
    needing = dependents(site)
    for service in shown.values():
        yield MapEntry(
            anchor=service.id,
            name=service.name,
            page=addresses.service(service.id),
            note=_NO_SERVICE if service.kind is Kind.CONDITION else None,
            obligations=obligations(catalogue, service),
            needs=tuple(_needs(Chain(catalogue, service, heads))),
            after=needing.get(service.id, ()),
            whole=whole.of(service.id),
        )


def _needs(chain: Chain) -> Iterator[MapNeed]:
    spots = {addresses.anchor(spot.id): spot for spot in outline(chain.service)}
    for before in chain.before():
        spot = spots.get(before.anchor or "")
        around = [s for s in spots.values() if spot and s.path == spot.path[: len(s.path)]]
        limits = [words.applies(chain.catalogue, s.item) for s in around]
        yield MapNeed(before=before, applies=next(filter(None, limits), None))


def _map(site: Site, model: str, shown: Collection[str]) -> ModelMap:
    catalogue, graph = site.catalogue, site.graph(model)
    seen = service_graph(graph)
    linked = set(flat.from_iterable(seen.crossings))
    others = [id_ for id_ in catalogue.models if id_ != model]
    named_here = () if site.is_large else seen.services
    return ModelMap(
        id=model,
        name=catalogue.models[model].name,
        drawing=_drawing(catalogue, _within(seen, shown), model),
        loops=tuple(_loop(site, graph, seen, loop) for loop in seen.loops),
        only_here=tuple(
            named.service(catalogue, id_)
            for id_ in named_here
            if not any(other in catalogue.services[id_].obligation for other in others)
        ),
        alone=tuple(named.service(catalogue, i) for i in named_here if i not in linked),
    )


def _within(seen: ServiceGraph, shown: Collection[str]) -> ServiceGraph:
    """With only the links between services that are shown."""
    crossings = {
        link: pairs
        for link, pairs in seen.crossings.items()
        if link[0] in shown and link[1] in shown
    }
    return replace(seen, crossings=crossings)


def _drawing(catalogue: Catalogue, seen: ServiceGraph, model: str) -> Drawing | None:
    linked = set(flat.from_iterable(seen.crossings))
    if not 0 < len(linked) <= _MOST_BOXES:
        return None
    texts = {id_: _text(catalogue, id_, model) for id_ in seen.services if id_ in linked}
    return draw(texts, _arrows(seen))


def _text(catalogue: Catalogue, id_: str, model: str) -> Text:
    service = catalogue.services[id_]
    if service.kind is Kind.CONDITION:
        return Text(service.name, _NO_SERVICE)
    return Text(service.name, words.OBLIGATION[service.obligation[model].level])


def _arrows(seen: ServiceGraph) -> dict[Arrow, str]:
    """Every link once. Of those in a loop, all run from what is finished first."""
    rank = {id_: position for position, id_ in enumerate(seen.services)}
    found: dict[Arrow, str] = {}
    for first, second in seen.crossings:
        mutual = any(first in loop and second in loop for loop in seen.loops)
        arrow = (second, first) if mutual and rank[first] > rank[second] else (first, second)
        kind = "always" if (first, second) in seen.always else "sometimes"
        found[arrow] = "mutual" if mutual else kind
    return {arrow: kind for arrow, kind in found.items() if not _implied(arrow, found)}


def _implied(arrow: Arrow, arrows: Mapping[Arrow, str]) -> bool:
    """Whether a longer line of arrows that always hold says as much."""
    if arrows[arrow] == "mutual":
        return False
    first, last = arrow
    met, stack = {first}, [first]
    while stack:
        here = stack.pop()
        for (a, b), kind in arrows.items():
            if a == here and b not in met and kind != "sometimes" and (a, b) != arrow:
                met.add(b)
                stack.append(b)
    return last in met


def _loop(site: Site, graph: Graph, seen: ServiceGraph, loop: tuple[str, ...]) -> Loop:
    pairs = [
        pair
        for link, crossings in seen.crossings.items()
        if set(link) <= set(loop)
        for pair in crossings
    ]
    nodes = sorted(dict.fromkeys(flat.from_iterable(pairs)), key=seen.rank.__getitem__)
    return Loop(
        services=tuple(named.service(site.catalogue, id_) for id_ in loop),
        turns=tuple(_turn(site.catalogue, graph, node) for node in nodes),
    )


def _turn(catalogue: Catalogue, graph: Graph, node: Node) -> LoopStep:
    id_ = graph.ids[node]
    if graph.roles[node] in (Role.ANY_OF, Role.ALL_OF):
        id_ = id_.rpartition("/")[0]
    item = graph.items.get(graph.numbers[id_])
    return LoopStep(
        service=named.service(catalogue, graph.services[node]),
        title=item.title if item else None,
        page=addresses.target(id_),
    )
