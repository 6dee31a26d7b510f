"""`/planera/`: what a unit is asked, and what the page says to a reader without JavaScript."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from generator.model.calendar import Stop
from generator.model.catalogue import Catalogue
from generator.model.guide import CareModel
from generator.model.outline import outline
from generator.model.record import record
from generator.model.service import MUST, Kind, Service
from generator.model.step import Step
from generator.pages.page import Page
from generator.plan.stops import Period, first_hit
from generator.plan.timing import Task, finish, first_begin, latest_begin
from generator.views import addresses, words
from generator.views.obligations import ObligationView, obligation
from generator.views.site import Site

_DAY = timedelta(days=1)
_TIMES = 3
"""How many times ahead a stop is shown."""


@record(frozen=True, kw_only=True, slots=True)
class Extra:
    """A service that some model leaves to the unit."""

    id: str
    name: str
    address: str
    levels: tuple[tuple[str, ObligationView], ...]
    """For each model that leaves it to the unit, what it says."""


@record(frozen=True, kw_only=True, slots=True)
class Before:
    """One time that a stop comes: begin by then, or be ready no earlier than that."""

    year: int
    begin: str
    else_ready: str


@record(frozen=True, kw_only=True, slots=True)
class StopRule:
    """What a stop means for one step, with the dates of the coming years."""

    title: str
    period: str
    text: str
    step: str
    address: str
    time: str
    times: tuple[Before, ...]


def planner_pages(site: Site) -> Iterator[Page]:
    yield Page(
        address=addresses.PLANNER,
        title="Startplanering",
        description="Räkna ut när ni ska beställa för att allt ska vara klart till start.",
        search_words=("startdatum", "hinner vi", "planera start", "tidplan", "när ska vi beställa"),
        template="planner",
        later=partial(_facts, site),
    )


def _facts(site: Site) -> Mapping[str, Any]:
    catalogue = site.catalogue
    return {
        "models": tuple(catalogue.models.values()),
        "operators": tuple(catalogue.operators.values()),
        "extras": tuple(_extras(catalogue)),
        "rules": tuple(stop_rules(catalogue, site.as_of)),
        "models_pages": tuple(_way(model) for model in catalogue.models.values()),
    }


def _way(model: CareModel) -> tuple[str, str]:
    return model.name, addresses.model(model.id)


def _extras(catalogue: Catalogue) -> Iterator[Extra]:
    for service in catalogue.services.values():
        left = tuple(_left_to_the_unit(catalogue, service))
        if left and service.kind is Kind.SERVICE:
            yield Extra(
                id=service.id,
                name=service.name,
                address=addresses.service(service.id),
                levels=left,
            )


def _left_to_the_unit(
    catalogue: Catalogue, service: Service
) -> Iterator[tuple[str, ObligationView]]:
    for model in catalogue.models.values():
        found = service.obligation.get(model.id)
        if found is not None and found.level not in MUST:
            yield model.id, obligation(service, model)


def stop_rules(catalogue: Catalogue, since: date) -> Iterator[StopRule]:
    """For each stop and each step with a known time that it holds up."""
    for service in catalogue.services.values():
        for spot in outline(service):
            step = spot.item
            if not isinstance(step, Step) or not step.time.duration or not step.time.duration.days:
                continue
            for stop in (catalogue.stops[id_] for id_ in step.stop):
                yield StopRule(
                    title=stop.title,
                    period=words.period(stop),
                    text=stop.text,
                    step=f"{service.name}: {step.title}",
                    address=addresses.target(spot.id),
                    time=words.lead_time(step.time),
                    times=tuple(_times(stop, Task(step.time.duration, [stop]), since)),
                )


def _times(stop: Stop, task: Task, since: date) -> Iterator[Before]:
    for period in _coming(stop, since):
        begin = latest_begin(period.first - _DAY, task)
        again = first_begin(period.last + _DAY, task)
        ready = finish(again, task) if again else None
        if begin and ready:
            yield Before(
                year=period.first.year,
                begin=words.weekday(begin),
                else_ready=words.weekday(ready),
            )


def _coming(stop: Stop, since: date) -> Iterator[Period]:
    """The next times, the one that is going on left out."""
    ongoing = first_hit([stop], since, since)
    day = ongoing.last + _DAY if ongoing else since
    for _ in range(_TIMES):
        period = first_hit([stop], day, day + timedelta(days=366))
        if period is None:
            return
        yield period
        day = period.last + _DAY
