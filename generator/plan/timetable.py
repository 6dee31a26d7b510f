"""What is asked of one kind of task again and again, worked out once.

Most steps share a lead time and stops, and what a plan asks about falls on few days: at 2,500
services a plan asks 8,000 times for 700 answers, and takes a third of the time.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from generator.chains.graph import Node
from generator.model.catalogue import Catalogue
from generator.model.lead_time import Duration
from generator.model.step import Step
from generator.plan.timing import Task, finish, first_begin, latest_begin

NEVER = date.max.toordinal()
"""The ordinal of the day on which what is never done is done."""

_NO_TIME = Duration(0)


class Timetable:
    """The answers of `generator.plan.timing` for one task."""

    def __init__(self, task: Task) -> None:
        self._task: Final = task
        self._begins: dict[int, date | None] = {}
        self._ready: dict[int, int] = {NEVER: NEVER}
        self._latest: dict[date, date | None] = {}

    def first_begin(self, ready: int) -> date | None:
        """The first begin from the day of an ordinal on; None if never."""
        if ready not in self._begins:
            day = None if ready >= NEVER else first_begin(date.fromordinal(ready), self._task)
            self._begins[ready] = day
        return self._begins[ready]

    def ready(self, ready: int) -> int:
        """The ordinal of the day it is done, begun as soon as it can be; NEVER if it is not."""
        found = self._ready.get(ready)
        if found is None:
            begin = self.first_begin(ready)
            done = finish(begin, self._task) if begin is not None else None
            found = self._ready[ready] = done.toordinal() if done is not None else NEVER
        return found

    def latest_begin(self, deadline: date) -> date | None:
        if deadline not in self._latest:
            self._latest[deadline] = latest_begin(deadline, self._task)
        return self._latest[deadline]


def timetables(catalogue: Catalogue, steps: Mapping[Node, Step]) -> dict[Node, Timetable]:
    """For each step, its kind's. An unknown lead time counts as none."""
    kinds: dict[tuple[Duration, tuple[str, ...]], Timetable] = {}
    found: dict[Node, Timetable] = {}
    for node, step in steps.items():
        kind = step.time.duration or _NO_TIME, step.stop
        if kind not in kinds:
            stops = [catalogue.stops[id_] for id_ in step.stop if id_ in catalogue.stops]
            kinds[kind] = Timetable(Task(kind[0], stops))
        found[node] = kinds[kind]
    return found
