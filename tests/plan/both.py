"""One question, two answers: Python's and, in a real browser, the module's."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from playwright.sync_api import Page

from generator.load import load_texts
from generator.model.catalogue import Catalogue
from generator.model.profile import Profile
from generator.outputs.plans.data import plan_data
from generator.outputs.plans.json import plan_json
from generator.plan.plan import Question
from generator.plan.planning import make_plan
from generator.source import SourceText

FIRST, LAST = date(1995, 1, 1), date(2080, 12, 31)
"""Thirty years, the horizon of the plan, to either side of all that is asked."""


@dataclass(frozen=True)
class Asked:
    """A question in the form of both sides: as in the link of the planner's page."""

    models: tuple[str, ...]
    operator: str
    start: date
    today: date
    extra: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    done: tuple[str, ...] = ()

    @property
    def for_python(self) -> Question:
        return Question(
            profile=Profile(frozenset(self.models), frozenset({self.operator})),
            start=self.start,
            today=self.today,
            extra=self.extra,
            options=dict(self.choices),
            done=frozenset(self.done),
        )

    @property
    def for_javascript(self) -> dict[str, Any]:
        return {
            "models": self.models,
            "operator": self.operator,
            "start": self.start.isoformat(),
            "today": self.today.isoformat(),
            "extra": self.extra,
            "choices": dict(self.choices),
            "done": self.done,
        }


def catalogue_of(text: str) -> Catalogue:
    loaded = load_texts([SourceText("case.yml", text)])
    assert not loaded.faults, loaded.faults
    return loaded.catalogue


def in_python(catalogue: Catalogue, asked: Asked) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(plan_json(make_plan(catalogue, asked.for_python)))
    return answer


def in_javascript(page: Page, asked: list[tuple[Catalogue, Asked]]) -> list[dict[str, Any]]:
    """Many at once, for one journey to the browser."""
    questions = [(plan_data(c, FIRST, LAST), a.for_javascript) for c, a in asked]
    closed = {"calendar": questions[0][0]["calendar"]}
    for data, _ in questions:
        del data["calendar"]
    answers: list[dict[str, Any]] = page.evaluate(
        """async ([closed, questions]) => {
            const { makePlan } = await import("/theme/modules/plan.js");
            return questions.map(([data, asked]) => makePlan({ ...closed, ...data }, asked));
        }""",
        [closed, questions],
    )
    return answers
