"""At least a thousand random catalogues and questions: Python and the browser give one answer."""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.model.calendar import Stop
from generator.model.catalogue import Catalogue
from generator.model.entry import ID_KEY
from generator.model.guide import CareModel, Guide, Operator
from generator.model.service import Service
from tests.plan.both import Asked, in_javascript, in_python

RUNS = 1200
BATCH = 100
MODELS = ("m1", "m2")
OPERATORS = ("o1", "o2")


@pytest.mark.parametrize("batch", range(RUNS // BATCH))
def test_both_give_the_same_plan(batch: int, page: Page) -> None:
    dice = Random(batch)  # noqa: S311 - repeatable on purpose
    asked = [_world(dice) for _ in range(BATCH)]
    expected = [in_python(catalogue, question) for catalogue, question in asked]
    assert expected == in_javascript(page, asked)


def _world(dice: Random) -> tuple[Catalogue, Asked]:
    names = [f"s{n}" for n in range(dice.randint(1, 6))]
    targets = [*names, *(f"{s}/{i}" for s in names for i in ("a", "b", "c", "o1", "o1/a", "val"))]
    services = {name: _service(dice, name, targets) for name in names}
    catalogue = Catalogue(
        guide=Guide(title="G", publisher="P"),
        models={m: CareModel.model_validate(_named(m)) for m in MODELS},
        operators={o: Operator.model_validate(_named(o)) for o in OPERATORS},
        stops={s: _stop(dice, s) for s in ("t1", "t2")},
        services=services,
    )
    return catalogue, _question(dice, names)


def _named(id_: str) -> dict[str, str]:
    return {ID_KEY: id_, "name": id_, "short_name": id_}


def _stop(dice: Random, id_: str) -> Stop:
    first = date(2027, 1, 1) + timedelta(dice.randint(0, 900))
    last = first + timedelta(dice.randint(0, 70))
    form = dice.choice(["%m-%d", "%Y-%m-%d"])
    days = {"from": first.strftime(form), "to": last.strftime(form)}
    rest = {"title": "S", "organisation": "o", "text": "S", "source": "seed"}
    return Stop.model_validate({ID_KEY: id_, **days, **rest})


def _question(dice: Random, names: list[str]) -> Asked:
    today = date(2027, 1, 1) + timedelta(dice.randint(0, 800))
    return Asked(
        models=tuple(sorted(dice.sample(MODELS, dice.randint(1, 2)))),
        operator=dice.choice(OPERATORS),
        start=today + timedelta(dice.randint(-20, 400)),
        today=today,
        extra=tuple(dice.sample(names, dice.randint(0, len(names)))),
        choices=tuple((f"{s}/val", dice.choice(["o0", "o1", "nej"])) for s in names[:2]),
        done=tuple(f"{dice.choice(names)}/a" for _ in range(dice.randint(0, 1))),
    )


def _service(dice: Random, id_: str, targets: list[str]) -> Service:
    written: dict[str, Any] = {
        ID_KEY: id_,
        "name": id_,
        "summary": "S",
        "source": "seed",
        "obligation": {m: dice.choice(["mandatory", "optional"]) for m in _some(dice, MODELS)},
        "prerequisites": _needs(dice, targets),
        "steps": [_item(dice, step, targets) for step in ("a", "b", "c")[: dice.randint(0, 3)]],
    }
    if dice.random() < 0.5:
        written["steps"].append(_choice(dice, targets))
    return Service.model_validate(written)


def _some(dice: Random, of: tuple[str, ...]) -> list[str]:
    return dice.sample(of, dice.choice([1, 2, 2]))


def _limits(dice: Random) -> dict[str, Any]:
    return {
        "models": dice.choice([[], [], [], ["m1"], ["m2"]]),
        "operators": dice.choice([[], [], [], ["o1"], ["o2"]]),
    }


def _item(dice: Random, id_: str, targets: list[str]) -> dict[str, Any]:
    step = {
        "id": id_,
        "title": "T",
        "actor": dice.choice(["unit", "vgr"]),
        "prerequisites": _needs(dice, targets),
        "optional": dice.choice(["true", "false", "false", "false"]),
        "stop": dice.choice([[], [], ["t1"], ["t1", "t2"]]),
        **_limits(dice),
    }
    time = dice.choice(
        [None, "none", "unknown", f"{dice.randint(1, 60)}d", f"{dice.randint(1, 30)}wd"]
    )
    if time:
        step["lead_time"] = time
    if dice.random() < 0.3:
        step["after"] = dice.choice([[], ["a"], ["a", "b"]])
    return step


def _choice(dice: Random, targets: list[str]) -> dict[str, Any]:
    options = [
        {
            "id": f"o{n}",
            "title": "O",
            "recommended": dice.choice(["true", "false", "false"]),
            "prerequisites": _needs(dice, targets),
            "steps": [_item(dice, step, targets) for step in ("a", "b")[: dice.randint(0, 2)]],
            **_limits(dice),
        }
        for n in range(dice.randint(1, 3))
    ]
    return {
        "choose": "val",
        "title": "V",
        "options": options,
        "prerequisites": _needs(dice, targets),
    }


def _needs(dice: Random, targets: list[str], depth: int = 2) -> list[Any]:
    return [_need(dice, targets, depth) for _ in range(dice.choice([0, 0, 0, 1, 1, 2]))]


def _need(dice: Random, targets: list[str], depth: int) -> Any:
    kind = dice.choice(["bare", "bare", "limited", "any", "all"]) if depth else "bare"
    if kind == "bare":
        return dice.choice(targets)
    if kind == "limited":
        return {"need": dice.choice(targets), **_limits(dice)}
    return {kind: [_need(dice, targets, depth - 1) for _ in range(dice.randint(1, 3))]}
