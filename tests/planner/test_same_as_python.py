"""Reasons, alternatives and files: one meaning, in the browser as in Python."""

import csv
import io
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.outputs.plans.csv import plan_csv
from generator.outputs.plans.data import plan_data
from generator.outputs.plans.ics import plan_ics
from generator.outputs.plans.planner_data import planner_data
from generator.plan.alternatives import alternatives
from generator.plan.planning import make_plan
from generator.plan.reasons import reasons
from tests.outputs.calendars.as_read import by_icalendar
from tests.pages.rendered import real
from tests.plan.both import FIRST, LAST, Asked

QUESTIONS = [
    Asked(("rehab",), "privat", date(2027, 3, 1), date(2026, 11, 23)),
    Asked(("primarvard",), "offentlig", date(2027, 9, 1), date(2027, 5, 20)),
    Asked(
        ("primarvard", "rehab"),
        "privat",
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


def told(table: bytes) -> list[tuple[str, ...]]:
    """What each step of a table is, and how and to whom it is sent."""
    columns = ("Tjänst", "Steg", "Vem", "Blankett", "Skickas till", "Tid")
    text = io.StringIO(table.decode("utf-8-sig"), newline="")
    rows = csv.DictReader(text, delimiter=";")
    return sorted(tuple(row[column] for column in columns) for row in rows)


def replaced(table: bytes, calendar: bytes) -> tuple[list[str], list[str]]:
    """Which steps of either file say that another service has taken over."""
    rows = csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";")
    steps = sorted(row["Steg"] for row in rows if "Ersatt av" in row["Anmärkning"])
    events = by_icalendar(calendar).items()
    return steps, sorted(uid for uid, event in events if "Ersatt av" in event.text)


def sent(calendar: bytes) -> dict[str, list[str]]:
    """To whom each step of a calendar is sent; either may end its lines with a full stop."""
    return {
        uid: [f"{line.rstrip('.')}" for line in event.text.splitlines() if "Skickas till" in line]
        for uid, event in by_icalendar(calendar).items()
    }


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: "+".join(asked.models))
def test_who_gets_what_in_the_files(browser: Browser, served: str, asked: Asked) -> None:
    catalogue = real().catalogue
    page = browser.new_page()
    page.goto(f"{served}/tests/plan/empty.html")
    table, calendar = page.evaluate(
        """async ([data, asked, href]) => {
            const { makePlan } = await import("/theme/modules/plan.js");
            const { Known } = await import("/theme/modules/planera/known.js");
            const { tableFile } = await import("/theme/modules/planera/csv.js");
            const { calendarFile } = await import("/theme/modules/planera/ics.js");
            const known = new Known(data, href);
            const plan = makePlan(data, asked);
            const found = { plan, whole: plan, question: { done: [] } };
            const about = { id: "x", href, now: new Date() };
            return [tableFile(known, found), calendarFile(known, found, about)];
        }""",
        [planner_data(catalogue, asked.today), asked.for_javascript, "https://example.se/"],
    )
    page.close()
    plan = make_plan(catalogue, asked.for_python)
    assert told(table.encode()) == told(plan_csv(catalogue, plan))
    assert sent(calendar.encode()) == sent(plan_ics(catalogue, plan, "x"))
    old = plan_csv(catalogue, plan), plan_ics(catalogue, plan, "x")
    assert replaced(table.encode(), calendar.encode()) == replaced(*old)
    if "npo" in plan.question.extra:
        assert all(replaced(*old)), "a replaced service is in the plan"
