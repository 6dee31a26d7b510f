"""How long before the start each thing is begun, and what a stop does to that, in words.

So a reader without a script, or with a sheet of paper, can count back from the own start.
"""

from collections.abc import Mapping

from generator.model.lead_time import Duration
from generator.model.profile import everyone
from generator.model.record import record
from generator.model.step import UNIT, Step
from generator.plan import ahead as counting
from generator.plan.ahead import Ahead
from generator.plan.stop_rule import StopRule, stop_rules
from generator.views import words
from generator.views.site import Site, once


@record(frozen=True, kw_only=True, slots=True)
class AheadView:
    steps: Mapping[str, str]
    """For a step's id, when it must begin."""
    holidays: str | None
    """How many days holidays may add."""


@record(frozen=True, kw_only=True, slots=True)
class StopRuleView:
    """«Ska det vara klart 1 juni–15 augusti 2027: VGR IT ska ha er beställning senast …»."""

    first: str
    last: str
    who: str
    begin_by: str
    over: bool


def ahead(site: Site, model: str) -> AheadView:
    steps, holidays = site.recall(f"ahead/{model}", lambda: _ahead(site, model))
    return AheadView(
        steps=steps, holidays=words.counted(holidays, "dag", "dagar") if holidays else None
    )


def _ahead(site: Site, model: str) -> tuple[dict[str, str], int]:
    """For each step when it must begin; and how many days holidays may add."""
    found = counting.ahead(site.catalogue, everyone(site.catalogue, model), site.as_of)
    graph = site.graph(model)
    own = {graph.ids[node] for node, item in graph.items.items() if _is_own(item)}
    steps = {id_: _begins(each, own=id_ in own) for id_, each in found.steps.items()}
    return steps, found.holidays


@once
def rules_of_stops(site: Site, *models: str) -> Mapping[str, tuple[StopRuleView, ...]]:
    """For a stop's id, the rule of each kind of work that it holds up for the models."""
    found: dict[str, dict[StopRuleView, None]] = {}
    steps = [item for item in site.graph(*models).items.values() if isinstance(item, Step)]
    kinds = {(step.actor, step.time.duration, step.stop): step for step in steps}
    for step, id_ in [(kind, id_) for kind in kinds.values() for id_ in kind.stop]:
        rules = stop_rules(site.catalogue, step, site.catalogue.stops[id_], site.as_of)
        views = dict.fromkeys(_rule(site, step, rule) for rule in rules)
        found.setdefault(id_, {}).update(views)
    return {id_: tuple(views) for id_, views in found.items()}


def _begins(each: Ahead, *, own: bool) -> str:
    days = words.duration(Duration(each.days))
    if each.days and each.in_doubt:
        told = f"minst {days} före start, plus okänd väntan"
    elif each.days:
        told = f"senast {days} före start"
    elif each.in_doubt:
        told = "så tidigt det går, för väntan är okänd"
    else:
        return "Senast på startdagen"
    return f"Börja {told}" if own else f"Börjar {told}"


def _is_own(item: object) -> bool:
    return isinstance(item, Step) and item.actor == UNIT


def _rule(site: Site, step: Step, rule: StopRule) -> StopRuleView:
    same_year = rule.first.year == rule.last.year
    return StopRuleView(
        first=words.day(rule.first, year=not same_year),
        last=words.day(rule.last),
        who=words.actor(site.catalogue, step.actor),
        begin_by=words.weekday(rule.begin_by),
        over=rule.begin_by < site.as_of,
    )
