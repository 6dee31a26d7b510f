"""What a stop means to whoever waits for a step: the one day that decides for a whole season."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.calendar import Stop
from generator.model.catalogue import Catalogue
from generator.model.lead_time import Duration
from generator.model.step import Step
from generator.plan.stops import Period, hits
from generator.plan.timing import Task, finish, first_begin, latest_begin
from generator.plan.today import countable

_DAY = timedelta(days=1)
_TWO_YEARS = timedelta(days=2 * 366)


@dataclass(frozen=True, slots=True)
class StopRule:
    """What must be ready on any day from first to last must have been begun by one and the same."""

    first: date
    last: date
    begin_by: date


def stop_rules(catalogue: Catalogue, step: Step, stop: Stop, as_of: date) -> list[StopRule]:
    """For the next two times that the stop comes, the present one included."""
    stops = [catalogue.stops[id_] for id_ in step.stop if id_ in catalogue.stops]
    task = Task(step.time.duration or Duration(0), stops)
    periods = sorted(hits([stop], as_of, as_of + _TWO_YEARS))[:2]
    return [rule for each in periods if countable(each.last) for rule in _rule(each, task)]


def _rule(period: Period, task: Task) -> Iterator[StopRule]:
    again = first_begin(period.last + _DAY, task)
    ready = finish(again, task) if again else None
    begin_by = latest_begin(period.last, task)
    if ready and begin_by:
        yield StopRule(period.first, ready - _DAY, begin_by)
