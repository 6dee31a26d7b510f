"""A whole check, and what of it is kept for the next."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from generator import proving
from generator.checks.case import Case
from generator.diagnostics import Report
from generator.kept import documents
from generator.kept.answer import ALWAYS, Question, Times
from generator.kept.findings import Findings, written
from generator.kept.piece import Keys, keys
from generator.kept.review import key
from generator.kept.texts import QUOTING, shapes
from generator.plan.today import seconds_of
from generator.store import Store

_MOST: Final = 64 * 2**20
"""Bytes of all that is kept; 2,500 services take 5 MB."""


class Ground:
    """What of the findings no rule has found, made while another process asks the graphs.

    At 2,500 services that saves a twentieth of a first check.
    """

    def __init__(self) -> None:
        self.texts: Mapping[str, str] = {}
        self.keys: Mapping[str, Keys] = {}

    def make(self, case: Case) -> None:
        if _may_be_kept(case):
            places = case.places
            self.texts = shapes(case.parts)
            self.keys = {name: keys(places.roots[name], t) for name, t in places.texts.items()}


def whole(
    question: Question, files: Mapping[str, bytes] | None, kept: Store | None
) -> tuple[Report, Times]:
    """Every fault of the catalogue, and when that holds. Raises UnreadableError."""
    ground, known = Ground(), documents.known()
    beside = ground.make if kept else _nothing
    case, report = proving.review(question.data, question.as_of, files, known, beside=beside)
    found = findings(case, report, question.as_of, ground) if kept else None
    if kept is not None and found is not None:
        keep(kept, question.data, question.as_of, found)
    return report, _times(case, question.as_of)


def findings(case: Case, report: Report, asked: date | None, ground: Ground) -> Findings | None:
    """What may be kept: if all that is found of other texts will be what is found of these."""
    is_quoted = any(each.rule == QUOTING for each in report.diagnostics)
    if is_quoted or not _may_be_kept(case):
        return None
    return Findings(
        day=case.as_of,
        holds=_times(case, asked),
        site=report.site,
        diagnostics=report.diagnostics,
        texts=ground.texts,
        files={name: text.text for name, text in report.texts.items()},
        keys=ground.keys,
    )


def _may_be_kept(case: Case) -> bool:
    loaded = case.loaded
    has_faults = bool(loaded.faults or loaded.broken) or not loaded.whole
    return not (has_faults or case.dated or case.catalogue.overrides)


def _nothing(_: Case) -> None:
    """Of what is not kept nothing is made."""


def keep(kept: Store, data: Path, asked: date | None, found: Findings) -> None:
    kept.keep({key(kept, data, asked): written(found)}, _MOST)


def _times(case: Case, asked: date | None) -> Times:
    return ALWAYS if asked else seconds_of(case.as_of, case.catalogue.guide)
