"""What a unit asks and what it is told: the values. `generator.plan.planning` works them out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.model.lead_time import LeadTime
from generator.model.profile import Profile
from generator.model.step import Step


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """All dates are days in the guide's time zone."""

    profile: Profile
    start: date
    """The day on which everything must be ready."""
    today: date
    """The first day on which anything can be begun."""
    extra: tuple[str, ...] = ()
    """Ids of services wanted beside those that the profile must have."""
    options: Mapping[str, str] = field(default_factory=dict)
    """For a choice's id, `service/choice`, the id of the option that the unit has decided on."""
    done: frozenset[str] = frozenset()
    """Ids of steps that are done."""


class Verdict(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    """It fits so far as lead times are known; some are not."""


class PlannedStep(NamedTuple):
    id: str
    service: str
    step: Step
    order_by: date | None
    """The last day to begin so that all is ready in time; None if no day is early enough."""
    ready_by: date | None
    """The last day to be done: what rests on it begins then, or the unit starts. None as above."""
    earliest_begin: date | None
    """The first day it can begin, all before it begun as soon as can be; None if never."""
    earliest_ready: date | None
    slack_days: int | None
    """Calendar days from the earliest begin to the last; negative when it is too late."""
    critical: bool
    """On the chain that decides the earliest possible start."""
    after: tuple[str, ...]
    """Ids of the steps that it directly waits for."""

    @property
    def lead_time(self) -> LeadTime:
        return self.step.time


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    question: Question
    verdict: Verdict
    earliest_start: date | None
    """The first day on which everything can be ready, unknown lead times taken as none."""
    unknown: tuple[str, ...]
    """Ids of the steps whose lead time nobody knows."""
    chosen: Mapping[str, str]
    """For each choice on the way, the option taken."""
    chain: tuple[PlannedStep, ...]
    """What decides the earliest start, first thing first."""
    steps: tuple[PlannedStep, ...]
    """By the last day to begin; on one day, in an order in which they can be done."""
    out_of_reach: tuple[str, ...]
    """Ids of wanted services that cannot be obtained at all."""

    @property
    def in_doubt(self) -> frozenset[str]:
        """Ids of the steps whose last day leans on an unknown lead time, their own or a later one.

        The day holds only if that takes no time: whoever can should begin earlier.
        """
        before = {step.id: step.after for step in self.steps}
        found, open_ids = set(self.unknown), list(self.unknown)
        while open_ids:
            fresh = [id_ for id_ in before[open_ids.pop()] if id_ not in found]
            found.update(fresh)
            open_ids += fresh
        return frozenset(found)

    @property
    def total_days(self) -> int | None:
        """Calendar days from today until everything can be ready."""
        if self.earliest_start is None:
            return None
        return (self.earliest_start - self.question.today).days
