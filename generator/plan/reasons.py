"""Why the plan says what it says: the chain that decides, link by link."""

from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue
from generator.plan.plan import Plan, PlannedStep
from generator.plan.stops import first_hit


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """One step of the deciding chain."""

    step: PlannedStep
    could_begin: date
    """The day on which everything before it was ready."""
    begins: date | None
    ready: date | None
    stop: str | None
    """The id of the stop that it waits out, if it does."""

    @property
    def days(self) -> int | None:
        """Calendar days from the day it could begin until it is ready."""
        return (self.ready - self.could_begin).days if self.ready is not None else None


def reasons(catalogue: Catalogue, plan: Plan) -> tuple[Link, ...]:
    """The deciding chain; the days of its links add up to the plan's total."""
    links, could_begin = [], plan.question.today
    for step in plan.chain:
        links.append(
            Link(
                step=step,
                could_begin=could_begin,
                begins=step.earliest_begin,
                ready=step.earliest_ready,
                stop=_waited_out(catalogue, step, could_begin),
            )
        )
        if step.earliest_ready is None:
            break
        could_begin = step.earliest_ready
    return tuple(links)


def _waited_out(catalogue: Catalogue, step: PlannedStep, since: date) -> str | None:
    stops = [catalogue.stops[id_] for id_ in step.step.stop if id_ in catalogue.stops]
    period = first_hit(stops, since, step.earliest_ready or since)
    return period.stop if period else None
