"""A plan for a spreadsheet: semicolons and a byte order mark, as Excel in Swedish expects."""

import csv
import io
from datetime import date
from typing import Final

from generator.model.catalogue import Catalogue
from generator.outputs.plans.rows import Row, rows
from generator.plan.plan import Plan
from generator.views import addresses

_HEAD: Final = (
    "Beställ senast",
    "Tjänst",
    "Steg",
    "Vem",
    "Blankett",
    "Skickas till",
    "Tid",
    "Väntar på",
    "Kan börja",
    "Marginal i dagar",
    "Klart",
    "Anmärkning",
    "Sida",
)
"""As in the planner in the browser."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def plan_csv(catalogue: Catalogue, plan: Plan) -> bytes:
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow(_HEAD)
    titles = {step.id: step.step.title for step in plan.steps}
    for row in rows(catalogue, plan):
        table.writerow(_cells(row, [titles[id_] for id_ in row.planned.after]))
    return written.getvalue().encode("utf-8-sig")


def _cells(row: Row, awaited: list[str]) -> tuple[str | int, ...]:
    step = row.planned
    return (
        _day(step.order_by),
        _plain(row.service),
        _plain(row.title),
        _plain(row.who),
        _plain(row.form or ""),
        _plain(" eller ".join(row.recipients)),
        _plain(row.time or ""),
        _plain(", ".join(awaited)),
        _day(step.earliest_begin),
        step.slack_days if step.slack_days is not None else "",
        "nej",
        _plain(" ".join(filter(None, (row.replaced, row.lateness, row.doubt)))),
        _plain(row.address or addresses.target(step.id)),
    )


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    line = " ".join(text.split())
    return f"'{line}" if text.startswith(_FORMULA) or line.startswith(_FORMULA) else line


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
