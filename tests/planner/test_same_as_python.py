"""Reasons and alternatives: one meaning, in the browser as in Python."""

from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.outputs.plan_data import plan_data
from generator.plan.alternatives import alternatives
from generator.plan.planning import make_plan
from generator.plan.reasons import reasons
from tests.pages.rendered import real
from tests.plan.both import FIRST, LAST, Asked

QUESTIONS = [
    Asked(("rehab",), "private", date(2027, 3, 1), date(2026, 11, 23)),
    Asked(("primarvard",), "public", date(2027, 9, 1), date(2027, 5, 20)),
    Asked(
        ("primarvard", "rehab"),
        "private",
        date(2027, 6, 21),
        date(2027, 5, 3),
        ("npo",),
        (("sjunet/anslutning", "egen"),),
        ("avtal/klart",),
    ),
]


def in_python(asked: Asked) -> dict[str, Any]:
    catalogue = real().catalogue
    plan = make_plan(catalogue, asked.for_python)
    others = [asdict(other) for other in alternatives(catalogue, plan)]
    for other in others:
        other["verdict"] = str(other["verdict"])
        for day in ("earliest_start", "order_by"):
            other[day] = other[day] and other[day].isoformat()
        for steps in ("more_steps", "fewer_steps"):
            other[steps] = list(other[steps])
    links = [[link.step.id, link.days, link.stop] for link in reasons(catalogue, plan)]
    return {"links": links, "alternatives": others}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: "+".join(asked.models))
def test_reasons_and_alternatives(browser: Browser, served: str, asked: Asked) -> None:
    page = browser.new_page()
    page.goto(f"{served}/tests/plan/empty.html")
    found = page.evaluate(
        """async ([data, asked]) => {
            const { makePlan } = await import("/theme/modules/plan.js");
            const { reasons } = await import("/theme/modules/reasons.js");
            const { alternatives } = await import("/theme/modules/alternatives.js");
            const plan = makePlan(data, asked);
            const links = reasons(data, plan).map((l) => [l.step.id, l.days, l.stop?.id ?? null]);
            const others = alternatives(data, asked, plan);
            return { links, alternatives: others };
        }""",
        [plan_data(real().catalogue, FIRST, LAST), asked.for_javascript],
    )
    page.close()
    assert found == in_python(asked)
