"""From a question to a plan: choose the way, go forwards from today and back from the start."""

from datetime import date

from generator.chains.graph import Node
from generator.model.catalogue import Catalogue
from generator.plan.ground import Ground, ground
from generator.plan.plan import Plan, PlannedStep, Question, Verdict
from generator.plan.selection import Selection, select
from generator.plan.timetable import NEVER, TOO_LATE


def make_plan(catalogue: Catalogue, question: Question) -> Plan:
    """The plan. Ids in the question that the catalogue does not have are passed over."""
    return plan_on(ground(catalogue, question.profile), question)


def plan_on(ground: Ground, question: Question) -> Plan:
    """The same for whoever asks more than once, given the ground of the question's profile."""
    return _Planner(question, select(ground, question)).plan()


class _Planner:
    """Works with nodes and the ordinals of days; steps and dates are made in the end."""

    def __init__(self, question: Question, selection: Selection) -> None:
        self.question, self.on = question, selection
        self.costs, self.rests_on = selection.way.costs, selection.rests_on
        self.rank = {node: rank for rank, node in enumerate(self.costs)}
        times = selection.footing.times
        self.work = {node: times[node] for node in selection.work}
        self.begin_by: dict[Node, int] = {}
        """For each piece of work the last day to begin."""
        self.deadlines = self._deadlines()
        self.chain = self._deciding_chain()
        self.critical = frozenset(self.chain)
        self.seen_through: dict[Node, tuple[str, ...]] = {}

    def plan(self) -> Plan:
        costs, size, begin_by, rank = self.costs, len(self.rank), self.begin_by, self.rank
        ready = max((costs[goal] for goal in self.on.reached), default=self._today)
        missing = tuple(id_ for id_, goal in self.on.footing.goals.items() if goal not in costs)
        in_order = sorted(self.work, key=lambda node: begin_by[node] * size + rank[node])
        steps = {node: self._step(node) for node in in_order}
        unknown = tuple([s.id for s in steps.values() if s.lead_time.duration is None])
        return Plan(
            question=self.question,
            verdict=self._verdict(ready, in_doubt=bool(unknown), impossible=bool(missing)),
            earliest_start=date.fromordinal(ready) if ready < NEVER and not missing else None,
            unknown=unknown,
            chosen=dict(self.on.chosen()),
            chain=tuple(steps[node] for node in self.chain),
            steps=tuple(steps.values()),
            out_of_reach=missing,
        )

    @property
    def _today(self) -> int:
        return self.question.today.toordinal()

    def _verdict(self, ready: int, *, in_doubt: bool, impossible: bool) -> Verdict:
        if impossible or ready > self.question.start.toordinal():
            return Verdict.NO
        return Verdict.UNKNOWN if in_doubt else Verdict.YES

    def _deadlines(self) -> dict[Node, int]:
        """The last day on which each node must be met; TOO_LATE when no day is early enough."""
        deadlines = dict.fromkeys(self.costs, self.question.start.toordinal())
        work, rests_on, begin_by = self.work, self.rests_on, self.begin_by
        for node in reversed(self.costs):  # each node was met after what it rests on
            begin = deadlines[node]
            table = work.get(node)
            if table is not None:
                begin_by[node] = begin = table.latest_begin(begin)
            for before in rests_on[node]:
                if begin < deadlines[before]:  # noqa: PLR1730 - min() takes three times as long
                    deadlines[before] = begin
        return deadlines

    def _deciding_chain(self) -> list[Node]:
        """From the goal that is ready last, back along what each thing waited for longest."""
        chain: list[Node] = []
        node = max(self.on.reached, key=self._lateness, default=None)
        while node is not None:
            if node in self.work:
                chain.append(node)
            node = max(self.rests_on[node], key=self._lateness, default=None)
        return chain[::-1]

    def _lateness(self, node: Node) -> tuple[int, int]:
        return self.costs[node], self.rank[node]

    def _step(self, node: Node) -> PlannedStep:
        graph, costs = self.on.graph, self.costs
        could = max([costs[before] for before in self.rests_on[node]])
        begin, begin_by = self.work[node].first_begin(could), self.begin_by[node]
        return PlannedStep(
            graph.ids[node],
            graph.services[node],
            self.on.footing.steps[node],
            _day(begin_by),
            _day(self.deadlines[node]),
            _day(begin),
            _day(costs[node]),
            None if begin_by == TOO_LATE or begin == NEVER else begin_by - begin,
            node in self.critical,
            self._after(node),
        )

    def _after(self, node: Node) -> tuple[str, ...]:
        """The work directly before a node, seen through what only gives order; each once."""
        found = self.seen_through.get(node)
        if found is None:
            rests_on = self.rests_on
            before = direct = rests_on[node]
            if len(before) > 1:
                implied = {inner for outer in before for inner in rests_on[outer]}
                direct = tuple([other for other in before if other not in implied])
            ids = [id_ for other in direct for id_ in self._work_at(other)]
            found = self.seen_through[node] = tuple(dict.fromkeys(ids))
        return found

    def _work_at(self, node: Node) -> tuple[str, ...]:
        return (self.on.graph.ids[node],) if node in self.work else self._after(node)


def _day(ordinal: int) -> date | None:
    """None for NEVER and TOO_LATE."""
    return date.fromordinal(ordinal) if TOO_LATE < ordinal < NEVER else None
