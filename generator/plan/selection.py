"""Which way the plan takes: what the unit decided or a prerequisite settles, else the default."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from generator.chains.graph import Graph, Node, Role
from generator.chains.way import Way, Wish, way
from generator.model.step import Choice, Option
from generator.plan.ground import Footing, Ground
from generator.plan.plan import Question

_STEP: Final = Role.STEP


@dataclass(frozen=True)
class Selection:
    """The way to the goals, its costs being the days on which things can be ready."""

    footing: Footing
    done: frozenset[Node]
    way: Way

    @property
    def graph(self) -> Graph:
        return self.footing.graph

    @property
    def reached(self) -> list[Node]:
        """The goals that can be obtained."""
        return [goal for goal in self.footing.goals.values() if goal in self.way.costs]

    @property
    def work(self) -> list[Node]:
        """The steps that are left to do."""
        return [node for node in self.way.work if node not in self.done]

    @cached_property
    def rests_on(self) -> list[tuple[Node, ...]]:
        """What each node of the way waits for on it. Of other nodes it says nothing."""
        found = self.graph.before.copy()
        for choice, taken in self.way.chosen.items():
            found[choice] = (taken,)
        for node in self.done:
            found[node] = ()
        return found

    def chosen(self) -> Iterator[tuple[str, str]]:
        """Each choice's id with the id of the option taken."""
        for choice, taken in self.way.chosen.items():
            item, option = self.graph.items.get(choice), self.graph.items.get(taken)
            if isinstance(item, Choice) and isinstance(option, Option):
                yield self.graph.ids[choice], option.id


def select(ground: Ground, question: Question) -> Selection:
    """The way to the services wanted; ids that do not exist for the profile are passed over."""
    footing = ground.under(question.extra)
    graph, times, goals = footing.graph, footing.times, footing.goals
    done = frozenset(graph.numbers[id_] for id_ in question.done if id_ in graph.numbers)
    today = question.today.toordinal()
    spends = {node: table.ready for node, table in times.items()}
    wish = Wish(options=dict(_decided(question, graph)), done=done)
    while True:
        found = way(graph, goals.values(), spends, start=today, wish=wish)
        settled = {c: o for c, o in _settled(graph, found) if c not in wish.options}
        if not settled:
            return Selection(footing, done, found)
        wish = replace(wish, options={**wish.options, **settled})


def _decided(question: Question, graph: Graph) -> Iterator[tuple[Node, Node]]:
    for choice, option in question.options.items():
        taken = f"{choice.rpartition('/')[0]}/{option}"
        if choice in graph.numbers and taken in graph.numbers:
            yield graph.numbers[choice], graph.numbers[taken]


def _settled(graph: Graph, found: Way) -> Iterator[tuple[Node, Node]]:
    """Choices with an option on the way that is not the one taken: something else asks for it."""
    on_it, before = found.costs, graph.before
    for choice, taken in found.chosen.items():
        if graph.roles[choice] is Role.CHOICE:
            for option in before[choice]:
                if option != taken and (option in on_it or _is_entered(graph, on_it, option)):
                    yield choice, option
                    break


def _is_entered(graph: Graph, on_it: Container[Node], option: Node) -> bool:
    """Whether a step inside the option is on the way: they stand between its beginning and it.

    To go by the ids of all steps on the way took six times as long.
    """
    inside = range(graph.before[option][0], option)
    return any(node in on_it and graph.roles[node] is _STEP for node in inside)
