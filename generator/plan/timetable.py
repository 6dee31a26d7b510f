"""What is asked of one kind of task again and again, worked out once.

Most steps share a lead time and stops, and what a plan asks about falls on few days: at 2,500
services a plan asks 8,000 times for 700 answers. Days are their ordinals.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Final

from generator.chains.graph import Node
from generator.model.catalogue import Catalogue
from generator.model.lead_time import Duration, Unit
from generator.model.step import Step
from generator.plan.timing import Task, finish, first_begin, latest_begin

NEVER: Final = date.max.toordinal()
"""The ordinal of the day on which what is never done is done."""
TOO_LATE: Final = 0
"""Stands for the last day where no day is early enough: it comes before every day."""

_NO_TIME: Final = Duration(0)
_WORKING: Final = Unit.WORKING_DAYS


class Timetable:
    """The answers of `generator.plan.timing` for one task."""

    def __init__(self, task: Task) -> None:
        self.first_begin: Final = _Ordinals(partial(first_begin, task=task), NEVER).__getitem__
        """The first begin from a day on; NEVER if there is none."""
        self.ready: Final = _Ordinals(partial(_ready, task=task), NEVER).__getitem__
        """The day it is done, begun as soon as it can be from a day on; NEVER if it is not."""
        self.latest_begin: Final = _Ordinals(partial(latest_begin, task=task), TOO_LATE).__getitem__
        """The last begin for a deadline; TOO_LATE if there is none."""


class _Ordinals(dict[int, int]):
    """A function of days, each worked out once; one number stands for no day and for no answer."""

    def __init__(self, find: Callable[[date], date | None], none: int) -> None:
        super().__init__({none: none})
        self.find, self.none = find, none

    def __missing__(self, day: int) -> int:
        answer = self.find(date.fromordinal(day))
        self[day] = found = self.none if answer is None else answer.toordinal()
        return found


def _ready(day: date, task: Task) -> date | None:
    begin = first_begin(day, task)
    return None if begin is None else finish(begin, task)


def timetables(
    catalogue: Catalogue, steps: Mapping[Node, Step]
) -> tuple[dict[Node, Timetable], frozenset[Node]]:
    """For each step, its kind's; and the steps of unknown lead time, which counts as none."""
    kinds: dict[tuple[int, bool, tuple[str, ...]], Timetable] = {}
    found: dict[Node, Timetable] = {}
    unknown: list[Node] = []
    for node, step in steps.items():
        duration = step.time.duration
        if duration is None:
            unknown.append(node)
            duration = _NO_TIME
        kind = duration.days, duration.unit is _WORKING, step.stop
        table = kinds.get(kind)
        if table is None:
            stops = [catalogue.stops[id_] for id_ in step.stop if id_ in catalogue.stops]
            table = kinds[kind] = Timetable(Task(duration, stops))
        found[node] = table
    return found, frozenset(unknown)
