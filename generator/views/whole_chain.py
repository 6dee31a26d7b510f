"""Everything that is always needed first, from the beginning: the chain without its choices."""

import marshal
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from generator.chains.always import Nodes, work_needed
from generator.chains.graph import Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.model.record import record
from generator.views import addresses, words
from generator.views.site import Site, steadily
from generator.views.stages import default_ways


@record(frozen=True, slots=True)
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


_Link = tuple[str, str, str, str | None]
"""As it is kept."""
_Row = tuple[list[tuple[str | None, tuple[_Link, ...]]], list[str]]


class WholeChains:
    """The whole chains of a site's services, read for all at once and kept for the next build.

    Of one service alone they take as long as a care model's graph and all that it always needs:
    at 2,500 services a third of a build's pages after a changed line.
    """

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def _rows(self) -> Mapping[str, bytes]:
        """Of each service, packed: what its chains are, and what always needs some of it."""
        return self.site.recall("chains", self._read)

    def _read(self) -> dict[str, bytes]:
        by_model = {model: _Always(self.site, model) for model in self.site.catalogue.models}
        services = self.site.catalogue.services
        chains = {id_: [*_differing(self.site, id_, by_model)] for id_ in services}
        after: dict[str, dict[str, None]] = {}
        for other, found in chains.items():
            for link in (link for _, links in found for link in links):
                if link[0] != other:
                    after.setdefault(link[0], {})[other] = None
        return {id_: marshal.dumps((chains[id_], [*after.get(id_, ())])) for id_ in services}

    def _of(self, service: str) -> _Row:
        row: _Row = marshal.loads(self._rows[service])  # noqa: S302 - of our own: kept, it is sealed
        return row

    def read(self) -> None:
        """Before it is shared between processes."""
        self._rows  # noqa: B018 - it stays

    def of(self, service: str) -> tuple[WholeChain, ...]:
        """The chains that differ between care models, each with the models it holds for."""
        return tuple(
            WholeChain(models=models, links=tuple(ChainLink(*link) for link in links))
            for models, links in self._of(service)[0]
        )

    def after(self, service: str) -> list[str]:
        """The services that always need some of this one, directly or not."""
        return self._of(service)[1]


def _differing(
    site: Site, service: str, by_model: Mapping[str, "_Always"]
) -> Iterator[tuple[str | None, tuple[_Link, ...]]]:
    models = site.catalogue.models
    offered = site.catalogue.services[service].obligation
    found: dict[tuple[_Link, ...], list[str]] = {}
    for model in filter(offered.__contains__, models):
        found.setdefault(by_model[model].before(service), []).append(model)
    for links, ids in found.items():
        yield words.listed(models[id_].name for id_ in ids) if len(found) > 1 else None, links


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

    def before(self, service: str) -> tuple[_Link, ...]:
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

    def _link(self, service: str, nodes: list[Node]) -> _Link:
        end = self.graph.numbers[service]
        work = {n for n in self.graph.before[end] if self.graph.roles[n] is not Role.BEGIN}
        whole = end in nodes or work <= set(nodes)
        last = self._last(nodes)
        return (
            service,
            self.site.catalogue.services[service].name,
            addresses.service(service) if whole else addresses.target(self.graph.ids[last]),
            None if whole else self.graph.items[last].title,
        )
