"""The way a unit goes: each choice made, the recommended where it leads on, else the nearest.

Knuth 1977 generalises Dijkstra's method to AND/OR graphs, for any cost that never falls along the
way. The search is run with only the favoured alternatives open. A favoured one that cannot be had
before the choice itself is met is passed by, and the search begun again; what then still blocks is
favoured alternatives that wait for each other, and there the rest is opened.
"""

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from generator.chains.graph import Gate, Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.model.step import Option

Cost = int
"""What has been spent when a node is met: steps gone through, or the day."""

Spend = Callable[[Node, Cost], Cost]
"""What has been spent when a step is done, given what had been when it could begin."""


@dataclass(frozen=True, slots=True)
class Way:
    """What is on the way to some goals. A node off the way is in neither."""

    costs: dict[Node, Cost]
    """For each node on the way, what has been spent when it is met."""
    chosen: dict[Node, Node]
    """For each choice and `any:` on the way, the alternative taken."""
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


def one_each(_: Node, steps: Cost) -> Cost:
    """Every step costs one."""
    return steps + 1


def way(
    graph: Graph,
    goals: Iterable[Node],
    spend: Spend = one_each,
    *,
    start: Cost = 0,
    wish: Wish = NO_WISH,
) -> Way:
    """The way to all the goals that can be obtained."""
    return ways(graph, spend, start=start, wish=wish)(goals)


def ways(
    graph: Graph, spend: Spend = one_each, *, start: Cost = 0, wish: Wish = NO_WISH
) -> Callable[[Iterable[Node]], Way]:
    """The ways to any goals: everything is met in one search, which asks for none."""
    passed_by: frozenset[tuple[Node, Node]] = frozenset()
    while True:
        search = _Search(graph, spend, start, wish, passed_by)
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
        spend: Spend,
        start: Cost,
        wish: Wish,
        passed_by: frozenset[tuple[Node, Node]],
    ) -> None:
        self.graph, self.spend, self.start, self.wish = graph, spend, start, wish
        self.passed_by = passed_by
        self.waiting = graph.waiting.copy()
        """For each node, how much more must be met; for a choice and an `any:` no more counts."""
        self.latest = [start] * len(graph)
        """For each node, the highest cost among what it rests on and has been met."""
        self.costs: dict[Node, Cost] = {}
        self.chosen: dict[Node, Node] = {}
        self.ready: dict[Node, list[tuple[Cost, Node]]] = {}
        """For each choice and `any:`, its alternatives that are met, with their costs."""

    def run(self, *, only_favoured: bool) -> None:
        """Meets what can be met, what can be met first first, and of that what is written first."""
        size = len(self.graph)
        heap = [cost * size + node for cost, node in self._open(only_favoured=only_favoured)]
        heapq.heapify(heap)  # of single numbers, which are compared in half the time of pairs
        costs, meet, spend = self.costs, self._meeting(only_favoured=only_favoured), self.spend
        roles, done = self.graph.roles, self.wish.done
        while heap:
            cost, node = divmod(heapq.heappop(heap), size)
            while node not in costs:
                if roles[node] is _STEP and node not in done:
                    cost = spend(node, cost)
                costs[node] = cost
                met = meet(node, cost)
                if not met:
                    break
                for key in met[1:]:
                    heapq.heappush(heap, key)
                cost, node = divmod(heapq.heappushpop(heap, met[0]), size)

    def _meeting(self, *, only_favoured: bool) -> Callable[[Node, Cost], list[int]]:
        """Tells which of what rests on a node is met with it, each as its place in the heap."""
        size, resting, gates = len(self.graph), self.graph.resting, self.graph.gates
        waiting, latest, costs = self.waiting, self.latest, self.costs

        def meet(by: Node, cost: Cost) -> list[int]:
            found = []
            for node in resting[by]:
                if cost > latest[node]:  # noqa: PLR1730 - max() takes three times as long
                    latest[node] = cost
                waiting[node] = left = waiting[node] - 1
                if left > 0:
                    continue
                if gates[node] is _ANY:
                    if self._choose(node, by, only_favoured=only_favoured):
                        found.append(cost * size + node)
                elif not left and node not in costs:
                    found.append(latest[node] * size + node)
            return found

        return meet

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
        self.chosen[choice] = by
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
            chosen={node: by for node, by in chosen.items() if is_on_it[node]},
            work=tuple([n for n, r in enumerate(self.graph.roles) if r is _STEP and is_on_it[n]]),
        )
