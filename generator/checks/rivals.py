"""The options of a choice, held against each other."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from generator.chains.always import Marks, always_needed
from generator.chains.graph import Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.chains.way import Cost, way
from generator.model.lead_time import Unit
from generator.model.outline import DataPath
from generator.model.step import Option, Step

_OPTIONS: Final = "options"
_WEEK: Final = 7
_WORKING_WEEK: Final = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Rival:
    """An option that can be had, with all that a unit could care about in one profile."""

    option: Option
    path: DataPath
    steps: tuple[Step, ...]
    asks: Marks
    """What its steps ask for outside it."""
    needs: Marks
    """All that every way to it needs, of what some option asks for."""
    days: Cost
    """From the very beginning until it is done; an unknown lead time counts as none."""

    def beats(self, other: "Rival") -> bool:
        """Whether it is nowhere worse than the other and somewhere better."""
        is_never_worse = (
            self._is_known()
            and not self.asks & ~other.needs
            and len(self.steps) <= len(other.steps)
            and self.days <= other.days
            and self._stops() <= other._stops()  # noqa: SLF001 - another of the same kind
        )
        is_better = (
            bool(other.asks & ~self.needs)
            or len(self.steps) < len(other.steps)
            or self.days < other.days
        )
        return is_never_worse and is_better

    def _is_known(self) -> bool:
        return all(step.time.duration is not None for step in self.steps)

    def _stops(self) -> set[str]:
        return {stop for step in self.steps for stop in step.stop}


def rivals(graph: Graph) -> Iterator[tuple[Rival, ...]]:
    """For each choice, its options that can be had in the profile."""
    order = obtainable(graph)
    met = set(order)
    ends = {graph.paths[n]: n for n, i in graph.items.items() if isinstance(i, Option) and n in met}
    asked = _asked(graph, ends)
    marks = {node: 1 << mark for mark, node in enumerate(dict.fromkeys(chain(*asked.values())))}
    needed = always_needed(graph, order, [[node] for node in marks])
    days, steps = _days(graph, ends.values()), _steps(graph, ends)
    for choice in (node for node, role in enumerate(graph.roles) if role is Role.CHOICE):
        options = ((edge.node, graph.items[edge.node]) for edge in graph.edges[choice])
        yield tuple(
            Rival(
                option=option,
                path=(path := graph.paths[end]),
                steps=tuple(steps[path]),
                asks=sum({marks[node] for node in asked[path]}),
                needs=needed[end],
                days=days[end],
            )
            for end, option in options
            if isinstance(option, Option) and end in met
        )


def _asked(graph: Graph, options: Collection[DataPath]) -> dict[DataPath, list[Node]]:
    """For each option, what its parts ask for outside it."""
    found: dict[DataPath, list[Node]] = {path: [] for path in options}
    for node, path in enumerate(graph.paths):
        wanted = [edge.node for edge in graph.edges[node] if edge.need is not None]
        for around in _options_around(path):
            if around in found:
                outside = (n for n in wanted if graph.paths[n][: len(around)] != around)
                found[around] += outside
    return found


def _steps(graph: Graph, options: Collection[DataPath]) -> dict[DataPath, list[Step]]:
    """For each option, the steps in it, those of the choices in it included."""
    found: dict[DataPath, list[Step]] = {path: [] for path in options}
    for node, item in graph.items.items():
        for around in _options_around(graph.paths[node]):
            if isinstance(item, Step) and around in found:
                found[around].append(item)
    return found


def _options_around(path: DataPath) -> Iterator[DataPath]:
    """Every option that the place lies in, itself included."""
    return (path[: at + 2] for at, step in enumerate(path) if step == _OPTIONS and path[at + 1 :])


def _days(graph: Graph, goals: Collection[Node]) -> dict[Node, Cost]:
    """Days from the very beginning to each goal, as if every week were like another."""

    def spend(node: Node, cost: Cost) -> Cost:
        item = graph.items[node]
        time = item.time.duration if isinstance(item, Step) else None
        if time is None:
            return cost
        if time.unit is Unit.CALENDAR_DAYS:
            return cost + time.days
        return cost + -(-time.days * _WEEK // _WORKING_WEEK)

    return way(graph, goals, spend).costs
