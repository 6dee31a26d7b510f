"""A comparison for programs; `startklar diff --help` tells its form. In ASCII as other reports."""

import json
from datetime import date
from typing import Any

from generator.diagnostics import Diagnostic
from generator.diff.changes.change import Change, Thing
from generator.diff.comparison import Comparison
from generator.diff.impact.effects import Effects
from generator.diff.impact.samples import Asker
from generator.diff.report.sentence import heading, sentence
from generator.diff.report.summary import summary, unread
from generator.diff.report.telling import Teller
from generator.report.json import diagnostic


def render(found: Comparison) -> str:
    told = {
        "old": found.old.name,
        "new": found.new.name,
        "today": found.today.isoformat(),
        "fails": found.fails,
        "compared": found.compared,
        "summary": [*summary(found), *unread(found)],
        "changes": [_change(change) for change in found.changes],
        "effects": _effects(found),
        "refused": _diagnostics(found.refused),
        "new_diagnostics": _diagnostics(found.findings.new),
        "resolved_diagnostics": _diagnostics(found.findings.resolved),
        "pages": _pages(found),
    }
    return json.dumps(told, indent=2) + "\n"


def _change(change: Change) -> dict[str, Any]:
    part = change.part
    return {
        "kind": str(change.kind),
        "entry": {"section": change.entry.section, **_thing(change.entry)},
        "part": _thing(part) if part else None,
        "field": change.field,
        "label": change.label,
        "before": change.before,
        "after": change.after,
        "text": sentence(change) or heading(change),
    }


def _thing(thing: Thing) -> dict[str, str]:
    return {"id": thing.id, "name": thing.name}


def _effects(found: Comparison) -> dict[str, Any] | None:
    effects = found.effects
    if effects is None:
        return None
    teller = Teller(found.old.loaded.catalogue, found.new.loaded.catalogue)
    return {**_dates(effects, teller), **_answers(effects, teller)}


def _dates(effects: Effects, teller: Teller) -> dict[str, Any]:
    return {
        "shifts": [
            {
                "who": _who(shift.who),
                "steps": list(shift.steps),
                "causes": list(shift.causes),
                "moves": [
                    {
                        "start": _day(move.start),
                        "before": _day(move.before),
                        "after": _day(move.after),
                        "days": move.days,
                    }
                    for move in shift.moves
                ],
                "text": teller.shift(shift).text,
            }
            for shift in effects.shifts
        ],
        "listings": [
            {
                "who": _who(listing.who),
                "steps": list(listing.steps),
                "comes": listing.comes,
                "starts": [_day(day) for day in listing.starts],
                "text": teller.listing(listing).text,
            }
            for listing in effects.listings
        ],
    }


def _answers(effects: Effects, teller: Teller) -> dict[str, Any]:
    return {
        "verdicts": [
            {
                "who": _who(turn.who),
                "starts": [_day(day) for day in turn.starts],
                "before": str(turn.before),
                "after": str(turn.after),
                "text": teller.turn(turn).text,
            }
            for turn in effects.turns
        ],
        "earliest": [
            {
                "who": _who(earliest.who),
                "before": _day(earliest.before),
                "after": _day(earliest.after),
                "text": teller.earliest(earliest).text,
            }
            for earliest in effects.earliest
        ],
    }


def _who(askers: tuple[Asker, ...]) -> list[dict[str, str | None]]:
    return [{"model": a.model, "operator": a.operator, "extra": a.extra} for a in askers]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _diagnostics(found: tuple[Diagnostic, ...]) -> list[dict[str, Any]]:
    return [diagnostic(each) for each in found]


def _pages(found: Comparison) -> dict[str, list[str]] | None:
    pages = found.published
    if pages is None:
        return None
    return {"new": list(pages.new), "gone": list(pages.gone), "changed": list(pages.changed)}
