"""READ THIS FIRST: the stages in order, each from one type to the next.

    data/*.yaml ─ load ▶ Loaded ─ check ▶ CheckedCatalogue ─ pages ▶ Page… ─ html ▶ Document…
                                                └─ sheets ▶ Sheet… ─ prints ▶ Print…

`load` reads text and keeps every place; `check` proves, or says in a report why not; `sheets` says
what a paper holds and `pages` what a reader finds where; `outputs` gives it a form, paper first,
for its page says how long it is. Hosts call this, and only this; who publishes nothing calls
`proving`, which has the first two stages.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator import proving
from generator.checks import check
from generator.diagnostics import Report
from generator.diff import changelog
from generator.load import UnreadableError, load
from generator.outputs.assets import Assets, assets
from generator.outputs.calendar_ics import feeds
from generator.outputs.changelog_atom import changes_feeds
from generator.outputs.html import Document, Html
from generator.outputs.json_ld import JsonLd
from generator.outputs.planner_data import planner_file
from generator.outputs.prints import KEPT, prints
from generator.outputs.redirects import redirects
from generator.outputs.refusal import refusal_page
from generator.outputs.search_index import SearchIndexError, search_index
from generator.outputs.search_records import records
from generator.outputs.template_fault import TemplateFaultError
from generator.pages import parts
from generator.pages.navigation import menu
from generator.pages.page import Page
from generator.pages.registry import all_pages
from generator.plan.today import countable, today
from generator.report.text import render as report_text
from generator.settings import Settings
from generator.sheets.registry import all_sheets
from generator.views.changelog import Changelog
from generator.views.site import Site


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Everything a host needs to put a guide into its shell."""

    documents: tuple[Document, ...]
    fill: Callable[[str, str], str]
    """Fills the slots of a hand-written page, given its HTML and its address."""
    assets: Mapping[str, str | bytes] = field(default_factory=dict)
    look: Assets | None = None
    """The styles and scripts that the shell asks for."""
    search: str | None = None
    """The folder of the search's files, from the root."""
    start: str | None = None
    """What the start page says to machines."""
    address: str | None = None
    """Where the guide is published, if it says so."""
    notices: tuple[str, ...] = ()
    """What was left out, for whoever builds."""
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
    look: Assets | None = None
    """The styles for a preview, when the theme is not what is wrong."""


def publish(root: Path, settings: Settings, *, strict: bool = False) -> Publication | Refusal:
    """The whole guide, or the reason why there is none. Folders are relative to the root."""
    data, theme = (Path(os.path.relpath(root / f)) for f in (settings.data, settings.theme))
    try:
        loaded = load(data)
        as_of = settings.as_of or today(loaded.catalogue.guide)
        if type(as_of) is not date or not countable(as_of):  # a time of day is a `date` too
            return Refusal("fel: `as_of` ska vara ett datum från 1950 till 2150", 2)
        proven = check(loaded, as_of=as_of, strict=strict)
        if isinstance(proven, Report):
            return Refusal(report_text(proven), 1, assets(theme))
        told = _changes(data, root, settings)
        site = Site(proven, as_of, told if isinstance(told, Changelog) else None)
        look = assets(theme)
        printed = prints(site, all_sheets(site), theme, root / KEPT) if settings.pdf else {}
        html, pages = Html(theme, site, printed, look), (*_parts(theme), *all_pages(site))
        linked = JsonLd(site, pages)
        ready = _documents(html, linked, (page for page in pages if page.address not in printed))
        index = search_index(records(site, pages, ready, root / settings.content))
        slow = _documents(html, linked, (page for page in pages if page.address in printed))
        files: dict[str, str | bytes] = {**look.files, **feeds(site), **planner_file(site)}
        files |= {each.address: each.pdf.content for many in printed.values() for each in many}
        files |= changes_feeds(site, pages)
        files |= {**redirects(site, pages, files), **index.files}
        return Publication(
            documents=(*ready.values(), *slow.values()),
            fill=html.fill,
            assets=files,
            search=index.folder,
            look=look,
            start=linked.start(),
            address=site.guide.site,
            menu=menu(site),
            notices=(told,) if isinstance(told, str) else (),
            as_of=as_of,
        )
    except (UnreadableError, TemplateFaultError, SearchIndexError) as fault:
        return Refusal(f"fel: {fault}", 2)


def _documents(html: Html, linked: JsonLd, pages: Iterable[Page]) -> dict[str, Document]:
    """By address. A page with prints waits until they are set, so those come last."""
    return {page.address: replace(html.render(page), json_ld=linked.of(page)) for page in pages}


def _parts(theme: Path) -> Iterator[Page]:
    """The handbook's page of parts. Raises TemplateFaultError if their catalogue has faults."""
    proven = proving.prove(theme / "examples", parts.AS_OF)
    if isinstance(proven, Report):
        raise TemplateFaultError(report_text(proven))
    return parts.part_pages(Site(proven, parts.AS_OF))


def _changes(data: Path, root: Path, settings: Settings) -> Changelog | str | None:
    """The history, why it is not told, or nothing if nobody asked for it."""
    if settings.changes <= 0:
        return None
    told = changelog.changelog(data, root / changelog.KEPT, settings.changes)
    return f"Sidan med ändringar är utelämnad: {told}" if isinstance(told, str) else told


def instead(refusal: Refusal, addresses: Iterable[str]) -> Publication:
    """The reason at every address that the last guide had, for whoever is watching a preview."""
    documents = tuple(refusal_page(refusal.text, address) for address in addresses)
    look = refusal.look
    return Publication(
        documents=documents,
        fill=lambda *_: documents[0].body,
        assets=look.files if look else {},
        look=look,
    )
