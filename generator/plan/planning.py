"""From a question to a plan: choose the way, go forwards from today and back from the start."""

from datetime import date

from generator.chains.graph import Node, Role
from generator.model.catalogue import Catalogue
from generator.plan.ground import Ground, ground
from generator.plan.plan import Plan, PlannedStep, Question, Verdict
from generator.plan.selection import Selection, select
from generator.plan.timetable import NEVER


def make_plan(catalogue: Catalogue, question: Question) -> Plan:
    """The plan. Ids in the question that the catalogue does not have are passed over."""
    return plan_on(ground(catalogue, question.profile), question)


def plan_on(ground: Ground, question: Question) -> Plan:
    """The same for whoever asks more than once, given the ground of the question's profile."""
    return _Planner(question, select(ground, question)).plan()


class _Planner:
    def __init__(self, question: Question, selection: Selection) -> None:
        self.question, self.on = question, selection
        self.rank = {node: rank for rank, node in enumerate(selection.way.costs)}
        self.deadlines = self._deadlines()
        self.chain = self._deciding_chain()
        self.critical = frozenset(self.chain)
        self.seen_through: dict[Node, tuple[str, ...]] = {}

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
            for before in self.on.rests_on[node]:
                deadlines[before] = _earlier(begin, deadlines.get(before, start))
        return deadlines

    def _latest_begin(self, node: Node, deadline: date | None) -> date | None:
        if deadline is None or not self._is_work(node):
            return deadline
        return self.on.ground.times[node].latest_begin(deadline)

    def _deciding_chain(self) -> list[Node]:
        """From the goal that is ready last, back along what each thing waited for longest."""
        chain: list[Node] = []
        node = max(self.on.reached, key=self._lateness, default=None)
        while node is not None:
            if self._is_work(node):
                chain.append(node)
            node = max(self.on.rests_on[node], key=self._lateness, default=None)
        return chain[::-1]

    def _lateness(self, node: Node) -> tuple[int, int]:
        return self.on.way.costs[node], self.rank[node]

    def _step(self, node: Node) -> PlannedStep:
        graph, costs = self.on.graph, self.on.way.costs
        order_by = self._latest_begin(node, self.deadlines[node])
        could = max([costs[before] for before in self.on.rests_on[node]])
        begin = self.on.ground.times[node].first_begin(could)
        ready = costs[node]
        return PlannedStep(
            id=graph.ids[node],
            service=graph.services[node],
            step=self.on.ground.steps[node],
            order_by=order_by,
            ready_by=self.deadlines[node],
            earliest_begin=begin,
            earliest_ready=date.fromordinal(ready) if ready < NEVER else None,
            slack_days=(order_by - begin).days if order_by and begin else None,
            critical=node in self.critical,
            after=self._after(node),
        )

    def _after(self, node: Node) -> tuple[str, ...]:
        """The work directly before a node, seen through what only gives order; each once."""
        found = self.seen_through.get(node)
        if found is None:
            before = direct = self.on.rests_on[node]
            if len(before) > 1:
                implied = {inner for outer in before for inner in self.on.rests_on[outer]}
                direct = tuple([other for other in before if other not in implied])
            ids = [id_ for other in direct for id_ in self._work_at(other)]
            found = self.seen_through[node] = tuple(dict.fromkeys(ids))
        return found

    def _work_at(self, node: Node) -> tuple[str, ...]:
        return (self.on.graph.ids[node],) if self._is_work(node) else self._after(node)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one is not None and other is not None else None
