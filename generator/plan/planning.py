"""From a question to a plan: choose the way, go forwards from today and back from the start."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import count
from typing import Final

from generator.chains.graph import Node
from generator.model.catalogue import Catalogue
from generator.plan.ground import Ground, ground
from generator.plan.plan import Plan, PlannedStep, Question, Verdict
from generator.plan.selection import Selection, select
from generator.plan.timetable import NEVER, TOO_LATE

_DAYS: Final = 4_096
"""Of eleven years. The steps of a plan share theirs, and most of their days."""


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
        times = selection.footing.times
        self.work = {node: times[node] for node in selection.work}
        self.begin_by: dict[Node, int] = {}
        """For each piece of work the last day to begin, what was met last first."""
        self.deadlines = self._deadlines()
        self.chain = self._deciding_chain()

    def plan(self) -> Plan:
        costs = self.costs
        ready = max((costs[goal] for goal in self.on.reached), default=self._today)
        missing = tuple(id_ for id_, goal in self.on.footing.goals.items() if goal not in costs)
        in_order = [*reversed(self.begin_by)]  # what can be done first first, which settles ties
        in_order.sort(key=self.begin_by.__getitem__)
        steps = dict(zip(in_order, self._steps(in_order), strict=True))
        in_doubt = self.on.footing.unknown
        unknown = tuple([self.on.graph.ids[node] for node in in_order if node in in_doubt])
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

    def _deadlines(self) -> list[int]:
        """The last day on which each node must be met; TOO_LATE when no day is early enough."""
        deadlines = [self.question.start.toordinal()] * len(self.rests_on)
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
        costs, chain = self.costs, list[Node]()
        rank = dict(zip(costs, count()))

        def lateness(node: Node) -> tuple[int, int]:
            return costs[node], rank[node]

        node = max(self.on.reached, key=lateness, default=None)
        while node is not None:
            if node in self.work:
                chain.append(node)
            node = max(self.rests_on[node], key=lateness, default=None)
        return chain[::-1]

    def _steps(self, nodes: Sequence[Node]) -> Iterator[PlannedStep]:
        """Column by column, which is done in C: row by row took a fifth longer in all."""
        graph, critical, could = self.on.graph, frozenset(self.chain), self.on.way.could_begin
        work, begin_by = self.work, [*map(self.begin_by.__getitem__, nodes)]
        begin = [work[node].first_begin(could[node]) for node in nodes]
        slack = [
            None if last == TOO_LATE or first == NEVER else last - first
            for first, last in zip(begin, begin_by, strict=True)
        ]
        columns = (
            map(graph.ids.__getitem__, nodes),
            map(graph.services.__getitem__, nodes),
            map(self.on.footing.steps.__getitem__, nodes),
            map(_day, begin_by),
            map(_day, map(self.deadlines.__getitem__, nodes)),
            map(_day, begin),
            map(_day, map(self.costs.__getitem__, nodes)),
            slack,
            map(critical.__contains__, nodes),
            map(self._after().__getitem__, nodes),
        )
        return map(partial(tuple.__new__, PlannedStep), zip(*columns, strict=True))

    def _after(self) -> dict[Node, tuple[str, ...]]:
        """The work directly before each piece, seen through what only gives order; each once."""
        found: dict[Node, tuple[str, ...]] = {}
        ids, work, rests_on = self.on.graph.ids, self.work, self.rests_on
        seen: list[tuple[str, ...]] = [()] * len(rests_on)
        """What is directly before whatever rests on the node alone."""
        for node in self.costs:  # each was met after what it rests on
            direct = rests_on[node]
            before: tuple[str, ...] = ()
            if len(direct) == 1:
                before = seen[direct[0]]
            elif direct:
                before = _joined(direct, rests_on, seen)
            if node in work:
                found[node], before = before, (ids[node],)
            seen[node] = before
        return found


def _joined(
    direct: tuple[Node, ...], rests_on: Sequence[tuple[Node, ...]], seen: Sequence[tuple[str, ...]]
) -> tuple[str, ...]:
    """What is before some nodes, but for those that others of them rest on."""
    first, second, *others = direct
    if not seen[first]:
        if not others:
            return seen[second]
        direct = direct[1:]
    elif not others and first in rests_on[second]:
        return seen[second]  # a list's beginning and the step before, as most steps have
    implied = set().union(*map(rests_on.__getitem__, direct))
    left = [seen[other] for other in direct if other not in implied]
    if len(left) == 1:
        return left[0]
    return tuple(dict.fromkeys([id_ for before in left for id_ in before]))


@lru_cache(maxsize=_DAYS)
def _day(ordinal: int) -> date | None:
    """None for NEVER and TOO_LATE."""
    return date.fromordinal(ordinal) if TOO_LATE < ordinal < NEVER else None
