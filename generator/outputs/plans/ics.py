"""A plan for a unit's own calendar: a day for each step's last begin, and one for the start."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from generator.model.catalogue import Catalogue
from generator.outputs.calendars.ics import Entry, ics
from generator.outputs.plans.rows import Row, asker, rows
from generator.plan.plan import Plan

_ALARMS: Final = (timedelta(days=7), timedelta(days=1))


def plan_ics(catalogue: Catalogue, plan: Plan, name: str) -> bytes:
    """Of two files with one name, the one made later replaces the other's events."""
    entries = [*_steps(catalogue, plan, name), _start(catalogue, plan, name)]
    return ics(f"{catalogue.guide.title}: {name}", plan.question.today, entries)


def _steps(catalogue: Catalogue, plan: Plan, name: str) -> Iterator[Entry]:
    for row in rows(catalogue, plan):
        day = row.planned.order_by or plan.question.today
        yield Entry(
            uid=_uid(name, row.planned.id),
            title=f"{'För sent' if row.lateness else 'Senast'}: {row.service}: {row.title}",
            text="\n".join(filter(None, _lines(row))),
            begin=day,
            end=day,
            url=row.address,
            alarms=_ALARMS,
        )


def _start(catalogue: Catalogue, plan: Plan, name: str) -> Entry:
    day: date = plan.question.start
    who = asker(catalogue, plan)
    return Entry(
        uid=_uid(name, "start"),
        title="Start för enheten",
        text=f"Då ska allt vara klart. {who}.",
        begin=day,
        end=day,
        alarms=_ALARMS,
    )


def _lines(row: Row) -> Iterator[str | None]:
    yield row.replaced
    yield row.lateness
    yield row.doubt
    yield f"Vem gör det: {row.who}"
    yield row.time
    yield f"Blankett: {row.form}" if row.form else None
    for recipient in row.recipients:
        yield f"Skickas till: {recipient}"
    yield f"Läs mer: {row.address}" if row.address else None


def _uid(name: str, what: str) -> str:
    """As the planner in the browser makes it, so that one may take over the other's events."""
    return f"{' '.join(name.split())}-{what.replace('/', '.')}@startklar"
