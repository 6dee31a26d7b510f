"""What must be had, and cannot be had without something that leaves the unit a choice."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.chains.graph import Edge, Graph, Node
from generator.chains.obtainable import obtainable
from generator.checks.case import Case
from generator.model.service import MUST, Level


@dataclass(frozen=True, slots=True)
class Rest:
    """One service that must be had, and the first thing on the way that need not be."""

    service: str
    level: Level
    on: str
    on_level: Level
    edge: Edge

    @property
    def through(self) -> str:
        """Where it is another service that asks for the thing: which, as words to be put in."""
        owner = str(self.edge.path[1])
        return f", genom `{owner}`" if owner != self.service else ""


def rests(
    case: Case, on: Collection[Level], besides: Collection[Level] = frozenset()
) -> Iterator[Rest]:
    """Each service of a level in MUST that cannot be had without services of the levels named.

    What rests on one of them *or* on one of the levels besides is told too. A prerequisite is told
    once, whatever the number of models and services that it comes to light in.
    """
    said = set()
    for model, graph in case.graphs_of_one_model:
        levels = {
            id_: service.obligation[model].level
            for id_, service in case.catalogue.services.items()
            if model in service.obligation and id_ not in case.uncertain
        }
        for service, edge in _edges(graph, levels, on, besides):
            if edge.path not in said:
                said.add(edge.path)
                named = graph.services[edge.node]
                yield Rest(service, levels[service], named, levels[named], edge)


def _edges(
    graph: Graph, levels: dict[str, Level], on: Collection[Level], besides: Collection[Level]
) -> Iterator[tuple[str, Edge]]:
    may = {node for node, service in enumerate(graph.services) if levels.get(service) in on}
    other = {node for node, service in enumerate(graph.services) if levels.get(service) in besides}
    goals = [service for service, level in levels.items() if level in MUST]
    if not _may_be_lost(graph, may | other, goals):
        return
    for less in (set[Node](), other) if other else (other,):
        reachable = set(obtainable(graph, without=less))
        lost = reachable - set(obtainable(graph, without=may | less))
        for service in goals:
            edge = _first(graph, lost, may, graph.numbers[service])
            if edge is not None:
                yield service, edge


def _may_be_lost(graph: Graph, without: Collection[Node], goals: Collection[str]) -> bool:
    """Whether any goal rests on any of it at all, by whatever way; mostly none does."""
    met, stack = set(without), list(without)
    while stack:
        fresh = [node for node in graph.resting[stack.pop()] if node not in met]
        met.update(fresh)
        stack += fresh
    return any(graph.numbers[goal] in met for goal in goals)


def _first(graph: Graph, lost: set[Node], may: set[Node], goal: Node) -> Edge | None:
    """Follow what is lost down to the first thing that only may be had; loops are passed by."""
    stack, met = ([goal] if goal in lost else []), {goal}
    while stack:
        node = stack.pop()
        edges = [edge for edge in graph.edges_of(node) if edge.node in lost]
        for edge in edges:
            if edge.node in may:
                return edge
        fresh = [edge.node for edge in reversed(edges) if edge.node not in met]
        met.update(fresh)
        stack += fresh
    return None
