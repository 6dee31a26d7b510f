"""A plan as JSON, in the form that the planner in the browser gives too."""

import json
from datetime import date
from typing import Any

from generator.plan.plan import Plan, PlannedStep


def plan_json(plan: Plan) -> str:
    """Dates are ISO 8601; a lead time is written as in the catalogue, without its texts."""
    question = plan.question
    answer = {
        "start": question.start.isoformat(),
        "today": question.today.isoformat(),
        "models": sorted(question.profile.models),
        "operator": next(iter(question.profile.operators)),
        "verdict": str(plan.verdict),
        "earliest_start": _day(plan.earliest_start),
        "unknown": list(plan.unknown),
        "choices": dict(plan.chosen),
        "chain": [step.id for step in plan.chain],
        "out_of_reach": list(plan.out_of_reach),
        "steps": [_step(step) for step in plan.steps],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _step(step: PlannedStep) -> dict[str, Any]:
    return {
        "id": step.id,
        "service": step.service,
        "title": step.step.title,
        "actor": step.step.actor,
        "order_by": _day(step.order_by),
        "ready_by": _day(step.ready_by),
        "earliest_begin": _day(step.earliest_begin),
        "earliest_ready": _day(step.earliest_ready),
        "slack_days": step.slack_days,
        "critical": step.critical,
        "lead_time": lead_time(step),
        "after": list(step.after),
    }


def lead_time(step: PlannedStep) -> str:
    """`14d`, `5wd`, `none` or `unknown`."""
    duration = step.lead_time.duration
    if duration is None:
        return "unknown"
    return f"{duration.days}{duration.unit}" if duration.days else "none"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
