"""A plan's steps as rows of words, for every form that lists them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.model.catalogue import Catalogue
from generator.model.lead_time import Duration
from generator.model.step import UNIT, Step
from generator.outputs.absolute import absolute
from generator.plan.plan import Plan, PlannedStep
from generator.views import addresses, words
from generator.views.directory import ContactView
from generator.views.order import received, recipient_missing

_DOUBT: Final = "Så snart ni kan, för en leveranstid längre fram är okänd."


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    planned: PlannedStep
    service: str
    title: str
    who: str
    own: bool
    """Whether the unit does it, not somebody it waits for."""
    time: str | None
    """«Leveranstid: 14 dagar»; None when there is nothing to wait for."""
    form: str | None
    recipients: tuple[str, ...]
    """«VGR IT: vardval@example.se», for each who may get what is sent, or that none is known."""
    replaced: str | None
    """What the unit asks first when another service has taken its service's place."""
    lateness: str | None
    """That it is too late and in which way; None when it is in time."""
    doubt: str | None
    """That the last day leans on a time that nobody knows."""
    address: str | None
    """Where the guide tells more."""


def rows(catalogue: Catalogue, plan: Plan) -> tuple[Row, ...]:
    """In the order of the plan's own steps."""
    in_doubt = plan.in_doubt
    return tuple(
        row(catalogue, plan, step, doubt=_DOUBT if step.id in in_doubt else None)
        for step in plan.steps
    )


def row(catalogue: Catalogue, plan: Plan, planned: PlannedStep, *, doubt: str | None = None) -> Row:
    step = planned.step
    term = words.lead_time_term(step.actor)
    service = catalogue.services[planned.service]
    own = step.actor == UNIT
    newer = service.replaced_by if own else None
    return Row(
        planned=planned,
        service=service.name,
        title=step.title,
        who=words.actor(catalogue, step.actor),
        own=own,
        time=f"{term}: {words.lead_time(step.time)}" if step.time.is_wait else None,
        form=catalogue.forms[step.form].title if step.form else None,
        recipients=tuple(_recipients(catalogue, step)),
        replaced=words.replaced(newer.name) if newer else None,
        lateness=_lateness(planned, plan.question.today),
        doubt=doubt,
        address=absolute(catalogue.guide, addresses.target(planned.id)),
    )


def _lateness(step: PlannedStep, today: date) -> str | None:
    if step.slack_days is None or step.order_by is None:
        return "Det här steget kan inte bli klart i tid."
    if step.slack_days >= 0:
        return None
    begin = step.earliest_begin
    can = f" Kan börja tidigast {words.weekday(begin)}." if begin else ""
    if step.order_by < today:
        return f"För sent: skulle ha börjat {words.weekday(step.order_by)}.{can}"
    return f"Hinner inte börja i tid.{can}"


def _recipients(catalogue: Catalogue, step: Step) -> Iterator[str]:
    yield from map(_reach, received(catalogue, step))
    if recipient_missing(catalogue, step):
        yield f"{words.MISSING}: mottagare"


def _reach(contact: ContactView) -> str:
    ways = filter(None, (contact.email, contact.phone, ", ".join(contact.postal_address)))
    return f"{contact.organisation}: {', '.join(ways) or f'{words.MISSING}: adress'}"


def short_day(day: date) -> str:
    """«mån 4 januari 2027»."""
    return f"{words.short_weekday(day)} {day.year}"


def spell(days: int) -> str:
    """«1 dag», «14 dagar»."""
    return words.duration(Duration(days))


def asker(catalogue: Catalogue, plan: Plan) -> str:
    """«Vårdval Rehab, Privat vårdgivare»."""
    profile = plan.question.profile
    models = [model.name for id_, model in catalogue.models.items() if id_ in profile.models]
    operators = [o.name for id_, o in catalogue.operators.items() if id_ in profile.operators]
    return f"{words.listed(models)}, {words.listed(operators)}"
