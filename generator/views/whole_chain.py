"""Everything that is always needed first, from the beginning: the chain without its choices."""

from collections.abc import Iterable
from functools import cached_property

from generator.chains.always import Nodes, work_needed
from generator.chains.graph import Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.model.record import record
from generator.views import addresses, words
from generator.views.site import Site, steadily
from generator.views.stages import default_ways


@record(frozen=True, kw_only=True, slots=True)
class ChainLink:
    id: str
    name: str
    address: str
    until: str | None
    """The last step of the service that is needed; None if all of it is."""


@record(frozen=True, kw_only=True, slots=True)
class WholeChain:
    models: str | None
    """The care models it holds for; None if for all that are offered the service."""
    links: tuple[ChainLink, ...]


class WholeChains:
    """The whole chains of a site's services, worked out once for each care model.

    All of them take longer than one page does, so they are read when many are to be asked for.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self._of: dict[str, tuple[WholeChain, ...]] = {}
        self._after: dict[str, dict[str, None]] | None = None
        self._by_model: dict[str, _Always] = {}

    def _always(self, model: str) -> "_Always":
        if model not in self._by_model:
            self._by_model[model] = _Always(self.site, model)
        return self._by_model[model]

    def read_all(self) -> None:
        """Before many services are asked for: one that is asked for alone looks at all others.

        What they are read from is then not needed any more.
        """
        if self._after is None:
            self._after = {}
            for other in self.site.catalogue.services:
                for link in (link for chain in self.of(other) for link in chain.links):
                    if link.id != other:
                        self._after.setdefault(link.id, {})[other] = None
            self._by_model.clear()

    def of(self, service: str) -> tuple[WholeChain, ...]:
        """The chains that differ between care models, each with the models it holds for."""
        if service not in self._of:
            self._of[service] = self._read(service)
        return self._of[service]

    def _read(self, service: str) -> tuple[WholeChain, ...]:
        offered = self.site.catalogue.services[service].obligation
        found: dict[tuple[ChainLink, ...], list[str]] = {}
        for model in self.site.catalogue.models:
            if model in offered:
                found.setdefault(self._always(model).before(service), []).append(model)
        models = self.site.catalogue.models
        return tuple(
            WholeChain(
                models=words.listed(models[id_].name for id_ in ids) if len(found) > 1 else None,
                links=links,
            )
            for links, ids in found.items()
        )

    def after(self, service: str) -> list[str]:
        """The services that always need some of this one, directly or not."""
        if self._after is not None:
            return list(self._after.get(service, {}))
        others = self.site.catalogue.services.values()
        return [
            other.id
            for other in others
            if other.id != service
            and any(self._always(model).needs(other.id, service) for model in other.obligation)
        ]


@steadily
def whole_chains(site: Site) -> WholeChains:
    """Of all the site's services."""
    return WholeChains(site)


class _Always:
    def __init__(self, site: Site, model: str) -> None:
        self.site = site
        self.graph: Graph = site.graph(model)
        kinds = (Role.STEP, Role.CHOICE, Role.END)
        self.work = [node for node, role in enumerate(self.graph.roles) if role in kinds]
        self.needed = work_needed(self.graph, obtainable(self.graph), self.work)
        ends = [self.graph.numbers[id_] for id_ in dict.fromkeys(self.graph.services)]
        self.level = default_ways(site, model, None)(ends).costs

    @cached_property
    def own(self) -> dict[str, Nodes]:
        """The work of each service."""
        found: dict[str, list[Node]] = {}
        for node in self.work:
            found.setdefault(self.graph.services[node], []).append(node)
        return {id_: Nodes(nodes) for id_, nodes in found.items()}

    def before(self, service: str) -> tuple[ChainLink, ...]:
        """What comes first; of the service itself, that which the others wait for."""
        needed = self._by_service(self._before(self.graph.numbers[service]))
        needed.pop(service, None)
        last = {id_: self._last(nodes) for id_, nodes in needed.items()}
        waited_for = Nodes().union(*map(self._before, last.values()))
        own = self._by_service(waited_for).get(service)
        if own:
            last[service] = self._last(own)
            needed[service] = own
        in_order = sorted(last, key=lambda id_: self._level(last[id_]))
        return tuple(self._link(id_, needed[id_]) for id_ in in_order)

    def needs(self, service: str, other: str) -> bool:
        """Whether the first always needs some of the other."""
        before = self._before(self.graph.numbers[service])
        return not before.isdisjoint(self.own.get(other, ()))

    def _by_service(self, nodes: Iterable[Node]) -> dict[str, list[Node]]:
        """Each in the order in which it is written."""
        found: dict[str, list[Node]] = {}
        for node in sorted(nodes):
            found.setdefault(self.graph.services[node], []).append(node)
        return found

    def _before(self, node: Node) -> Nodes:
        return self.needed.get(node, Nodes())

    def _last(self, nodes: list[Node]) -> Node:
        return max(nodes, key=self._level)

    def _level(self, node: Node) -> int:
        return self.level.get(node, -1)

    def _link(self, service: str, nodes: list[Node]) -> ChainLink:
        end = self.graph.numbers[service]
        work = {n for n in self.graph.before[end] if self.graph.roles[n] is not Role.BEGIN}
        whole = end in nodes or work <= set(nodes)
        last = self._last(nodes)
        return ChainLink(
            id=service,
            name=self.site.catalogue.services[service].name,
            address=addresses.service(service) if whole else addresses.target(self.graph.ids[last]),
            until=None if whole else self.graph.items[last].title,
        )
