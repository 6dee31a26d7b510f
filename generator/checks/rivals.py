"""The options of a choice, held against each other."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from generator.chains.always import Marks, always_needed
from generator.chains.graph import Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.chains.part import part
from generator.chains.way import Cost, way
from generator.model.lead_time import Unit
from generator.model.outline import DataPath
from generator.model.step import Option, Step

_OPTIONS: Final = "options"
_WEEK: Final = 7
_WORKING_WEEK: Final = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Rival:
    """An option that can be had in one profile, as far as it can be told from itself."""

    option: Option
    end: Node
    path: DataPath
    steps: tuple[Step, ...]

    def may_beat(self, other: "Rival") -> bool:
        """Whether it could be nowhere worse than the other, whatever leads to the two."""
        return (
            len(self.steps) <= len(other.steps)
            and all(step.time.duration is not None for step in self.steps)
            and self._stops() <= other._stops()  # noqa: SLF001 - another of the same kind
        )

    def _stops(self) -> set[str]:
        return {stop for step in self.steps for stop in step.stop}


@dataclass(frozen=True, slots=True)
class _Burden:
    """What leads to an option."""

    asks: Marks
    """What its steps ask for outside it."""
    needs: Marks
    """All that every way to it needs, of what some option asks for."""
    days: Cost
    """From the very beginning until it is done; an unknown lead time counts as none."""


Compared = tuple[Rival, Rival | None]


def compared(
    graph: Graph, order: Sequence[Node] | None = None, settled: Container[DataPath] = ()
) -> Iterator[Compared]:
    """Each option that can be had, with the first of its choice that beats it, if one does.

    One beats another if it is nowhere worse and somewhere better. `order` is what `obtainable`
    gave; settled options are left out.
    """
    order = obtainable(graph) if order is None else order
    doubtful: list[tuple[Rival, tuple[Rival, ...]]] = []
    for options in _rivals(graph, set(order)):
        for own in options:
            better = tuple(o for o in options if o is not own and o.may_beat(own))
            if own.path in settled:
                continue
            if better:
                doubtful.append((own, better))
            else:
                yield own, None
    if doubtful:
        yield from _weighed(graph, order, doubtful)


def _rivals(graph: Graph, met: Collection[Node]) -> Iterator[tuple[Rival, ...]]:
    """For each choice, its options that can be had in the profile."""
    kind = Role.CHOICE
    for choice in [node for node, role in enumerate(graph.roles) if role is kind]:
        options = ((node, graph.items[node]) for node in graph.before[choice])
        yield tuple(
            Rival(
                option=option,
                end=end,
                path=graph.paths[end],
                steps=_steps(graph, end),
            )
            for end, option in options
            if isinstance(option, Option) and end in met
        )


def _weighed(
    graph: Graph, order: Sequence[Node], doubtful: Collection[tuple[Rival, tuple[Rival, ...]]]
) -> Iterator[Compared]:
    """The same where what leads to the options must settle it."""
    burdens = _burdens(graph, order, {o.path: o.end for own, by in doubtful for o in (own, *by)})
    for own, by in doubtful:
        beaten = (other for other in by if _beats(other, own, burdens))
        yield own, next(beaten, None)


def _beats(one: Rival, other: Rival, burdens: Mapping[DataPath, _Burden]) -> bool:
    """Whether an option that may beat the other does."""
    this, that = burdens[one.path], burdens[other.path]
    is_never_worse = not this.asks & ~that.needs and this.days <= that.days
    is_better = (
        bool(that.asks & ~this.needs) or len(one.steps) < len(other.steps) or this.days < that.days
    )
    return is_never_worse and is_better


def _burdens(
    graph: Graph, order: Sequence[Node], ends: Mapping[DataPath, Node]
) -> dict[DataPath, _Burden]:
    asked = _asked(graph, ends)
    outside = dict.fromkeys(chain(*asked.values()))
    leading = part(graph, (*ends.values(), *outside))
    marks = {node: 1 << mark for mark, node in enumerate(outside)}
    marked = [[leading.numbers[node]] for node in outside]
    needed = always_needed(leading.graph, leading.among(order), marked)
    days = _days(leading.graph, leading.among(ends.values()))
    here = {path: leading.numbers[end] for path, end in ends.items()}
    return {
        path: _Burden(sum({marks[node] for node in asked[path]}), needed[end], days[end])
        for path, end in here.items()
    }


def _asked(graph: Graph, options: Collection[DataPath]) -> dict[DataPath, list[Node]]:
    """For each option, what its parts ask for outside it."""
    found: dict[DataPath, list[Node]] = {path: [] for path in options}
    for node, edges in graph.asking.items():
        for around in _options_around(graph.paths[node]):
            if around in found:
                outside = (e.node for e in edges if graph.paths[e.node][: len(around)] != around)
                found[around] += outside
    return found


def _steps(graph: Graph, end: Node) -> tuple[Step, ...]:
    """The steps in an option, those of the choices in it included: its nodes stand together."""
    begin = graph.before[end][0]
    items = (graph.items.get(node) for node in range(begin, end))
    return tuple(item for item in items if isinstance(item, Step))


def _options_around(path: DataPath) -> Iterator[DataPath]:
    """Every option that the place lies in, itself included."""
    return (path[: at + 2] for at, step in enumerate(path) if step == _OPTIONS)


def _days(graph: Graph, goals: Collection[Node]) -> dict[Node, Cost]:
    """Days from the very beginning to each goal, as if every week were like another."""
    items = graph.items.items()
    spends = {node: _length(item).__add__ for node, item in items if isinstance(item, Step)}
    return way(graph, goals, spends).costs


def _length(step: Step) -> Cost:
    time = step.time.duration
    if time is None:
        return 0
    return time.days if time.unit is Unit.CALENDAR_DAYS else -(-time.days * _WEEK // _WORKING_WEEK)
