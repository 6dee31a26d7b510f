"""The AND/OR graph of one profile: a node for every step, choice, option, begin and end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.need import AllOf, Need, Reference
from generator.model.outline import DataPath
from generator.model.profile import Profile
from generator.model.service import Service
from generator.model.step import Choice, Item, Option, Step

Node = int
"""A node's number in its graph."""


class Gate(Enum):
    """When a node is met, by what it rests on."""

    ALL = "all"
    ANY = "any"


class Role(Enum):
    """What a node stands for."""

    BEGIN = "begin"
    """A service, choice or option may begin."""
    STEP = "step"
    """Somebody's work, done."""
    CHOICE = "choice"
    OPTION = "option"
    END = "end"
    """All of a service is done."""
    ANY_OF = "any-of"
    """An `any:` among prerequisites."""
    ALL_OF = "all-of"
    """An `all:` among prerequisites."""


_ANY = frozenset({Role.CHOICE, Role.ANY_OF})


class Edge(NamedTuple):
    """One thing that a node rests on."""

    node: Node
    need: Need | None = None
    """The prerequisite that asks for it; None for the order inside a service."""
    path: DataPath = ()
    """Where the prerequisite is written."""


@dataclass
class Graph:
    """What exists for a profile and what each of it rests on. Read-only once built."""

    profile: Profile
    ids: list[str] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    edges: list[tuple[Edge, ...]] = field(default_factory=list)
    numbers: dict[str, Node] = field(default_factory=dict)
    """The node that a reference means: a service's end, or a step, choice or option."""
    services: list[str] = field(default_factory=list)
    """For each node, the service it lies in."""
    items: dict[Node, Step | Choice | Option] = field(default_factory=dict)
    paths: list[DataPath] = field(default_factory=list)
    """For each node, where what it stands for is written."""
    dropped: list[Edge] = field(default_factory=list)
    """References that no alternative makes up for, to what does not exist for the profile.

    Each with the node that rests on it.
    """

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def before(self) -> list[tuple[Node, ...]]:
        """For each node, the nodes that it rests on, once per edge."""
        return [tuple([edge[0] for edge in edges]) for edges in self.edges]

    @cached_property
    def waiting(self) -> list[int]:
        """For each node, how much of what it rests on must be met before it is."""
        return [
            1 if gate is Gate.ANY else len(edges)
            for gate, edges in zip(self.gates, self.edges, strict=True)
        ]

    @cached_property
    def asking(self) -> dict[Node, tuple[Edge, ...]]:
        """What each node asks for as prerequisites, for those that do."""
        found = ((node, edges) for node, edges in enumerate(self.edges) if edges)
        asked = ((node, tuple([e for e in edges if e.need is not None])) for node, edges in found)
        return {node: edges for node, edges in asked if edges}

    @cached_property
    def resting(self) -> list[list[Node]]:
        """For each node, the nodes that rest on it, once per edge."""
        found: list[list[Node]] = [[] for _ in self.ids]
        for node, edges in enumerate(self.edges):
            for edge in edges:
                found[edge.node].append(node)
        return found


def build(catalogue: Catalogue, profile: Profile) -> Graph:
    """The graph of the services that are offered to any model of the profile.

    A reference to what does not exist there drops out. Linear in what is written.
    """
    return _Builder(catalogue, profile).build()


def offered(service: Service, profile: Profile) -> bool:
    """Whether any model of the profile is offered the service."""
    return not profile.models.isdisjoint(service.obligation)


class _Builder:
    def __init__(self, catalogue: Catalogue, profile: Profile) -> None:
        self.graph = Graph(profile)
        self.services = [s for s in catalogue.services.values() if offered(s, profile)]
        self.pending: list[tuple[Node, DataPath, tuple[Need, ...]]] = []
        self._service = ""

    def build(self) -> Graph:
        for service in self.services:
            self._add_service(service)
        for node, path, needs in self.pending:
            self._service = self.graph.services[node]
            self.graph.edges[node] += tuple(self._needs(needs, path, node))
        return self.graph

    def _node(self, id_: str, role: Role, path: DataPath, edges: Iterable[Edge] = ()) -> Node:
        graph, rests_on = self.graph, tuple(edges)  # which may make nodes of their own
        graph.ids.append(id_)
        graph.roles.append(role)
        graph.gates.append(Gate.ANY if role in _ANY else Gate.ALL)
        graph.edges.append(rests_on)
        graph.services.append(self._service)
        graph.paths.append(path)
        return len(graph.ids) - 1

    def _later(self, node: Node, path: DataPath, needs: tuple[Need, ...]) -> None:
        """Prerequisites are linked when every node has its number."""
        if needs:
            self.pending.append((node, (*path, "prerequisites"), needs))

    def _add_service(self, service: Service) -> None:
        self._service = service.id
        path: DataPath = ("services", service.id)
        begin = self._node(service.id, Role.BEGIN, path)
        self._later(begin, path, service.prerequisites)
        required = self._sequence(service.steps, service.id, (*path, "steps"), begin)
        self.graph.numbers[service.id] = self._node(service.id, Role.END, path, map(Edge, required))

    def _sequence(
        self, items: tuple[Item, ...], scope: str, path: DataPath, begin: Node
    ) -> list[Node]:
        """Add the items and give back what must be done for the whole to be done."""
        local: dict[str, Node] = {}
        required, previous = [begin], begin
        for position, item in enumerate(items):
            if not self.graph.profile.has(item):
                continue
            before = [previous]
            if item.after is not None:
                before = [local[id_] for id_ in item.after if id_ in local]
            node = self._item(item, scope, (*path, position), [begin, *before])
            local[item.id] = node
            if not item.optional:
                required.append(node)
                previous = node
        return required

    def _item(self, item: Item, scope: str, path: DataPath, before: list[Node]) -> Node:
        id_ = f"{scope}/{item.id}"
        edges = map(Edge, dict.fromkeys(before))
        if isinstance(item, Step):
            node = self._node(id_, Role.STEP, path, edges)
            self._later(node, path, item.prerequisites)
        else:
            begin = self._node(id_, Role.BEGIN, path, edges)
            self._later(begin, path, item.prerequisites)
            options = self._options(item, scope, (*path, "options"), begin)
            node = self._node(id_, Role.CHOICE, path, map(Edge, options))
        self._know(id_, node, item)
        return node

    def _options(self, choice: Choice, scope: str, path: DataPath, begin: Node) -> list[Node]:
        ends = []
        for position, option in enumerate(choice.options):
            if not self.graph.profile.has(option):
                continue
            id_, here = f"{scope}/{option.id}", (*path, position)
            first = self._node(id_, Role.BEGIN, here, [Edge(begin)])
            self._later(first, here, option.prerequisites)
            required = self._sequence(option.steps, id_, (*here, "steps"), first)
            ends.append(self._node(id_, Role.OPTION, here, map(Edge, required)))
            self._know(id_, ends[-1], option)
        return ends

    def _know(self, id_: str, node: Node, item: Step | Choice | Option) -> None:
        self.graph.numbers[id_] = node
        self.graph.items[node] = item

    def _needs(self, needs: tuple[Need, ...], path: DataPath, owner: Node) -> Iterator[Edge]:
        for position, need in enumerate(needs):
            here = (*path, position)
            node = self._target(need, here, owner)
            if node is not None:
                yield Edge(node, need, here)

    def _target(self, need: Need, path: DataPath, owner: Node) -> Node | None:
        if not self.graph.profile.has(need):
            return None
        if isinstance(need, Reference):
            node = self.graph.numbers.get(need.need)
            if node is None:
                self.graph.dropped.append(Edge(owner, need, path))
            return node
        id_, before = f"{self.graph.ids[owner]}/{path[-1]}", len(self.graph.dropped)
        if isinstance(need, AllOf):
            return self._node(id_, Role.ALL_OF, path, self._needs(need.all, (*path, "all"), owner))
        edges = list(self._needs(need.any, (*path, "any"), owner))
        if edges:
            del self.graph.dropped[before:]
        return self._node(id_, Role.ANY_OF, path, edges)
