"""The way from decision to start, cut where the unit has to wait for an answer.

A step's stage is how many times at least somebody has been waited for before it may begin. All of
a stage can be done side by side, apart from the order that the steps of a service have.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.chains.beneath import beneath
from generator.chains.graph import Gate, Graph, Node, Role, build
from generator.chains.way import Way, ways
from generator.model.profile import must_have, somebody
from generator.model.record import record
from generator.model.step import Step
from generator.views import addresses
from generator.views.reading import readings
from generator.views.site import Site, once
from generator.views.steps import ItemView, OptionView

_ANY: Final = Gate.ANY
"""A member of an Enum looked up once: that costs as much as the rest of a comparison."""


@record(frozen=True, kw_only=True, slots=True)
class Awaited:
    """An answer that must have come before a group may begin."""

    service: str
    step: str
    address: str


@record(frozen=True, kw_only=True, slots=True)
class Group:
    """What is done for one service in one stage."""

    id: str
    name: str
    address: str
    successor: str | None
    """What has taken over from the service."""
    awaits: tuple[Awaited, ...]
    items: tuple[ItemView, ...]


@record(frozen=True, kw_only=True, slots=True)
class Stage:
    number: int
    groups: tuple[Group, ...]


@record(frozen=True, slots=True)
class Timing:
    """For each node that can be met, the stage it begins in and the one it is done in."""

    begins: dict[Node, int]
    done: dict[Node, int]
    chosen: dict[Node, Node]


def stages(site: Site, model: str, operator: str | None = None) -> tuple[Stage, ...]:
    """Everything that a unit of the model has to do before it starts, whoever runs it or one."""
    graph = way_graph(site, model, operator)
    timing, services = timed(site, model, operator), on_the_way(site, model, operator)
    told = readings(site)
    read = {id_: told.on_the_way(id_, model, operator) for id_ in services}
    last = max((timing.begins[node] for node in _steps(graph, {*services}, timing)), default=-1)
    begun = _begun(services, read, _Cut(graph, timing, 0))
    made = []
    for number in range(last + 1):
        cut = _Cut(graph, timing, number)
        groups = ((id_, cut.items(read[id_])) for id_ in begun.get(number, ()))
        made.append(
            Stage(
                number=number + 1,
                groups=tuple(_group(site, id_, items, cut) for id_, items in groups if items),
            )
        )
    return tuple(made)


def _begun(
    services: Iterable[str], read: Mapping[str, tuple[ItemView, ...]], cut: "_Cut"
) -> Mapping[int, list[str]]:
    """For each stage the services of which something may begin in it: few do in more than one."""
    found: dict[int, list[str]] = {}
    for service in services:
        for number in {cut.begins(id_) for id_ in _marks(read[service])}:
            found.setdefault(number, []).append(service)
    return found


@once
def way_graph(site: Site, model: str, operator: str | None) -> Graph:
    """The graph of what a unit of the model must have; of everything, if nobody is named.

    What that does not rest on is left out, as of a plan (`chains/beneath.py`): no stage changes,
    and at 2,500 services the stages of all four start lists take .21 s in place of .34.
    """
    if operator is None:
        return site.graph_of(model, None)
    catalogue, profile = site.catalogue, somebody(site.catalogue, model, operator)
    services = beneath(catalogue, must_have(catalogue, profile))
    return build(replace(catalogue, services=services), profile)


@once
def whole_way(site: Site, model: str) -> tuple[Stage, ...]:
    """The stages, whoever runs it: of the page of the model and of the start page."""
    return stages(site, model)


@once
def default_ways(site: Site, model: str, operator: str | None) -> Callable[[Iterable[Node]], Way]:
    """To any goals, in steps: one search tells what is on the way, its stages and its chains."""
    return ways(way_graph(site, model, operator))


@once
def on_the_way(site: Site, model: str, operator: str | None) -> tuple[str, ...]:
    """The services that a unit of the model must have, and those that they rest on."""
    graph, services = way_graph(site, model, operator), site.catalogue.services
    goals = [graph.numbers[id_] for id_ in must_have(site.catalogue, graph.profile)]
    work = default_ways(site, model, operator)(goals).work
    touched = {graph.services[node] for node in [*goals, *work]}
    return tuple(id_ for id_ in services if id_ in touched)


@once
def timed(site: Site, model: str, operator: str | None) -> Timing:
    """The stages along the default way; an alternative not chosen is timed by itself."""
    graph = way_graph(site, model, operator)
    ends = [graph.numbers[id_] for id_ in dict.fromkeys(graph.services)]
    chosen = default_ways(site, model, operator)(ends).chosen
    waiting, latest, waits = graph.waiting.copy(), [0] * len(graph), _waits(graph)
    order = [node for node, count in enumerate(waiting) if count == 0]
    timing = Timing({}, {}, chosen)
    for node in order:
        begins = latest[node]
        if graph.gates[node] is _ANY and node not in chosen:
            begins = min([timing.done[n] for n in graph.before[node] if n in timing.done])
        timing.begins[node] = begins
        timing.done[node] = done = begins + (node in waits)
        for dependent in graph.resting[node]:
            if chosen.get(dependent, node) == node:
                if done > latest[dependent]:  # noqa: PLR1730 - max() takes three times as long
                    latest[dependent] = done
                waiting[dependent] -= 1
                if waiting[dependent] == 0:
                    order.append(dependent)
    return timing


def _waits(graph: Graph) -> set[Node]:
    """The steps that somebody is waited for in."""
    steps = ((node, item) for node, item in graph.items.items() if isinstance(item, Step))
    return {node for node, step in steps if step.time.is_wait}


def _steps(graph: Graph, services: set[str], timing: Timing) -> Iterator[Node]:
    for node in timing.begins:
        if graph.roles[node] is Role.STEP and graph.services[node] in services:
            yield node


def _group(site: Site, id_: str, items: tuple[ItemView, ...], cut: "_Cut") -> Group:
    service = site.catalogue.services[id_]
    return Group(
        id=id_,
        name=service.name,
        address=addresses.service(id_),
        successor=service.replaced_by.name if service.replaced_by else None,
        awaits=tuple(cut.awaits(site, items)),
        items=items,
    )


@record(frozen=True, slots=True)
class _Cut:
    """One stage cut out of the steps of services."""

    graph: Graph
    timing: Timing
    number: int

    def items(self, items: tuple[ItemView, ...]) -> tuple[ItemView, ...]:
        return tuple(cut for item in items if (cut := self._item(item)) is not None)

    def _item(self, item: ItemView) -> ItemView | None:
        if item.work is not None:
            return item if self.begins(item.id) == self.number else None
        first = min(map(self._first, item.options), default=None)
        kept = [replace(option, items=self.items(option.items)) for option in item.options]
        if first == self.number:
            shown = [o if o.items else replace(o, later=self._later(o.id)) for o in kept]
            return replace(item, options=tuple(shown))
        shown = [option for option in kept if option.items]
        return replace(item, options=tuple(shown), continued=True) if shown else None

    def begins(self, id_: str) -> int:
        node = self.graph.numbers.get(id_)
        return -1 if node is None else self.timing.begins.get(node, -1)

    def _later(self, option: str) -> int:
        return self.begins(option) + 1

    def _first(self, option: OptionView) -> int:
        return min(map(self._earliest, option.items), default=self.begins(option.id))

    def _earliest(self, item: ItemView) -> int:
        if item.work is not None:
            return self.begins(item.id)
        return min(map(self._first, item.options), default=-1)

    def awaits(self, site: Site, items: tuple[ItemView, ...]) -> Iterator[Awaited]:
        """The answers that the items have waited for, each once."""
        found: dict[Node, None] = {}
        for id_ in _ids(items):
            self._gather(self.graph.numbers[id_], found, set())
        for node in sorted(found):
            step, service = self.graph.items[node], self.graph.services[node]
            yield Awaited(
                service=site.catalogue.services[service].name,
                step=step.title,
                address=addresses.target(self.graph.ids[node]),
            )

    def _gather(self, node: Node, found: dict[Node, None], seen: set[Node]) -> None:
        chosen = self.timing.chosen.get(node)
        before = (chosen,) if chosen is not None else self.graph.before[node]
        for inner in before:
            if inner in seen or self.timing.done.get(inner) != self.number:
                continue
            seen.add(inner)
            if self.graph.roles[inner] is not Role.STEP:
                self._gather(inner, found, seen)
            elif self.timing.begins[inner] < self.number:
                found[inner] = None


def _marks(items: Iterable[ItemView]) -> Iterator[str]:
    """The ids of all steps and options."""
    for item in items:
        if item.work is not None:
            yield item.id
        for option in item.options:
            yield option.id
            yield from _marks(option.items)


def _ids(items: tuple[ItemView, ...]) -> Iterator[str]:
    for item in items:
        if item.work is not None:
            yield item.id
        for option in item.options:
            yield from _ids(option.items)
