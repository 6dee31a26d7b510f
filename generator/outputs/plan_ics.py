"""A plan for a unit's own calendar: a day for each step's last begin, and one for the start."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from generator.model.catalogue import Catalogue
from generator.outputs.ics import Entry, ics
from generator.outputs.plan_rows import Row, asker, rows, short_day
from generator.plan.plan import Plan

_ALARMS: Final = (timedelta(days=7), timedelta(days=1))


def plan_ics(catalogue: Catalogue, plan: Plan, name: str) -> bytes:
    """Of two files with one name, the one made later replaces the other's events."""
    entries = [*_steps(catalogue, plan, name), _start(catalogue, plan, name)]
    return ics(f"{catalogue.guide.title}: {name}", plan.question.today, entries)


def _steps(catalogue: Catalogue, plan: Plan, name: str) -> Iterator[Entry]:
    for row in rows(catalogue, plan):
        day = row.planned.order_by
        if day is not None:
            yield Entry(
                uid=_uid(name, row.planned.id),
                title=_title(row),
                text=_text(row),
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
        title="Enheten startar",
        text=f"Då ska allt vara klart. {who}.",
        begin=day,
        end=day,
        alarms=_ALARMS,
    )


def _title(row: Row) -> str:
    what = f"{row.service}: {row.title}"
    told = f"Senast i dag: {what}" if row.own else f"{row.who} måste börja i dag: {what}"
    return f"För sent: {what}" if row.late else told


def _text(row: Row) -> str:
    return "\n".join(filter(None, _lines(row)))


def _lines(row: Row) -> Iterator[str | None]:
    begin = row.planned.earliest_begin
    if row.late:
        yield f"Kan börja tidigast {short_day(begin)}." if begin else "Kan inte göras."
    yield f"Vem gör det: {row.who}"
    yield row.time
    yield f"Blankett: {row.form}" if row.form else None
    for recipient in row.recipients:
        yield f"Skickas till: {recipient}"
    yield f"Läs mer: {row.address}" if row.address else None


def _uid(name: str, what: str) -> str:
    return f"{' '.join(name.split())}/{what}@plan.startklar"
