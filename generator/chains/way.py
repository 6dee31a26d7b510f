"""The way a unit goes: each choice made, the recommended where it leads on, else the nearest.

Knuth 1977 generalises Dijkstra's method to AND/OR graphs, for any cost that never falls along the
way. The search is run with only the favoured alternatives open. A favoured one that cannot be had
before the choice itself is met is passed by, and the search begun again; what then still blocks is
favoured alternatives that wait for each other, and there the rest is opened.
"""

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from generator.chains.graph import Gate, Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.model.step import Option

Cost = int
"""What has been spent when a node is met: steps gone through, or the day."""

Spends = Mapping[Node, Callable[[Cost], Cost]]
"""For each step what has been spent when it is done, given what had been when it could begin."""


@dataclass(frozen=True, slots=True)
class Way:
    """What is on the way to some goals. A node off the way is in neither."""

    costs: dict[Node, Cost]
    """For each node on the way, what has been spent when it is met."""
    chosen: dict[Node, Node]
    """For each choice and `any:` on the way, the alternative taken."""
    could_begin: Sequence[Cost]
    """For each step on the way, what has been spent when it can begin. Says nothing of others."""
    work: tuple[Node, ...]
    """The steps on the way, in the order they are written."""

    @property
    def waves(self) -> dict[Node, int]:
        """For each step, how many come before it on the longest line to it, one step costing one.

        Steps of one wave can be done side by side.
        """
        return {step: self.costs[step] - 1 for step in self.work}


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What the unit has decided or done already."""

    options: Mapping[Node, Node] = field(default_factory=dict)
    """For a choice or `any:`, the alternative that is to be taken if it can be."""
    done: Collection[Node] = frozenset()
    """Steps that wait for nothing and cost nothing any more."""


NO_WISH = Wish()

_ANY, _STEP = Gate.ANY, Role.STEP
"""Members of an Enum looked up once: that costs as much as the rest of a comparison."""
_ONE_MORE: Final = (1).__add__


def way(
    graph: Graph,
    goals: Iterable[Node],
    spends: Spends | None = None,
    *,
    start: Cost = 0,
    wish: Wish = NO_WISH,
) -> Way:
    """The way to all the goals that can be obtained; without `spends` each step costs one."""
    return ways(graph, spends, start=start, wish=wish)(goals)


def ways(
    graph: Graph, spends: Spends | None = None, *, start: Cost = 0, wish: Wish = NO_WISH
) -> Callable[[Iterable[Node]], Way]:
    """The ways to any goals: everything is met in one search, which asks for none."""
    passed_by: frozenset[tuple[Node, Node]] = frozenset()
    while True:
        search = _Search(graph, spends, start, wish, passed_by)
        search.run(only_favoured=True)
        hopeless = search.hopeless()
        if not hopeless:
            search.run(only_favoured=False)
            return search.way
        passed_by |= hopeless


class _Search:
    def __init__(
        self,
        graph: Graph,
        spends: Spends | None,
        start: Cost,
        wish: Wish,
        passed_by: frozenset[tuple[Node, Node]],
    ) -> None:
        self.graph, self.start, self.wish, self.passed_by = graph, start, wish, passed_by
        if spends is None:
            steps = (node for node, role in enumerate(graph.roles) if role is _STEP)
            spends = dict.fromkeys(steps, _ONE_MORE)
        if wish.done:
            spends = {n: s for n, s in spends.items() if n not in wish.done}
        self.spends = spends
        self.waiting = graph.waiting.copy()
        """For each node, how much more must be met; for a choice and an `any:` no more counts."""
        self.latest = [start] * len(graph)
        """For each node, the highest cost among what it rests on and has been met; for a choice
        and an `any:` that of the alternative taken, once one is."""
        self.costs: dict[Node, Cost] = {}
        self.chosen: dict[Node, Node] = {}
        self.ready: dict[Node, list[tuple[Cost, Node]]] = {}
        """For each choice and `any:`, its alternatives that are met, with their costs."""

    def run(self, *, only_favoured: bool) -> None:
        """Meets what can be met, what can be met first first, and of that what is written first."""
        size, start = len(self.graph), self.start
        # Of single numbers, which are compared in half the time of pairs, and of small ones.
        heap = [(cost - start) * size + n for cost, n in self._open(only_favoured=only_favoured)]
        heapq.heapify(heap)
        costs, latest, waiting = self.costs, self.latest, self.waiting
        resting, gates, spends = self.graph.resting, self.graph.gates, self.spends
        choose = partial(self._choose, only_favoured=only_favoured)
        while heap:
            cost, node = divmod(heapq.heappop(heap), size)
            if node in costs:
                continue
            cost += start
            spend = spends.get(node)
            if spend is not None:
                cost = spend(cost)
            costs[node] = cost
            for other in resting[node]:
                if cost > latest[other]:  # noqa: PLR1730 - max() takes three times as long
                    latest[other] = cost
                waiting[other] = left = waiting[other] - 1
                if left <= 0 and (gates[other] is not _ANY or choose(other, node)):
                    heapq.heappush(heap, (latest[other] - start) * size + other)

    def _open(self, *, only_favoured: bool) -> Iterable[tuple[Cost, Node]]:
        if only_favoured:
            yield from ((self.start, node) for node in self.wish.done)
            for node, count in enumerate(self.waiting):
                if count == 0:
                    yield (self.start, node)
            return
        for choice, met in self.ready.items():
            if choice not in self.costs:
                cost, self.chosen[choice] = min(met)
                yield (cost, choice)

    def _choose(self, choice: Node, by: Node, *, only_favoured: bool) -> bool:
        """Whether a choice or `any:` is met by an alternative that has been met now."""
        if choice in self.costs:
            return False
        self.ready.setdefault(choice, []).append((self.costs[by], by))
        favoured = self._favoured(choice) if only_favoured else ()
        if choice in self.chosen or (favoured and by not in favoured):
            return False
        self.chosen[choice], self.latest[choice] = by, self.costs[by]
        return True

    def _favoured(self, choice: Node) -> Collection[Node]:
        decided = self.wish.options.get(choice)
        if decided is not None and (choice, decided) not in self.passed_by:
            return (decided,)
        items = ((node, self.graph.items.get(node)) for node in self.graph.before[choice])
        wanted = [n for n, item in items if isinstance(item, Option) and item.recommended]
        return [node for node in wanted if (choice, node) not in self.passed_by]

    def hopeless(self) -> frozenset[tuple[Node, Node]]:
        """Blocked choices, each with a favoured alternative that waits for the choice itself."""
        found = set()
        for choice in self.ready:
            if choice not in self.costs:
                first = set(obtainable(self.graph, without={choice}, given=self.wish.done))
                found |= {(choice, node) for node in self._favoured(choice) if node not in first}
        return frozenset(found)

    def way(self, goals: Iterable[Node]) -> Way:
        is_on_it = bytearray(len(self.graph))
        for goal in goals:
            is_on_it[goal] = goal in self.costs
        done, chosen, before = self.wish.done, self.chosen, self.graph.before
        for node in reversed(self.costs):  # each node was met after what it rests on
            if is_on_it[node] and node not in done:
                for inner in (chosen[node],) if node in chosen else before[node]:
                    is_on_it[inner] = True
        return Way(
            costs={node: cost for node, cost in self.costs.items() if is_on_it[node]},
            could_begin=self.latest,
            chosen={node: by for node, by in chosen.items() if is_on_it[node]},
            work=tuple([n for n, r in enumerate(self.graph.roles) if r is _STEP and is_on_it[n]]),
        )
