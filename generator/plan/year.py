"""The coming year of a care model: what comes back every month, and when nothing is handled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.chains.graph import build
from generator.model.calendar import Recurring
from generator.model.catalogue import Catalogue
from generator.model.profile import everyone
from generator.model.step import Step
from generator.plan.monthly import Occurrence, next_month, occurrence
from generator.plan.stops import Period, hits

_MONTHS: Final = 12
_YEAR: Final = timedelta(days=365)


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    recurring: tuple[Recurring, ...]
    months: tuple[tuple[Occurrence, ...], ...]
    """Month by month, the occurrences in the order of `recurring`."""
    stops: tuple[Period, ...]
    """In order of time; the first may have begun."""


def year_ahead(catalogue: Catalogue, model: str, as_of: date) -> Year:
    """Twelve months, the first being the one in which something still lies ahead."""
    mine = recurring_of(catalogue, model)
    month = as_of.replace(day=1)
    if all(occurrence(each, month).last < as_of for each in mine):
        month = next_month(month)
    stops = [catalogue.stops[id_] for id_ in _stopping(catalogue, model)]
    return Year(
        recurring=mine,
        months=year_of(mine, month),
        stops=tuple(sorted(hits(stops, as_of, as_of + _YEAR))),
    )


def recurring_of(catalogue: Catalogue, model: str) -> tuple[Recurring, ...]:
    return tuple(r for r in catalogue.recurring.values() if not r.models or model in r.models)


def year_of(recurring: tuple[Recurring, ...], first: date) -> tuple[tuple[Occurrence, ...], ...]:
    """Twelve whole months from that of the day, each with its occurrences in the order given."""
    return tuple(
        tuple(occurrence(r, month) for r in recurring) for month in _months(first.replace(day=1))
    )


def _months(month: date) -> Iterator[date]:
    for _ in range(_MONTHS):
        yield month
        month = next_month(month)


def _stopping(catalogue: Catalogue, model: str) -> list[str]:
    """Ids of the stops that hold up anything that the model is offered."""
    items = build(catalogue, everyone(catalogue, model)).items.values()
    named = {id_ for item in items if isinstance(item, Step) for id_ in item.stop}
    return [id_ for id_ in catalogue.stops if id_ in named]
