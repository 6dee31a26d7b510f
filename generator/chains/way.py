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
    passed_by: frozenset[tuple[Node, Node]] = frozenset()
    while True:
        search = _Search(graph, spend, start, wish, passed_by)
        search.run(only_favoured=True)
        hopeless = search.hopeless()
        if not hopeless:
            search.run(only_favoured=False)
            return search.way(goals)
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
        self.resting = graph.resting
        self.waiting = [len(edges) for edges in graph.edges]
        self.costs: dict[Node, Cost] = {}
        self.chosen: dict[Node, Node] = {}
        self.ready: dict[Node, list[tuple[Cost, Node]]] = {}
        """For each choice and `any:`, its alternatives that are met, with their costs."""

    def run(self, *, only_favoured: bool) -> None:
        heap = list(self._open(only_favoured=only_favoured))
        heapq.heapify(heap)
        while heap:
            cost, node = heapq.heappop(heap)
            if node in self.costs:
                continue
            is_work = self.graph.roles[node] is Role.STEP and node not in self.wish.done
            self.costs[node] = self.spend(node, cost) if is_work else cost
            for dependent in self.resting[node]:
                met = self._reach(dependent, node, only_favoured=only_favoured)
                if met is not None:
                    heapq.heappush(heap, (met, dependent))

    def _open(self, *, only_favoured: bool) -> Iterable[tuple[Cost, Node]]:
        if only_favoured:
            yield from ((self.start, node) for node in self.wish.done)
            for node, count in enumerate(self.waiting):
                if count == 0 and self.graph.gates[node] is Gate.ALL:
                    yield (self.start, node)
            return
        for choice, met in self.ready.items():
            if choice not in self.costs:
                cost, self.chosen[choice] = min(met)
                yield (cost, choice)

    def _reach(self, node: Node, by: Node, *, only_favoured: bool) -> Cost | None:
        """What the node costs if it is met now that another is."""
        if node in self.costs:
            return None
        if self.graph.gates[node] is Gate.ALL:
            self.waiting[node] -= 1
            if self.waiting[node]:
                return None
            return max(self.costs[edge.node] for edge in self.graph.edges[node])
        self.ready.setdefault(node, []).append((self.costs[by], by))
        favoured = self._favoured(node) if only_favoured else ()
        if node in self.chosen or (favoured and by not in favoured):
            return None
        self.chosen[node] = by
        return self.costs[by]

    def _favoured(self, choice: Node) -> Collection[Node]:
        decided = self.wish.options.get(choice)
        if decided is not None and (choice, decided) not in self.passed_by:
            return (decided,)
        items = ((edge.node, self.graph.items.get(edge.node)) for edge in self.graph.edges[choice])
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
        on_it: set[Node] = set()
        stack = [goal for goal in goals if goal in self.costs]
        while stack:
            node = stack.pop()
            if node not in on_it:
                on_it.add(node)
                stack += self._rests_on(node)
        return Way(
            costs={node: cost for node, cost in self.costs.items() if node in on_it},
            chosen={node: by for node, by in self.chosen.items() if node in on_it},
            work=tuple(n for n in sorted(on_it) if self.graph.roles[n] is Role.STEP),
        )

    def _rests_on(self, node: Node) -> list[Node]:
        if node in self.wish.done:
            return []
        if node in self.chosen:
            return [self.chosen[node]]
        return [edge.node for edge in self.graph.edges[node]]
