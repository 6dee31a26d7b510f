"""Everything that is always needed first, from the beginning: the chain without its choices."""

from collections.abc import Iterator, Mapping
from functools import cached_property, reduce
from operator import or_

from generator.chains.always import Marks, always_needed
from generator.chains.graph import Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.model.record import record
from generator.views import addresses, words
from generator.views.site import Site, once
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

    @cached_property
    def _by_model(self) -> Mapping[str, "_Always"]:
        return {model: _Always(self.site, model) for model in self.site.catalogue.models}

    def read_all(self) -> None:
        """Before many services are asked for: one that is asked for alone looks at all others."""
        if self._after is None:
            self._after = {}
            for other in self.site.catalogue.services:
                for link in (link for chain in self.of(other) for link in chain.links):
                    if link.id != other:
                        self._after.setdefault(link.id, {})[other] = None

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
                found.setdefault(self._by_model[model].before(service), []).append(model)
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
            and any(self._by_model[model].needs(other.id, service) for model in other.obligation)
        ]


@once
def whole_chains(site: Site) -> WholeChains:
    """Of all the site's services."""
    return WholeChains(site)


class _Always:
    def __init__(self, site: Site, model: str) -> None:
        self.site = site
        self.graph: Graph = site.graph(model)
        work = (Role.STEP, Role.CHOICE, Role.END)
        self.marks = [node for node, role in enumerate(self.graph.roles) if role in work]
        order = obtainable(self.graph)
        self.needed = always_needed(self.graph, order, [(node,) for node in self.marks])
        self.own: dict[str, Marks] = dict.fromkeys(self.graph.services, 0)
        for mark, node in enumerate(self.marks):
            self.own[self.graph.services[node]] |= 1 << mark
        ends = [self.graph.numbers[id_] for id_ in self.own]
        self.level = default_ways(site, model, None)(ends).costs

    def before(self, service: str) -> tuple[ChainLink, ...]:
        """What comes first; of the service itself, that which the others wait for."""
        needed = self._by_service(self.graph.numbers[service])
        needed.pop(service, None)
        last = {id_: self._last(nodes) for id_, nodes in needed.items()}
        waited_for = reduce(or_, map(self._marks_before, last.values()), 0)
        own = set(self._nodes(waited_for & self.own[service]))
        if own:
            last[service] = self._last(list(own))
            needed[service] = list(own)
        in_order = sorted(last, key=lambda id_: self._level(last[id_]))
        return tuple(self._link(id_, needed[id_]) for id_ in in_order)

    def needs(self, service: str, other: str) -> bool:
        """Whether the first always needs some of the other."""
        before = self._marks_before(self.graph.numbers[service])
        return bool(before & self.own.get(other, 0))

    def _by_service(self, node: Node) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for mark in self._nodes(self._marks_before(node)):
            found.setdefault(self.graph.services[mark], []).append(mark)
        return found

    def _marks_before(self, node: Node) -> Marks:
        return self.needed.get(node, 0)

    def _nodes(self, marks: Marks) -> Iterator[Node]:
        while marks:
            yield self.marks[(marks & -marks).bit_length() - 1]
            marks &= marks - 1

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
