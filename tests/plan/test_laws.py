"""What every plan keeps to, whatever the catalogue and the question (design 3.4)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.chains.always import always_needed
from generator.chains.graph import Gate, Graph, Node, Role
from generator.chains.obtainable import obtainable
from generator.load import load
from generator.model.profile import must_have, profiles
from generator.plan.alternatives import alternatives
from generator.plan.plan import Plan, PlannedStep, Question, Verdict
from generator.plan.planning import make_plan
from generator.plan.reasons import reasons
from generator.plan.timing import finish, first_begin
from tests.plan.worlds import World, harder, worlds

DAY = timedelta(days=1)
NEVER = date.max

law = settings(max_examples=400, deadline=None)


@law
@given(worlds())
def test_a_plan_carried_out_on_its_last_days_meets_the_start(world: World) -> None:
    plan = world.plan
    if not _can_be_carried_out(plan):
        return
    met = _carried_out(world, {step.id: step.order_by or NEVER for step in plan.steps})
    for service in must_have(world.catalogue, world.question.profile):
        if service not in plan.out_of_reach:
            assert met[service] <= plan.question.start


@law
@given(worlds())
def test_a_step_begun_on_its_last_day_is_done_when_the_next_must_begin(world: World) -> None:
    plan = world.plan
    steps = {step.id: step for step in plan.steps}
    for step in plan.steps:
        if step.order_by is None or step.ready_by is None:
            continue
        task = world.task(step.step)
        assert step.order_by == first_begin(step.order_by, task)
        assert (finish(step.order_by, task) or NEVER) <= step.ready_by <= plan.question.start
        for before in step.after:
            assert (steps[before].ready_by or date.min) <= step.order_by


@law
@given(worlds())
def test_one_working_day_later_is_too_late(world: World) -> None:
    plan = world.plan
    if not _can_be_carried_out(plan):
        return
    last = {step.id: step.order_by or NEVER for step in plan.steps}
    for step in plan.steps:
        ready = _forwards(world, plan, {**last, step.id: last[step.id] + DAY})
        assert max(ready.values()) > plan.question.start


@law
@given(worlds(), st.integers(0, 120))
def test_a_later_start_gives_no_earlier_last_day(world: World, days: int) -> None:
    plan = world.plan
    later = world.asking(start=plan.question.start + DAY * days).plan
    assert _way(plan) == _way(later)
    last = {step.id: step.order_by for step in later.steps}
    for step in plan.steps:
        assert (step.order_by or date.min) <= (last[step.id] or date.min)


@law
@given(harder())
def test_a_stop_or_a_longer_lead_time_adds_no_slack(pair: tuple[World, World]) -> None:
    plan, other = (world.plan for world in pair)
    if _way(plan) != _way(other):
        return
    slack = {step.id: _slack(step) for step in plan.steps}
    assert all(_slack(step) <= slack[step.id] for step in other.steps)
    assert (other.earliest_start or NEVER) >= (plan.earliest_start or NEVER)


@law
@given(worlds())
def test_all_is_ready_when_everything_is_begun_as_soon_as_it_can_be(world: World) -> None:
    plan = world.plan
    today = plan.question.today
    ready = _forwards(world, plan, dict.fromkeys([step.id for step in plan.steps], today))
    for step in plan.steps:
        assert ready[step.id] == (step.earliest_ready or NEVER)
        could_begin = max((ready[before] for before in step.after), default=today)
        begin = first_begin(could_begin, world.task(step.step)) if could_begin < NEVER else None
        assert begin == step.earliest_begin
    if not plan.out_of_reach:
        assert max([today, *ready.values()]) == (plan.earliest_start or NEVER)


@law
@given(worlds())
def test_the_earliest_start_can_be_met_and_no_day_before_it(world: World) -> None:
    plan = world.plan
    if plan.out_of_reach or plan.earliest_start is None:
        assert plan.verdict is Verdict.NO
        return
    assert world.asking(start=plan.earliest_start).plan.verdict is not Verdict.NO
    assert world.asking(start=plan.earliest_start - DAY).plan.verdict is Verdict.NO


@law
@given(worlds())
def test_the_verdict_is_no_when_a_step_is_too_late_and_unknown_when_a_time_is(world: World) -> None:
    plan = world.plan
    late = plan.question.today > plan.question.start or any(_slack(s) < 0 for s in plan.steps)
    unknown = [step.id for step in plan.steps if step.lead_time.duration is None]
    if late or plan.out_of_reach:
        assert plan.verdict is Verdict.NO
    else:
        assert plan.verdict is (Verdict.UNKNOWN if unknown else Verdict.YES)
    assert unknown == list(plan.unknown)


@law
@given(worlds())
def test_what_a_service_always_needs_is_in_the_plan(world: World) -> None:
    graph, plan = world.graph, make_plan(world.catalogue, replace(world.question, done=frozenset()))
    work = [node for node, role in enumerate(graph.roles) if role is Role.STEP]
    needed = always_needed(graph, obtainable(graph), [[node] for node in work])
    steps = {step.id for step in plan.steps}
    for service in must_have(world.catalogue, world.question.profile):
        marks = needed.get(graph.numbers[service], 0)
        assert {graph.ids[node] for at, node in enumerate(work) if marks >> at & 1} <= steps


@law
@given(worlds())
def test_the_steps_stand_in_an_order_in_which_they_can_be_done(world: World) -> None:
    plan = world.plan
    done: set[str] = set()
    for step in plan.steps:
        assert done.issuperset(step.after)
        done.add(step.id)
    assert len(done) == len(plan.steps)
    assert done.isdisjoint(plan.question.done)
    last = [step.order_by or date.min for step in plan.steps]
    assert last == sorted(last)


@law
@given(worlds())
def test_the_days_of_the_deciding_chain_add_up(world: World) -> None:
    plan = world.plan
    links = reasons(world.catalogue, plan)
    assert {step.id for step in plan.steps if step.critical} == {step.id for step in plan.chain}
    for before, link in zip(plan.chain, plan.chain[1:], strict=False):
        assert before.id in link.after
    if plan.total_days is not None and not plan.out_of_reach:
        assert list(plan.chain) == [link.step for link in links]
        assert plan.total_days == sum(link.days or 0 for link in links)


@law
@given(worlds())
def test_each_alternative_is_what_the_plan_would_be(world: World) -> None:
    plan = world.plan
    found = alternatives(world.catalogue, plan)
    assert dict(plan.chosen) == {each.choice: each.option for each in found if each.taken}
    for each in found:
        other = plan if each.taken else _deciding(world, each.choice, each.option)
        assert other.chosen[each.choice] == each.option
        assert (each.verdict, each.earliest_start) == (other.verdict, other.earliest_start)
        own, others = ({step.id for step in p.steps} for p in (plan, other))
        assert set(each.more_steps) == others - own
        assert set(each.fewer_steps) == own - others
        assert each.order_by == (other.steps[0].order_by if other.steps else None)
        if plan.total_days is not None and each.total_days is not None:
            assert each.days_earlier == plan.total_days - each.total_days


def test_to_decide_as_the_plan_does_changes_nothing_in_the_real_catalogue() -> None:
    """In made-up worlds it may: where recommendations wait for each other, some must give way."""
    catalogue = load(Path(__file__).parents[2] / "data").catalogue
    for profile in profiles(catalogue):
        question = Question(profile=profile, start=date(2027, 9, 1), today=date(2027, 1, 4))
        plan = make_plan(catalogue, question)
        for choice, option in plan.chosen.items():
            decided = replace(question, options={choice: option})
            assert _way(plan) == _way(make_plan(catalogue, decided))


def _deciding(world: World, choice: str, option: str) -> Plan:
    options = {**world.question.options, choice: option}
    return make_plan(world.catalogue, replace(world.question, options=options))


def _way(plan: Plan) -> tuple[Mapping[str, str], dict[str, tuple[str, ...]]]:
    return plan.chosen, {step.id: step.after for step in plan.steps}


def _slack(step: PlannedStep) -> float:
    """A step that is never done, or for which no day is early enough, is too late by far."""
    return float("-inf") if step.slack_days is None else step.slack_days


def _can_be_carried_out(plan: Plan) -> bool:
    return all(step.order_by is not None for step in plan.steps)


def _forwards(world: World, plan: Plan, not_before: dict[str, date]) -> dict[str, date]:
    """When each step is done, begun as soon as what it waits for is, but not before some day."""
    ready: dict[str, date] = {}
    for step in plan.steps:  # what it waits for stands before it
        day = max([not_before[step.id], *(ready[before] for before in step.after)])
        ready[step.id] = _done(world, step, day)
    return ready


def _done(world: World, step: PlannedStep, day: date) -> date:
    task = world.task(step.step)
    begin = first_begin(day, task) if day < NEVER else None
    return (finish(begin, task) if begin is not None else None) or NEVER


def _carried_out(world: World, begun: dict[str, date]) -> dict[str, date]:
    """When each service is done if just these steps are done, each begun on its day if it may.

    By the graph alone: start with nothing met; a step is done if all it rests on is by its day.
    """
    graph = world.graph
    met: dict[Node, date] = dict.fromkeys(range(len(graph)), NEVER)
    while True:
        again = {node: _met(world, graph, node, met, begun) for node in met}
        if again == met:
            return {graph.ids[n]: day for n, day in met.items() if graph.roles[n] is Role.END}
        met = again


def _met(
    world: World, graph: Graph, node: Node, met: dict[Node, date], begun: dict[str, date]
) -> date:
    id_ = graph.ids[node]
    rests_on = [met[edge.node] for edge in graph.edges[node]]
    if graph.gates[node] is Gate.ANY:
        return min(rests_on, default=NEVER)
    ready = max(rests_on, default=date.min)
    if graph.roles[node] is not Role.STEP:
        return ready
    if id_ in world.question.done:
        return date.min
    begin = begun.get(id_, date.min)
    item = graph.items[node]
    if ready > begin or id_ not in begun:
        return NEVER
    return finish(begin, world.task(item)) or NEVER  # type: ignore[arg-type]
