"""The way a unit goes when it decides nothing itself, and what can be done side by side on it."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from generator.chains.graph import Gate, Graph, Node, Role
from generator.chains.obtainable import dependents
from generator.model.step import Option


@dataclass(frozen=True, slots=True)
class Way:
    """What is on the way to a goal. A node off the way is in neither."""

    waves: dict[Node, int]
    """For each step, how many steps at least come before it, on the longest line to it."""
    chosen: dict[Node, Node]
    """For each choice and `any:`, the alternative taken: the recommended, else the nearest."""


def way(graph: Graph, goals: Iterable[Node]) -> Way:
    """The default way to all the goals that can be obtained.

    Knuth 1977 generalises Dijkstra's method to AND/OR graphs. It is run with only the recommended
    alternatives open, then with the rest, so that a recommendation that leads nowhere is passed by.
    """
    search = _Search(graph)
    search.run(only_recommended=True)
    search.run(only_recommended=False)
    return search.way(goals)


def _recommended(graph: Graph, choice: Node) -> set[Node]:
    found = set()
    for edge in graph.edges[choice]:
        item = graph.items.get(edge.node)
        if isinstance(item, Option) and item.recommended:
            found.add(edge.node)
    return found


class _Search:
    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.resting = dependents(graph)
        self.waiting = [len(edges) for edges in graph.edges]
        self.level: dict[Node, int] = {}
        self.chosen: dict[Node, Node] = {}
        self.ready: dict[Node, list[tuple[int, Node]]] = {}
        """For each ANY not yet met, its alternatives that are met."""

    def run(self, *, only_recommended: bool) -> None:
        heap = [
            (0, node)
            for node, count in enumerate(self.waiting)
            if count == 0 and self.graph.gates[node] is Gate.ALL and node not in self.level
        ]
        if not only_recommended:
            for choice, met in self.ready.items():
                if choice not in self.level:
                    level, self.chosen[choice] = min(met)
                    heap.append((level, choice))
        heapq.heapify(heap)
        while heap:
            level, node = heapq.heappop(heap)
            if node in self.level:
                continue
            self.level[node] = level + (self.graph.roles[node] is Role.STEP)
            for dependent in self.resting[node]:
                self._reach(heap, dependent, node, only_recommended=only_recommended)

    def _reach(
        self, heap: list[tuple[int, Node]], node: Node, by: Node, *, only_recommended: bool
    ) -> None:
        if node in self.level:
            return
        level = self.level[by]
        if self.graph.gates[node] is Gate.ALL:
            self.waiting[node] -= 1
            if self.waiting[node] == 0:
                heapq.heappush(
                    heap, (max(self.level[e.node] for e in self.graph.edges[node]), node)
                )
            return
        self.ready.setdefault(node, []).append((level, by))
        favoured = _recommended(self.graph, node) if only_recommended else ()
        if (not favoured or by in favoured) and node not in self.chosen:
            self.chosen[node] = by
            heapq.heappush(heap, (level, node))

    def way(self, goals: Iterable[Node]) -> Way:
        on_it, stack = set(), [goal for goal in goals if goal in self.level]
        while stack:
            node = stack.pop()
            if node in on_it:
                continue
            on_it.add(node)
            if node in self.chosen:
                stack.append(self.chosen[node])
            else:
                stack += [edge.node for edge in self.graph.edges[node]]
        steps = (node for node in on_it if self.graph.roles[node] is Role.STEP)
        waves = {node: self.level[node] - 1 for node in sorted(steps)}
        return Way(waves, {node: by for node, by in self.chosen.items() if node in on_it})
