"""How long before the start each step begins, and what a stop makes of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from generator.model.catalogue import Catalogue
from generator.model.lead_time import Duration
from generator.model.outline import outline
from generator.model.profile import Profile, everyone
from generator.model.step import Choice, Step
from generator.plan.ahead import Ahead, Aheads, _days, _doubts, _working_days, ahead
from generator.plan.plan import Plan, Question
from generator.plan.planning import make_plan
from generator.plan.related import Related
from generator.plan.stop_rule import stop_rules
from generator.plan.timing import Task, latest_begin
from tests.pages.rendered import AS_OF, real
from tests.plan.small import ALONE, catalogue_of, plan_of
from tests.plan.worlds import World, worlds

DAY = timedelta(days=1)


@pytest.mark.parametrize("model", ["primarvard", "rehab"])
def test_the_days_are_the_plan_s_own_without_stops(model: str) -> None:
    catalogue = replace(real().catalogue, stops={})
    profile = everyone(catalogue, model)
    found = ahead(catalogue, profile, AS_OF)
    for start in (date(2027, 9, 15), date(2027, 10, 4), date(2027, 4, 1), date(2027, 1, 8)):
        plan = make_plan(catalogue, Question(profile=profile, start=start, today=AS_OF))
        for step in plan.steps:
            assert step.order_by is not None
            days = (start - step.order_by).days
            assert days <= found.steps[step.id].days + found.holidays
            assert start.month < 9 or days == found.steps[step.id].days


def test_an_option_that_is_not_taken_has_its_days_too() -> None:
    found = ahead(real().catalogue, everyone(real().catalogue, "rehab"), AS_OF)
    assert found.steps["sjunet/extern/bestall"].days == 21
    assert found.steps["sjunet/egen/bestall"].days == 112
    assert found.steps["sjunet/egen/bestall"].in_doubt


def test_a_wait_that_nobody_knows_puts_all_before_it_in_doubt() -> None:
    found = ahead(real().catalogue, everyone(real().catalogue, "rehab"), AS_OF).steps
    assert found["journalsystem/fraga"].in_doubt
    assert not found["filleverans/forsta-filen"].in_doubt
    assert not found["mina-vardkontakter/aktivera"].in_doubt


def opened() -> Step:
    service = real().catalogue.services["tillgang-vgr"]
    return next(item for item in service.steps if isinstance(item, Step) and item.stop)


def test_the_summer_stop_has_one_day_in_may() -> None:
    catalogue, step = real().catalogue, opened()
    stop = catalogue.stops["vgr-sommarstopp"]
    rules = stop_rules(catalogue, step, stop, AS_OF)
    assert [(r.first, r.last, r.begin_by) for r in rules] == [
        (date(2027, 6, 1), date(2027, 8, 15), date(2027, 5, 17)),
        (date(2028, 6, 1), date(2028, 8, 14), date(2028, 5, 17)),
    ]
    duration = step.time.duration
    assert duration is not None
    task = Task(duration, [stop])
    for rule in rules:
        assert latest_begin(rule.first, task) == latest_begin(rule.last, task) == rule.begin_by
        assert (latest_begin(rule.last + DAY, task) or date.min) > rule.begin_by


@given(worlds())
def test_another_option_is_planned_in_its_part_as_in_the_whole(world: World) -> None:
    asked = (world.catalogue, world.question.profile, world.question.start)
    in_part = ahead(*asked)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Related, "to", lambda related, _: related.catalogue)
        assert in_part == ahead(*asked)


@given(worlds())
def test_what_another_option_adds_is_told_as_by_its_whole_plan(world: World) -> None:
    asked = (world.catalogue, world.question.profile, world.question.start)
    assert ahead(*asked).steps == plan_by_plan(*asked)


@pytest.mark.parametrize("model", ["primarvard", "rehab"])
def test_what_the_guide_s_other_options_add_is_told_as_by_their_plans(model: str) -> None:
    asked = (real().catalogue, everyone(real().catalogue, model), AS_OF)
    assert ahead(*asked).steps == plan_by_plan(*asked)


def plan_by_plan(catalogue: Catalogue, profile: Profile, as_of: date) -> dict[str, Ahead]:
    october = _working_days(date(as_of.year, 10, 18), 7)
    question = Question(profile=profile, start=as_of, today=as_of)
    plan = make_plan(catalogue, question)
    others = (
        make_plan(catalogue, replace(question, options={choice: option.id}))
        for choice, taken in plan.chosen.items()
        for service in catalogue.services.values()
        for spot in outline(service)
        if spot.id == choice and isinstance(spot.item, Choice)
        for option in spot.item.options
        if option.id != taken
    )
    found: dict[str, Ahead] = {}
    for each in (plan, *others):
        days, doubts = _days(each, october), _doubts(each)
        for id_, number in days.items():
            found.setdefault(id_, Ahead(number, id_ in doubts))
    return found


@given(worlds())
def test_a_year_s_starts_are_counted_back_as_one_by_one(world: World) -> None:
    first = world.question.start
    starts = [first + timedelta(days=number) for number in range(0, 30, 3)]
    assert _days(world.plan, starts) == one_by_one(world.plan, starts)


WAYS = """
services:
  kort:
    name: Kort
    summary: Kort.
    source: seed
    obligation: {pv: mandatory}
    steps:
      - {id: bestall, title: Beställ, lead_time: 2wd}
  natet:
    name: Nätet
    summary: Nätet.
    source: seed
    obligation: {pv: mandatory}
    steps:
      - choose: vag
        title: Välj väg
        options:
          - id: egen
            title: Egen
            steps:
              - choose: hur
                title: Välj hur
                options:
                  - {id: brev, title: Brev, steps: [{id: a, title: A, lead_time: 4wd}]}
                  - {id: bud, title: Bud, steps: [{id: b, title: B, lead_time: 5wd}]}
          - {id: kopt, title: Köpt, steps: [{id: c, title: C, lead_time: 10wd}]}
      - {id: klar, title: Klar, lead_time: 6d, prerequisites: [kort/bestall]}
      - {id: sen, title: Sen, lead_time: 4wd, prerequisites: [kort/bestall], after: []}
"""


def test_each_option_at_whatever_depth_has_its_days_and_holidays_add_to_the_longest() -> None:
    catalogue = catalogue_of(WAYS)
    found = ahead(catalogue, ALONE, date(2027, 2, 1))
    assert {id_: each.days for id_, each in found.steps.items()} == {
        "natet/klar": 7,
        "natet/sen": 6,
        "kort/bestall": 10,
        "natet/egen/brev/a": 12,
        "natet/egen/bud/b": 14,
        "natet/kopt/c": 21,
    }
    assert found.holidays == 3
    assert ahead(catalogue, ALONE, date(2028, 2, 1)).holidays == 5


def test_where_nothing_is_to_be_done_no_holiday_adds_anything() -> None:
    others = catalogue_of(WAYS.replace("pv:", "rehab:"))
    assert ahead(others, ALONE, date(2027, 2, 1)) == Aheads({}, 0)


def test_what_must_be_done_first_is_counted_from_the_longer_way_of_the_day() -> None:
    plan = plan_of(catalogue_of(WAYS), "2027-02-01", "2027-03-05")
    for start in (
        date(2027, 3, 5),
        date(2027, 12, 27),
    ):  # six days are more, then four working days
        assert _days(plan, [start]) == one_by_one(plan, [start])


def one_by_one(plan: Plan, starts: list[date]) -> dict[str, int]:
    tasks = {step.id: Task(step.lead_time.duration or Duration(0)) for step in plan.steps}
    longest = dict.fromkeys(tasks, 0)
    for start in starts:
        deadlines: dict[str, date] = {}
        for step in reversed(plan.steps):
            begin = latest_begin(deadlines.get(step.id, start), tasks[step.id]) or date.min
            longest[step.id] = max(longest[step.id], (start - begin).days)
            for before in step.after:
                deadlines[before] = min(begin, deadlines.get(before, start))
    return longest
