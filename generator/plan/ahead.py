"""How long before the start each step must begin, whichever day that is and stops apart.

From Midsummer to All Saints' there is no holiday: starts in October show what a way takes in
itself, and the other starts of the year show how many days holidays add.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from operator import sub
from typing import Final

from generator.model.catalogue import Catalogue
from generator.model.lead_time import Duration
from generator.model.outline import outline
from generator.model.profile import Profile, must_have
from generator.model.step import Choice
from generator.plan.ground import ground
from generator.plan.plan import Plan, Question
from generator.plan.planning import make_plan, plan_on
from generator.plan.related import Related
from generator.plan.timing import Task, latest_begin
from generator.plan.working_days import is_working_day

_YEAR: Final = 365
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Ahead:
    days: int
    """Calendar days before the start, on whatever day of the week that is."""
    in_doubt: bool
    """Whether somebody is waited for, from the step to the start, for nobody knows how long."""


@dataclass(frozen=True, slots=True)
class Aheads:
    steps: Mapping[str, Ahead]
    """Of the default way, and of each other option as if it alone were taken instead."""
    holidays: int
    """How many days more the default way can take where holidays come in between."""


def ahead(catalogue: Catalogue, profile: Profile, as_of: date) -> Aheads:
    """Good for starts within a year from the day."""
    plan = make_plan(catalogue, Question(profile=profile, start=as_of, today=as_of))
    october = _working_days(date(as_of.year, 10, 18), _WEEK)
    found: dict[str, Ahead] = {}
    for each in [plan, *_otherwise(catalogue, plan)]:
        days, doubts = _days(each, october), _doubts(each)
        for id_, number in days.items():
            found.setdefault(id_, Ahead(number, id_ in doubts))
    longest = _days(plan, _working_days(as_of, _YEAR))
    more = (number - found[id_].days for id_, number in longest.items())
    return Aheads(found, max(more, default=0))


def _otherwise(catalogue: Catalogue, plan: Plan) -> Iterator[Plan]:
    """The plans in which one choice is made otherwise, as far as that makes a difference."""
    related = Related(catalogue, must_have(catalogue, plan.question.profile))
    for choice_id, taken in plan.chosen.items():
        service = catalogue.services[choice_id.partition("/")[0]]
        choice = next(spot.item for spot in outline(service) if spot.id == choice_id)
        options = choice.options if isinstance(choice, Choice) else ()
        others = [option.id for option in options if option.id != taken]
        if others:
            part = ground(related.to(service.id), plan.question.profile)
            for other in others:
                yield plan_on(part, replace(plan.question, options={choice_id: other}))


def _days(plan: Plan, starts: Iterable[date]) -> dict[str, int]:
    """By the plan's own way back, for all the starts at once: the most that it is for any.

    One start at least.
    """
    given = [start.toordinal() for start in starts]
    due = [*map(_begins(Duration(0)).__getitem__, given)]
    deadlines: dict[str, list[int]] = {}
    longest: dict[str, int] = {}
    for step in reversed(plan.steps):
        begins = deadlines.pop(step.id, due)
        duration = step.lead_time.duration
        if duration and duration.days:  # else it begins on the working day on which it must be done
            begins = [*map(_begins(duration).__getitem__, begins)]
        longest[step.id] = max(map(sub, given, begins))
        for before in step.after:
            known = deadlines.get(before, begins)
            deadlines[before] = begins if known is begins else [*map(min, known, begins)]
    return longest


class _Begins(dict[int, int]):
    """For a deadline the last day to begin, both as ordinals."""

    def __init__(self, duration: Duration) -> None:
        super().__init__()
        self.task = Task(duration)

    def __missing__(self, deadline: int) -> int:
        begin = latest_begin(date.fromordinal(deadline), self.task) or date.min
        self[deadline] = begin.toordinal()
        return self[deadline]


_begins: Final = cache(_Begins)
"""Lead times are few and so are days: a year's starts are counted back by looking up."""


def _doubts(plan: Plan) -> set[str]:
    doubts: set[str] = set()
    for step in reversed(plan.steps):
        if step.lead_time.duration is None:
            doubts.add(step.id)
        if step.id in doubts:
            doubts.update(step.after)
    return doubts


def _working_days(first: date, within: int) -> list[date]:
    days = (first + timedelta(days=number) for number in range(within))
    return [day for day in days if is_working_day(day)]
