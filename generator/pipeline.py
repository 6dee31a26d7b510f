"""READ THIS FIRST: the stages in order, each from one type to the next.

    data/*.yaml ─ load ▶ Loaded ─ check ▶ CheckedCatalogue ─ pages ▶ Page… ─ html ▶ Document…

`load` reads text and keeps every place; `check` proves, or says in a report why not; `pages` says
what a reader finds where; `outputs` gives it a form. Commands and hosts call this, and only this.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.checks import CheckedCatalogue, check, report
from generator.diagnostics import Report
from generator.load import UnreadableError, load
from generator.outputs.assets import assets
from generator.outputs.calendar_ics import feeds
from generator.outputs.html import Document, Html, TemplateFaultError
from generator.outputs.planner_data import planner_file
from generator.outputs.refusal import refusal_page
from generator.pages.navigation import menu
from generator.pages.registry import all_pages
from generator.plan.today import countable, today
from generator.report.text import render as report_text
from generator.settings import Settings
from generator.views.site import Site


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Everything a host needs to put a guide into its shell."""

    documents: tuple[Document, ...]
    fill: Callable[[str, str], str]
    """Fills the slots of a hand-written page, given its HTML and its address."""
    assets: Mapping[str, str | bytes] = field(default_factory=dict)
    menu: list[Any] = field(default_factory=list)
    as_of: date | None = None
    """The day that its dates are counted from; of a report there is none."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is published."""

    text: str
    """For a terminal or a preview."""
    exit_code: int
    """1 when the catalogue has faults, 2 when it could not be read or rendered."""


def review(data: Path) -> Report:
    """Every fault of the data folder. Raises UnreadableError if it cannot be opened."""
    return report(load(data))


def prove(data: Path, *, strict: bool = False) -> CheckedCatalogue | Report:
    """The catalogue without errors, or the report. Raises UnreadableError as `review` does."""
    return check(load(data), strict=strict)


def publish(root: Path, settings: Settings, *, strict: bool = False) -> Publication | Refusal:
    """The whole guide, or the reason why there is none. Folders are relative to the root."""
    data, theme = (Path(os.path.relpath(root / f)) for f in (settings.data, settings.theme))
    try:
        proven = prove(data, strict=strict)
        if isinstance(proven, Report):
            return Refusal(report_text(proven), 1)
        as_of = settings.as_of or today(proven.catalogue.guide)
        if type(as_of) is not date or not countable(as_of):  # a time of day is a `date` too
            return Refusal("fel: `as_of` ska vara ett datum från 1950 till 2150", 2)
        site = Site(proven, as_of)
        html = Html(theme, site)
        documents = tuple(html.render(page) for page in all_pages(site))
        files: dict[str, str | bytes] = {**assets(theme), **feeds(site), **planner_file(site)}
        return Publication(
            documents=documents, fill=html.fill, assets=files, menu=menu(site), as_of=as_of
        )
    except (UnreadableError, TemplateFaultError) as fault:
        return Refusal(f"fel: {fault}", 2)


def instead(refusal: Refusal, addresses: Iterable[str]) -> Publication:
    """The reason at every address that the last guide had, for whoever is watching a preview."""
    documents = tuple(refusal_page(refusal.text, address) for address in addresses)
    return Publication(documents=documents, fill=lambda *_: documents[0].body)
