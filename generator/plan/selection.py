"""Which way the plan takes: what the unit decided or a prerequisite settles, else the default."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.chains.graph import Graph, Node, Role
from generator.chains.way import Way, Wish, way
from generator.model.catalogue import Catalogue
from generator.model.lead_time import Duration
from generator.model.step import Choice, Option, Step
from generator.plan.plan import Question
from generator.plan.timing import Task, finish, first_begin

NEVER = date.max.toordinal()
"""The cost of what is never done."""

_NO_TIME = Duration(0)


@dataclass(frozen=True, slots=True)
class Selection:
    """The way to the goals, its costs being the days on which things can be ready."""

    graph: Graph
    tasks: dict[Node, Task]
    goals: dict[str, Node]
    """For each wanted service that is offered, its end."""
    done: frozenset[Node]
    way: Way

    @property
    def reached(self) -> list[Node]:
        """The goals that can be obtained."""
        return [goal for goal in self.goals.values() if goal in self.way.costs]

    @property
    def work(self) -> list[Node]:
        """The steps that are left to do."""
        return [node for node in self.way.work if node not in self.done]

    def rests_on(self, node: Node) -> list[Node]:
        """What the node waits for on this way."""
        if node in self.done:
            return []
        if node in self.way.chosen:
            return [self.way.chosen[node]]
        return [edge.node for edge in self.graph.edges[node]]

    def chosen(self) -> Iterator[tuple[str, str]]:
        """Each choice's id with the id of the option taken."""
        for choice, taken in self.way.chosen.items():
            item, option = self.graph.items.get(choice), self.graph.items.get(taken)
            if isinstance(item, Choice) and isinstance(option, Option):
                yield self.graph.ids[choice], option.id


def select(catalogue: Catalogue, question: Question, graph: Graph, wanted: list[str]) -> Selection:
    """The way to the services wanted; ids that do not exist for the profile are passed over."""
    tasks = dict(_tasks(catalogue, graph))
    goals = {id_: graph.numbers[id_] for id_ in wanted if id_ in graph.numbers}
    done = frozenset(graph.numbers[id_] for id_ in question.done if id_ in graph.numbers)
    today = question.today.toordinal()

    def spend(node: Node, ready: int) -> int:
        return ready_day(tasks[node], ready)

    wish = Wish(options=dict(_decided(question, graph)), done=done)
    while True:
        found = way(graph, goals.values(), spend, start=today, wish=wish)
        settled = {c: o for c, o in _settled(graph, found) if c not in wish.options}
        if not settled:
            return Selection(graph, tasks, goals, done, found)
        wish = replace(wish, options={**wish.options, **settled})


def ready_day(task: Task, ready: int) -> int:
    """The ordinal of the day a task is done, begun as soon as it can be; NEVER if it is not."""
    if ready >= NEVER:
        return NEVER
    begin = first_begin(date.fromordinal(ready), task)
    done = finish(begin, task) if begin is not None else None
    return done.toordinal() if done is not None else NEVER


def _tasks(catalogue: Catalogue, graph: Graph) -> Iterator[tuple[Node, Task]]:
    for node, item in graph.items.items():
        if isinstance(item, Step):
            stops = [catalogue.stops[id_] for id_ in item.stop if id_ in catalogue.stops]
            yield node, Task(item.time.duration or _NO_TIME, stops)


def _decided(question: Question, graph: Graph) -> Iterator[tuple[Node, Node]]:
    for choice, option in question.options.items():
        taken = f"{choice.rpartition('/')[0]}/{option}"
        if choice in graph.numbers and taken in graph.numbers:
            yield graph.numbers[choice], graph.numbers[taken]


def _settled(graph: Graph, found: Way) -> Iterator[tuple[Node, Node]]:
    """Choices with an option on the way that is not the one taken: something else asks for it."""
    entered = {graph.numbers.get(s) for node in found.work for s in _scopes(graph.ids[node])}
    for choice, taken in found.chosen.items():
        if graph.roles[choice] is Role.CHOICE:
            others = [edge.node for edge in graph.edges[choice] if edge.node != taken]
            asked = [node for node in others if node in entered or node in found.costs]
            if asked:
                yield choice, asked[0]


def _scopes(step: str) -> Iterator[str]:
    """The ids of the service and options that a step lies in, outermost first."""
    parts = step.split("/")
    return ("/".join(parts[:length]) for length in range(1, len(parts)))
