"""A plan for a spreadsheet: semicolons and a byte order mark, as Excel in Swedish expects."""

import csv
import io
from datetime import date
from typing import Final

from generator.model.catalogue import Catalogue
from generator.outputs.plan_rows import Row, rows
from generator.plan.plan import Plan

_HEAD: Final = (
    "Tjänst",
    "Steg",
    "Vem gör det",
    "Börja senast",
    "Klart senast",
    "Kan börja",
    "Kan vara klart",
    "Dagar till godo",
    "Läge",
    "Tid",
    "Blankett",
    "Skickas till",
    "Adress",
    "Id",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def plan_csv(catalogue: Catalogue, plan: Plan) -> bytes:
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow(_HEAD)
    for row in rows(catalogue, plan):
        table.writerow(_cells(row))
    return written.getvalue().encode("utf-8-sig")


def _cells(row: Row) -> tuple[str | int, ...]:
    step = row.planned
    slack = step.slack_days if step.slack_days is not None else ""
    return (
        _plain(row.service),
        _plain(row.title),
        _plain(row.who),
        _day(step.order_by),
        _day(step.ready_by),
        _day(step.earliest_begin),
        _day(step.earliest_ready),
        slack,
        "för sent" if row.late else "i tid",
        _plain(row.time or ""),
        _plain(row.form or ""),
        _plain(", ".join(row.recipients)),
        _plain(row.address or ""),
        step.id,
    )


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    line = " ".join(text.split())
    return f"'{line}" if text.startswith(_FORMULA) or line.startswith(_FORMULA) else line


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
