"""The same question with another option taken: what each choice costs and what would help."""

from dataclasses import dataclass, replace
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.model.step import Choice, Option
from generator.plan.ground import Ground, ground
from generator.plan.plan import Plan, Verdict
from generator.plan.planning import plan_on


@dataclass(frozen=True, kw_only=True, slots=True)
class Alternative:
    """One option of a choice on the plan's way."""

    choice: str
    option: str
    taken: bool
    verdict: Verdict
    unknown: int
    """How many lead times on the way nobody knows; they count as none."""
    earliest_start: date | None
    total_days: int | None
    """Calendar days from today until everything can be ready."""
    days_earlier: int | None
    """How much earlier everything can be ready than in the plan; negative if later."""
    order_by: date | None
    """The last day to begin the first thing."""
    more_steps: tuple[str, ...]
    """Ids of steps that the plan itself does not have."""
    fewer_steps: tuple[str, ...]
    """Ids of the plan's steps that fall away."""


def alternatives(catalogue: Catalogue, plan: Plan) -> tuple[Alternative, ...]:
    """Every option of every choice on the way that exists for the profile and can be obtained."""
    found = []
    on = ground(catalogue, plan.question.profile)
    for choice_id, taken in plan.chosen.items():
        for option in _options(catalogue, choice_id):
            if not plan.question.profile.has(option):
                continue
            other = plan if option.id == taken else _with(on, plan, choice_id, option.id)
            if other.chosen.get(choice_id) == option.id:
                found.append(_compare(plan, other, choice_id, option.id))
    return tuple(found)


def _options(catalogue: Catalogue, choice_id: str) -> tuple[Option, ...]:
    service = catalogue.services[choice_id.partition("/")[0]]
    for spot in outline(service):
        if spot.id == choice_id and isinstance(spot.item, Choice):
            return spot.item.options
    return ()


def _with(on: Ground, plan: Plan, choice: str, option: str) -> Plan:
    options = {**plan.question.options, choice: option}
    return plan_on(on, replace(plan.question, options=options))


def _compare(plan: Plan, other: Plan, choice: str, option: str) -> Alternative:
    own, others = [s.id for s in plan.steps], [s.id for s in other.steps]
    return Alternative(
        choice=choice,
        option=option,
        taken=plan.chosen.get(choice) == option,
        verdict=other.verdict,
        unknown=len(other.unknown),
        earliest_start=other.earliest_start,
        total_days=other.total_days,
        days_earlier=_days(other.earliest_start, plan.earliest_start),
        order_by=other.steps[0].order_by if other.steps else None,
        more_steps=tuple(id_ for id_ in others if id_ not in own),
        fewer_steps=tuple(id_ for id_ in own if id_ not in others),
    )


def _days(first: date | None, last: date | None) -> int | None:
    return (last - first).days if first is not None and last is not None else None
