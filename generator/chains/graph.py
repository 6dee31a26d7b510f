"""The AND/OR graph of one profile: a node for every step, choice, option, begin and end."""

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Final, NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.need import AllOf, AnyOf, Need, Reference
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


_BEGIN, _STEP, _END = Role.BEGIN, Role.STEP, Role.END
_ANY, _ALL = Role.ANY_OF, Role.ALL_OF
"""Members of an Enum looked up once: that costs as much as making a node."""

_KEYS: Final = {_ANY: "any", _ALL: "all"}
"""Under which key a group's prerequisites are written."""


class Edge(NamedTuple):
    """One thing that a node rests on."""

    node: Node
    need: Need | None = None
    """The prerequisite that asks for it; None for the order inside a service."""
    path: DataPath = ()
    """Where the prerequisite is written."""


@dataclass
class Graph:
    """What exists for a profile and what each of it rests on. Read-only once built.

    A plan needs little of it, and needs it at once: the rest is worked out when somebody asks.
    To note for each prerequisite why and where it asks took a sixth of making the graph.
    """

    profile: Profile
    ids: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    before: list[tuple[Node, ...]] = field(default_factory=list)
    """For each node, the nodes that it rests on, once per edge; those it asks for come last."""
    needs: dict[Node, tuple[Need, ...]] = field(default_factory=dict)
    """The prerequisites of nodes that have any, as written: also what does not exist here."""
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
    def gates(self) -> list[Gate]:
        choice, any_of, any_, all_ = Role.CHOICE, Role.ANY_OF, Gate.ANY, Gate.ALL
        return [any_ if role is choice or role is any_of else all_ for role in self.roles]

    @cached_property
    def edges(self) -> list[tuple[Edge, ...]]:
        """For each node, what it rests on and why."""
        plain, asked = [Edge(node) for node in range(len(self))], self.asking
        return [
            (*[plain[inner] for inner in before[: len(before) - len(asks)]], *asks)
            for before, asks in ((b, asked.get(node, ())) for node, b in enumerate(self.before))
        ]

    def edges_of(self, node: Node) -> tuple[Edge, ...]:
        """What one node rests on and why."""
        before, asks = self.before[node], self._asks(node)
        return (*map(Edge, before[: len(before) - len(asks)]), *asks)

    @cached_property
    def waiting(self) -> list[int]:
        """For each node, how much of what it rests on must be met before it is."""
        any_ = Gate.ANY
        return [
            1 if gate is any_ else len(before)
            for gate, before in zip(self.gates, self.before, strict=True)
        ]

    @cached_property
    def asking(self) -> dict[Node, tuple[Edge, ...]]:
        """What each node asks for as prerequisites, for those that do, in the nodes' order."""
        return {node: asks for node in sorted(self.needs) if (asks := self._asks(node))}

    def _asks(self, node: Node) -> tuple[Edge, ...]:
        path: DataPath = (*self.paths[node], _KEYS.get(self.roles[node], "prerequisites"))
        numbers, has = self.numbers, self.profile.has
        asked = [
            (need, (*path, position))
            for position, need in enumerate(self.needs.get(node, ()))
            if has(need) and (not isinstance(need, Reference) or need.need in numbers)
        ]
        before = self.before[node]
        nodes = before[len(before) - len(asked) :]
        return tuple([Edge(to, *each) for to, each in zip(nodes, asked, strict=True)])

    @cached_property
    def resting(self) -> list[list[Node]]:
        """For each node, the nodes that rest on it, once per edge."""
        found: list[list[Node]] = [[] for _ in self.ids]
        for node, before in enumerate(self.before):
            for inner in before:
                found[inner].append(node)
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

    def build(self) -> Graph:
        graph = self.graph
        for service in self.services:
            self._add_service(service)
            graph.services += [service.id] * (len(graph.ids) - len(graph.services))
        for node, needs in [*graph.needs.items()]:  # now that every node has its number
            path: DataPath = (*graph.paths[node], "prerequisites")
            graph.before[node] += self._asked(needs, path, node)
        return graph

    def _node(self, id_: str, role: Role, path: DataPath, before: tuple[Node, ...]) -> Node:
        graph = self.graph
        graph.ids.append(id_)
        graph.roles.append(role)
        graph.before.append(before)
        graph.paths.append(path)
        return len(graph.ids) - 1

    def _add_service(self, service: Service) -> None:
        id_ = service.id
        path: DataPath = ("services", id_)
        begin = self._node(id_, _BEGIN, path, ())
        if service.prerequisites:
            self.graph.needs[begin] = service.prerequisites
        required = self._sequence(service.steps, id_, (*path, "steps"), begin)
        self.graph.numbers[id_] = self._node(id_, _END, path, required)

    def _sequence(
        self, items: tuple[Item, ...], scope: str, path: DataPath, begin: Node
    ) -> tuple[Node, ...]:
        """Add the items and give back what must be done for the whole to be done."""
        local: dict[str, Node] = {}
        required, previous, has = [begin], begin, self.graph.profile.has
        for position, item in enumerate(items):
            if (item.models or item.operators) and not has(item):
                continue
            before: tuple[Node, ...]
            after = item.after
            if after is None:
                before = (begin,) if previous == begin else (begin, previous)
            else:
                known = [local[id_] for id_ in after if id_ in local]
                before = tuple(dict.fromkeys((begin, *known)))
            local[item.id] = node = self._item(item, scope, (*path, position), before)
            if not item.optional:
                required.append(node)
                previous = node
        return tuple(required)

    def _item(self, item: Item, scope: str, path: DataPath, before: tuple[Node, ...]) -> Node:
        id_ = f"{scope}/{item.id}"
        begin = self._node(id_, _STEP if isinstance(item, Step) else _BEGIN, path, before)
        if item.prerequisites:
            self.graph.needs[begin] = item.prerequisites
        if isinstance(item, Step):
            return self._know(id_, begin, item)
        options = self._options(item, scope, (*path, "options"), begin)
        return self._know(id_, self._node(id_, Role.CHOICE, path, options), item)

    def _options(self, choice: Choice, scope: str, path: DataPath, begin: Node) -> tuple[Node, ...]:
        ends = []
        for position, option in enumerate(choice.options):
            if not self.graph.profile.has(option):
                continue
            id_, here = f"{scope}/{option.id}", (*path, position)
            inner = self._node(id_, _BEGIN, here, (begin,))
            if option.prerequisites:
                self.graph.needs[inner] = option.prerequisites
            required = self._sequence(option.steps, id_, (*here, "steps"), inner)
            ends.append(self._know(id_, self._node(id_, Role.OPTION, here, required), option))
        return tuple(ends)

    def _know(self, id_: str, node: Node, item: Step | Choice | Option) -> Node:
        self.graph.numbers[id_] = node
        self.graph.items[node] = item
        return node

    def _asked(self, needs: tuple[Need, ...], path: DataPath, owner: Node) -> tuple[Node, ...]:
        found, numbers, has = [], self.graph.numbers, self.graph.profile.has
        for position, need in enumerate(needs):
            if (need.models or need.operators) and not has(need):
                continue
            if not isinstance(need, Reference):
                found.append(self._group(need, (*path, position), owner))
            elif (node := numbers.get(need.need)) is not None:
                found.append(node)
            else:
                self.graph.dropped.append(Edge(owner, need, (*path, position)))
        return tuple(found)

    def _group(self, need: AllOf | AnyOf, path: DataPath, owner: Node) -> Node:
        before = len(self.graph.dropped)
        role, needs = (_ALL, need.all) if isinstance(need, AllOf) else (_ANY, need.any)
        asked = self._asked(needs, (*path, _KEYS[role]), owner)
        if asked and role is _ANY:
            del self.graph.dropped[before:]
        node = self._node(f"{self.graph.ids[owner]}/{path[-1]}", role, path, asked)
        self.graph.services.append(self.graph.services[owner])
        self.graph.needs[node] = needs
        return node
