"""What the planner in the browser is given: the graph's makings, stops and closed days, as JSON."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from generator.model.calendar import MonthDay, Stop
from generator.model.catalogue import Catalogue
from generator.model.entry import Applies
from generator.model.need import AllOf, AnyOf, Need, Reference
from generator.model.service import Service
from generator.model.step import Choice, Item, Option
from generator.plan.working_days import closed_days

_FRIDAY = 4


def plan_data(catalogue: Catalogue, first: date, last: date) -> dict[str, Any]:
    """All that `theme/modules/plan.js` needs, for plans between two days, both included."""
    return {
        "models": [{"id": m.id, "name": m.name} for m in catalogue.models.values()],
        "operators": [{"id": o.id, "name": o.name} for o in catalogue.operators.values()],
        "services": [_service(service) for service in catalogue.services.values()],
        "stops": [_stop(stop) for stop in catalogue.stops.values()],
        "calendar": _calendar(first, last),
    }


def as_json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _calendar(first: date, last: date) -> dict[str, Any]:
    """Closed days that are no Saturday or Sunday, between two days."""
    closed = {day for year in range(first.year, last.year + 1) for day in closed_days(year)}
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "closed": [
            day.isoformat()
            for day in sorted(closed)
            if day.weekday() <= _FRIDAY and first - timedelta(1) < day <= last
        ],
    }


def _stop(stop: Stop) -> dict[str, Any]:
    ends = {"from": _day(stop.first), "to": _day(stop.last)}
    return {"id": stop.id, "title": stop.title, **ends}


def _day(day: date | MonthDay) -> str:
    return f"{day.month:02}-{day.day:02}" if isinstance(day, MonthDay) else day.isoformat()


def _service(service: Service) -> dict[str, Any]:
    levels = {model: str(o.level) for model, o in service.obligation.items()}
    return {
        "id": service.id,
        "name": service.name,
        "obligation": levels,
        "prerequisites": _needs(service.prerequisites),
        "steps": [_item(item) for item in service.steps],
    }


def _item(item: Item) -> dict[str, Any]:
    common = {
        "id": item.id,
        "title": item.title,
        "prerequisites": _needs(item.prerequisites),
        "after": item.after,
        "optional": item.optional,
        **_applies(item),
    }
    if isinstance(item, Choice):
        return _written({**common, "options": [_option(option) for option in item.options]})
    time = item.time.duration
    spent = None if time is None else {"days": time.days, "unit": str(time.unit)}
    own = {"actor": item.actor, "stop": item.stop, "time": spent}
    return _written({**common, **own})


def _option(option: Option) -> dict[str, Any]:
    return _written(
        {
            "id": option.id,
            "title": option.title,
            "recommended": option.recommended,
            "prerequisites": _needs(option.prerequisites),
            "steps": [_item(item) for item in option.steps],
            **_applies(option),
        }
    )


def _needs(needs: Iterable[Need]) -> list[Any]:
    return [_need(need) for need in needs]


def _need(need: Need) -> Any:  # noqa: ANN401 - a reference alone is a bare string
    match need:
        case Reference():
            limits = _written(_applies(need))
            return {"need": need.need, **limits} if limits else need.need
        case AllOf():
            return _written({"all": _needs(need.all), **_applies(need)}, keep="all")
        case AnyOf():
            return _written({"any": _needs(need.any), **_applies(need)}, keep="any")


def _applies(part: Applies) -> dict[str, Any]:
    return {"models": part.models, "operators": part.operators}


def _written(fields: dict[str, Any], keep: str = "options") -> dict[str, Any]:
    """Without what says nothing; an empty `after` says that a step waits for none."""
    return {
        name: value
        for name, value in fields.items()
        if value or name == keep or (name == "after" and value is not None)
    }
