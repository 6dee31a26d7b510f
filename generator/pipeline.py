"""READ THIS FIRST: the stages in order, each from one type to the next.

    data/*.yaml ─ load ▶ Loaded ─ check ▶ CheckedCatalogue ─ pages ▶ Page… ─ html ▶ Document…
                                                └─ sheets ▶ Sheet… ─ prints ▶ Print…

`load` reads text and keeps every place; `check` proves, or says in a report why not; `sheets` says
what a paper holds and `pages` what a reader finds where; `outputs` gives it a form, paper first,
for its page says how long it is. Hosts call this, and only this; who publishes nothing calls
`proving`, which has the first two stages.
"""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator import proving, theme_ahead
from generator.clock import Clock
from generator.diagnostics import Report
from generator.diff.past import changelog
from generator.kept import documents, place
from generator.kept.proof import proof
from generator.load import Loaded, UnreadableError, load
from generator.load.changed import changed
from generator.model import prose
from generator.model.catalogue import Catalogue
from generator.model.prose import Readers
from generator.outputs.calendars.feeds import feeds
from generator.outputs.html import kept_pages
from generator.outputs.html.json_ld import JsonLd
from generator.outputs.html.kept_pages import NOTHING, KeptPages
from generator.outputs.html.recent import RECENT, Version
from generator.outputs.html.refusal import refusal_page
from generator.outputs.html.rendering import Document, Html
from generator.outputs.kept_values import BESIDE, PAGES, KeptValues
from generator.outputs.paper.prints import KEPT, prints
from generator.outputs.plans.planner_data import planner_file
from generator.outputs.search.index import ENTRY
from generator.outputs.search.kept_index import kept_index
from generator.outputs.site.assets import Assets
from generator.outputs.site.changelog_atom import changes_feeds
from generator.outputs.site.policy import HEADERS_FILE, headers_file
from generator.outputs.site.redirects import redirects
from generator.outputs.template_fault import TemplateFaultError
from generator.pages import parts
from generator.pages.navigation import menu
from generator.pages.page import Page
from generator.pages.registry import all_pages
from generator.plan.today import FIRST_DAY, LAST_DAY, countable, today
from generator.publication import Files, Publication, work_out_grounds
from generator.report.text import render as report_text
from generator.settings import Settings
from generator.sheets.registry import all_sheets
from generator.standing import standing
from generator.store import Store
from generator.views.changelog import Changelog
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is published."""

    text: str
    """For a terminal or a preview."""
    exit_code: int
    """1 when the catalogue has faults, 2 when it could not be read or rendered."""
    look: Assets | None = None
    """The styles for a preview, when the theme is not what is wrong."""


def publish(
    root: Path, settings: Settings, clock: Clock, *, strict: bool = False
) -> Publication | Refusal:
    """The whole guide, or the reason why there is none. Folders are relative to the root."""
    data, theme = (Path(os.path.relpath(root / f)) for f in (settings.data, settings.theme))
    try:
        with proving.undisturbed():
            clock.begin("load")
            loaded = load(data, documents.known())
            as_of = settings.as_of or today(loaded.catalogue.guide)
            if refusal := _uncountable(as_of):
                return refusal
            clock.begin("check")
            proven = proof(loaded, data, settings.as_of, as_of, strict=strict)
        if isinstance(proven, Report):
            return Refusal(report_text(proven), 1, theme_ahead.look(theme))
        clock.begin("history")
        told = _changes(data, root, settings)
        clock.begin("kept")
        version = _version(proven.catalogue, as_of, root, settings, loaded)
        facts = KeptValues(version.pages, PAGES)
        site = Site(proven, as_of, _past(told), facts.of, version.steady)
        made = _published(site, facts, root, settings, clock)
        return replace(made, notices=(told,) if isinstance(told, str) else ())
    except (UnreadableError, TemplateFaultError) as fault:
        return Refusal(f"fel: {fault}", 2)


def _past(told: Changelog | str | None) -> Changelog | None:
    return None if isinstance(told, str) else told


def _uncountable(as_of: date) -> Refusal | None:
    if type(as_of) is date and countable(as_of):  # a time of day is a `date` too
        return None
    return Refusal(f"fel: `as_of` ska vara ett datum från {FIRST_DAY:%Y} till {LAST_DAY:%Y}", 2)


class _Listed(NamedTuple):
    """Every page before it is made, and what is told of all of them."""

    pages: tuple[Page, ...]
    examples: Collection[Page]
    """Those that tell of the theme's own catalogue."""
    linked: JsonLd
    start: str | None
    menu: list[Any]


def _published(
    site: Site, facts: KeptValues, root: Path, settings: Settings, clock: Clock
) -> Publication:
    """What needs the theme comes last: another process is making that ready."""
    theme, kept = Path(os.path.relpath(root / settings.theme)), facts.pages
    clock.begin("prints")
    printed = prints(site, all_sheets(site), theme, root / KEPT) if settings.pdf else {}
    if kept:
        kept.prints = printed
    clock.begin("pages")
    listed = _listed(site, theme, kept)
    clock.begin("assets")
    look = theme_ahead.look(theme)
    clock.begin("html")
    html = Html(theme, site, printed, look, theme_ahead.templates(theme))
    clock.begin("host")
    return Publication(
        pages=listed.pages,
        document=_rendering(html, listed, clock),
        fill=partial(kept.fill, html.fill) if kept else html.fill,
        files=lambda: _files(html, listed.pages, root / settings.content, clock, kept),
        kept=kept,
        facts=facts,
        printed=printed,
        lasting=site.lasting,
        look=look,
        search=ENTRY,
        start=listed.start,
        address=site.guide.site,
        menu=listed.menu,
        as_of=site.as_of,
        clock=clock,
    )


def _listed(site: Site, theme: Path, kept: KeptPages | None) -> _Listed:
    with prose.reading() as read:
        with prose.reading():  # of the examples, as when their page is made
            examples = _parts(theme / "examples")
        pages = (*examples, *all_pages(site))
        linked = JsonLd(site, pages)
        found = _Listed(pages, examples, linked, linked.start(), menu(site))
    if kept:
        kept.listed(read)
    if not kept or not kept.known.pages:  # all of them are going to be made
        work_out_grounds(pages)
    return found


def _rendering(html: Html, listed: _Listed, clock: Clock) -> Callable[[Page], Document]:
    def document(page: Page) -> Document:
        if page in listed.examples:
            with prose.reading():  # it tells of another catalogue, which is the theme's
                return made(page)
        return made(page)

    def made(page: Page) -> Document:
        clock.begin("pages")
        settled = page.settled()
        clock.begin("html")
        return replace(html.render(settled), json_ld=listed.linked.of(page))

    return document


def _files(
    html: Html, pages: Sequence[Page], content: Path, clock: Clock, kept: KeptPages | None
) -> Files:
    """What is published beside the pages."""
    site, look, values = html.site, html.look, KeptValues(kept, BESIDE)
    found: dict[str, str | bytes] = {**values.of("feeds", lambda: feeds(site))}
    found |= values.of("planner", lambda: planner_file(site))
    found |= look.files if look else {}
    found |= {each.address: each.pdf.content for many in html.prints.values() for each in many}
    found |= changes_feeds(site, pages)
    found |= redirects(site, pages, found)
    clock.begin("search")
    found |= kept_index(site, pages, content, values).files
    values.keep()
    return {**found, HEADERS_FILE: headers_file(found)}


@cache
def _store() -> Store | None:
    """Of this program as it runs: a preview goes on with it when another has been installed."""
    return place.store(kept_pages.NAME)


def _version(
    catalogue: Catalogue, as_of: date, root: Path, settings: Settings, loaded: Loaded
) -> Version:
    """With what the last build kept of its pages, if they were made of the same but for texts."""
    prose.watch()
    store, places = _store(), loaded.places
    if store is None:
        return Version(places, NOTHING)
    made_of = repr((_made_of(root / settings.theme), root.absolute(), settings, as_of))
    key = store.key(made_of)
    version = RECENT.begin(
        key, places, lambda before, roots: changed(before, places, roots), lambda: store.get(key)
    )
    version.pages = KeptPages(
        store=store,
        key=key,
        known=version.known,
        texts={name: text.text for name, text in places.texts.items()},
        readers=Readers(catalogue.services.values()),
    )
    return version


_made_of: Final = standing(kept_pages.made_of)


@standing
def _parts(examples: Path) -> tuple[Page, ...]:
    """The handbook's page of parts. Raises TemplateFaultError if their catalogue has faults."""
    proven = proving.prove(examples, parts.AS_OF)
    if isinstance(proven, Report):
        raise TemplateFaultError(report_text(proven))
    return tuple(parts.part_pages(Site(proven, parts.AS_OF)))


def _changes(data: Path, root: Path, settings: Settings) -> Changelog | str | None:
    """The history, why it is not told, or nothing if nobody asked for it."""
    if settings.changes <= 0:
        return None
    told = changelog.changelog(data, root / changelog.KEPT, settings.changes)
    return f"Sidan med ändringar är utelämnad: {told}" if isinstance(told, str) else told


def instead(refusal: Refusal, addresses: Iterable[str]) -> Publication:
    """The reason at every address that the last guide had, for whoever is watching a preview."""
    look, body = refusal.look, refusal_page(refusal.text, "").body
    return Publication(
        pages=tuple(refusal_page(refusal.text, address).page for address in addresses),
        document=lambda page: refusal_page(refusal.text, page.address),
        fill=lambda *_: body,
        files=lambda: look.files if look else {},
        look=look,
    )
