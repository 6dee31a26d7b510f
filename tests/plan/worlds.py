"""Random small catalogues with lead times, stops and choices, and questions about them.

Each is thrown from one string of bytes: a hundred draws would cost ten times as much, and bytes
shrink as well, since the first of the things to pick from is the plainest.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from generator.chains.graph import Graph, build
from generator.model.calendar import Stop
from generator.model.catalogue import Catalogue
from generator.model.entry import ID_KEY
from generator.model.guide import CareModel, Guide, Operator
from generator.model.lead_time import Duration, LeadTime
from generator.model.profile import Profile
from generator.model.service import Service
from generator.model.step import Item, Option, Step
from generator.plan.plan import Plan, Question
from generator.plan.planning import make_plan
from generator.plan.timing import Task

MODELS, OPERATORS = ("m1", "m2"), ("o1", "o2")
SERVICES = ("a", "b", "c", "d")
STOPS = ("first", "second")
INSIDE = ("s0", "s1", "val", "o0", "o0/s0", "o1/s0")
"""What a service may hold, as references have it."""

T = TypeVar("T")


@dataclass(frozen=True)
class World:
    catalogue: Catalogue
    question: Question

    @property
    def plan(self) -> Plan:
        return make_plan(self.catalogue, self.question)

    @property
    def graph(self) -> Graph:
        return build(self.catalogue, self.question.profile)

    def task(self, step: Step) -> Task:
        stops = [self.catalogue.stops[id_] for id_ in step.stop]
        return Task(step.time.duration or Duration(0), stops)

    def asking(self, *, start: date) -> "World":
        return replace(self, question=replace(self.question, start=start))


def worlds() -> st.SearchStrategy[World]:
    return st.binary(min_size=300, max_size=300).map(lambda thrown: _world(_Dice(thrown)))


def harder() -> st.SearchStrategy[tuple[World, World]]:
    """A world, and the same with more stops on a step or a longer lead time."""
    return st.builds(
        lambda world, thrown: (world, _harder(world, _Dice(thrown))),
        worlds(),
        st.binary(min_size=9, max_size=9),
    )


class _Dice:
    def __init__(self, thrown: bytes) -> None:
        self._left = iter(thrown)

    def number(self, most: int) -> int:
        return (next(self._left, 0) * 256 + next(self._left, 0)) % (most + 1)

    def one_in(self, many: int) -> bool:
        return self.number(many - 1) == many - 1

    def pick(self, *of: T) -> T:
        return of[next(self._left, 0) % len(of)]


def _world(dice: _Dice) -> World:
    question = _question(dice)
    catalogue = Catalogue(
        guide=Guide(title="g", publisher="p"),
        models={m: CareModel.model_validate(_named(m)) for m in MODELS},
        operators={o: Operator.model_validate(_named(o)) for o in OPERATORS},
        stops={id_: _stop(dice, id_) for id_ in STOPS},
        services={id_: _service(dice, id_) for id_ in SERVICES},
    )
    return World(catalogue, question)


def _named(id_: str) -> dict[str, str]:
    return {ID_KEY: id_, "name": id_, "short_name": id_}


def _question(dice: _Dice) -> Question:
    today = date(2026, 1, 1) + timedelta(dice.number(1400))
    models = dice.pick(MODELS, MODELS[:1], MODELS[1:])
    return Question(
        profile=Profile(frozenset(models), frozenset({dice.pick(*OPERATORS)})),
        start=today + timedelta(dice.number(320) - 20),
        today=today,
        extra=dice.pick((), SERVICES[-1:]),
        options={f"{id_}/val": f"o{dice.number(2)}" for id_ in dice.pick((), ("b",), SERVICES)},
        done=dice.pick(frozenset(), frozenset({"a/s1"}), frozenset({"b/o0/s0"})),
    )


def _stop(dice: _Dice, id_: str) -> Stop:
    first = date(2026, 1, 1) + timedelta(dice.number(1400))
    last = first + timedelta(dice.number(75))
    form = dice.pick("%m-%d", "%Y-%m-%d")
    days = {"from": first.strftime(form), "to": last.strftime(form)}
    if dice.one_in(20):
        days = {"from": "01-01", "to": "12-31"}
    rest = {"title": id_, "organisation": "o", "text": id_, "source": "seed"}
    return Stop.model_validate({ID_KEY: id_, **days, **rest})


def _service(dice: _Dice, id_: str) -> Service:
    steps = [_step(dice, id_, f"s{number}") for number in range(dice.pick(1, 2))]
    if dice.one_in(2):
        steps.insert(dice.pick(0, 1), _choice(dice, id_))
    return Service.model_validate(
        {
            ID_KEY: id_,
            "name": id_,
            "summary": id_,
            "source": "seed",
            "obligation": dict.fromkeys(
                dice.pick(MODELS, MODELS[:1]), dice.pick("mandatory", "mandatory", "optional")
            ),
            "prerequisites": _needs(dice, id_),
            "steps": steps,
        }
    )


def _step(dice: _Dice, service: str, id_: str) -> dict[str, Any]:
    days = dice.number(30)
    step: dict[str, Any] = {
        "id": id_,
        "title": id_,
        "lead_time": dice.pick(f"{days}d", f"{days}wd", f"{days}d", f"{days}wd", "unknown"),
        "stop": dice.pick([], [], STOPS[:1], STOPS),
        "prerequisites": _needs(dice, service),
        "optional": dice.pick("false", "false", "false", "true"),
        **_limits(dice),
    }
    if dice.one_in(3):
        step["after"] = dice.pick([], ["s0"], ["val", "s0"])
    return step


def _choice(dice: _Dice, service: str) -> dict[str, Any]:
    options = [
        {
            "id": f"o{number}",
            "title": "o",
            "recommended": dice.pick("false", "true"),
            "prerequisites": _needs(dice, service),
            "steps": [_step(dice, service, f"s{n}") for n in range(dice.pick(1, 2, 0))],
            **_limits(dice),
        }
        for number in range(dice.pick(2, 3))
    ]
    return {"choose": "val", "title": "v", "options": options}


def _limits(dice: _Dice) -> dict[str, Any]:
    return dice.pick(*[{}] * 9, {"models": ["m1"]}, {"models": ["m2"]}, {"operators": ["o2"]})


def _needs(dice: _Dice, service: str) -> list[Any]:
    return [_need(dice, service) for _ in range(dice.pick(0, 0, 1, 1, 2))]


def _need(dice: _Dice, service: str) -> Any:
    kind = dice.pick("bare", "bare", "bare", "any", "all")
    if kind == "bare":
        return {"need": _target(dice, service), **_limits(dice)}
    return {kind: [_target(dice, service) for _ in range(2)]}


def _target(dice: _Dice, service: str) -> str:
    """Most often in a service that is written before, so that there are not only loops."""
    before = SERVICES[: SERVICES.index(service)]
    target = dice.pick(*(before or ["nowhere"]) * 20, *SERVICES)
    inside = dice.pick(*[""] * 4, *INSIDE)
    return f"{target}/{inside}" if inside else target


def _harder(world: World, dice: _Dice) -> World:
    id_ = dice.pick(*SERVICES)
    service = world.catalogue.services[id_]
    items = list(service.steps)
    at = dice.pick(*range(len(items)))
    items[at] = _each_step(items[at], lambda step: _harder_step(dice, step))
    services = {**world.catalogue.services, id_: service.model_copy(update={"steps": tuple(items)})}
    return replace(world, catalogue=replace(world.catalogue, services=services))


def _harder_step(dice: _Dice, step: Step) -> Step:
    if dice.one_in(2):
        return step.model_copy(update={"stop": STOPS})
    known = step.time.duration or Duration(0)
    longer = replace(known, days=known.days + dice.number(19) + 1)
    return step.model_copy(update={"lead_time": LeadTime(time=longer)})


def _each_step(item: Item, change: Callable[[Step], Step]) -> Item:
    if isinstance(item, Step):
        return change(item)
    options = tuple(_each_step_of(option, change) for option in item.options)
    return item.model_copy(update={"options": options})


def _each_step_of(option: Option, change: Callable[[Step], Step]) -> Option:
    return option.model_copy(update={"steps": tuple(_each_step(s, change) for s in option.steps)})
