"""From a question to a plan: choose the way, go forwards from today and back from the start."""

from collections.abc import Iterator
from datetime import date

from generator.chains.graph import Node, Role, build
from generator.model.catalogue import Catalogue
from generator.model.profile import must_have
from generator.model.step import Step
from generator.plan.plan import Plan, PlannedStep, Question, Verdict
from generator.plan.selection import NEVER, Selection, select
from generator.plan.timing import first_begin, latest_begin


def make_plan(catalogue: Catalogue, question: Question) -> Plan:
    """The plan. Ids in the question that the catalogue does not have are passed over."""
    wanted = list(dict.fromkeys([*must_have(catalogue, question.profile), *question.extra]))
    graph = build(catalogue, question.profile)
    return _Planner(question, select(catalogue, question, graph, wanted)).plan()


class _Planner:
    def __init__(self, question: Question, selection: Selection) -> None:
        self.question, self.on = question, selection
        self.rank = {node: rank for rank, node in enumerate(selection.way.costs)}
        self.deadlines = self._deadlines()
        self.chain = self._deciding_chain()
        self.critical = frozenset(self.chain)

    def plan(self) -> Plan:
        steps = {node: self._step(node) for node in self.on.work}
        costs = self.on.way.costs
        ready = max((costs[goal] for goal in self.on.reached), default=self._today)
        missing = tuple(id_ for id_, goal in self.on.goals.items() if goal not in costs)
        nodes = sorted(steps, key=lambda n: (steps[n].order_by or date.min, self.rank[n]))
        in_order = [steps[node] for node in nodes]
        unknown = tuple(s.id for s in in_order if s.lead_time.duration is None)
        return Plan(
            question=self.question,
            verdict=self._verdict(ready, in_doubt=bool(unknown), impossible=bool(missing)),
            earliest_start=date.fromordinal(ready) if ready < NEVER and not missing else None,
            unknown=unknown,
            chosen=dict(self.on.chosen()),
            chain=tuple(steps[node] for node in self.chain),
            steps=tuple(in_order),
            out_of_reach=missing,
        )

    @property
    def _today(self) -> int:
        return self.question.today.toordinal()

    def _verdict(self, ready: int, *, in_doubt: bool, impossible: bool) -> Verdict:
        if impossible or ready > self.question.start.toordinal():
            return Verdict.NO
        return Verdict.UNKNOWN if in_doubt else Verdict.YES

    def _is_work(self, node: Node) -> bool:
        return self.on.graph.roles[node] is Role.STEP and node not in self.on.done

    def _deadlines(self) -> dict[Node, date | None]:
        """The last day on which each node must be met; None when no day is early enough."""
        start = self.question.start
        deadlines: dict[Node, date | None] = dict.fromkeys(self.on.reached, start)
        for node in reversed(self.on.way.costs):  # each node was met after what it rests on
            begin = self._latest_begin(node, deadlines[node])
            for before in self.on.rests_on(node):
                deadlines[before] = _earlier(begin, deadlines.get(before, start))
        return deadlines

    def _latest_begin(self, node: Node, deadline: date | None) -> date | None:
        if deadline is None or not self._is_work(node):
            return deadline
        return latest_begin(deadline, self.on.tasks[node])

    def _deciding_chain(self) -> list[Node]:
        """From the goal that is ready last, back along what each thing waited for longest."""
        chain: list[Node] = []
        node = max(self.on.reached, key=self._lateness, default=None)
        while node is not None:
            if self._is_work(node):
                chain.append(node)
            node = max(self.on.rests_on(node), key=self._lateness, default=None)
        return chain[::-1]

    def _lateness(self, node: Node) -> tuple[int, int]:
        return self.on.way.costs[node], self.rank[node]

    def _step(self, node: Node) -> PlannedStep:
        step, graph = self.on.graph.items[node], self.on.graph
        if not isinstance(step, Step):
            raise TypeError(graph.ids[node])
        order_by = self._latest_begin(node, self.deadlines[node])
        begin = self._earliest_begin(node)
        ready = self.on.way.costs[node]
        return PlannedStep(
            id=graph.ids[node],
            service=graph.services[node],
            step=step,
            order_by=order_by,
            ready_by=self.deadlines[node],
            earliest_begin=begin,
            earliest_ready=date.fromordinal(ready) if ready < NEVER else None,
            slack_days=(order_by - begin).days if order_by and begin else None,
            critical=node in self.critical,
            after=tuple(dict.fromkeys(self._after(node))),
        )

    def _earliest_begin(self, node: Node) -> date | None:
        costs = (self.on.way.costs[before] for before in self.on.rests_on(node))
        ready = max(costs, default=self._today)
        return first_begin(date.fromordinal(ready), self.on.tasks[node]) if ready < NEVER else None

    def _after(self, node: Node) -> Iterator[str]:
        """The work directly before a node, seen through what only gives order."""
        before = self.on.rests_on(node)
        implied = {inner for outer in before for inner in self.on.rests_on(outer)}
        for other in before:
            if other not in implied:
                if self._is_work(other):
                    yield self.on.graph.ids[other]
                else:
                    yield from self._after(other)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one is not None and other is not None else None
