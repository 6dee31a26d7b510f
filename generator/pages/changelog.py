"""`/andringar/`: what has been changed in the guide, and a page for each care model."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from generator.model.record import record
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.changelog import Edition, Item, Line
from generator.views.former import former_items
from generator.views.site import Site

_IN_SIGHT: Final = 6
"""Effects that stand open; the rest are folded."""
_LONG: Final = 14
"""Entries and sentences of an edition that are folded, kind by kind, if they are more."""
_NAMED_OF_A_KIND: Final = 3
"""Entries that are named before the rest of their kind."""
_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "contacts": ("kontakt", "kontakter"),
    "facts": ("uppgift att samla", "uppgifter att samla"),
    "forms": ("blankett", "blanketter"),
    "guide": ("uppgift om guiden", "uppgifter om guiden"),
    "links": ("länk", "länkar"),
    "models": ("vårdval", "vårdval"),
    "operators": ("driftsform", "driftsformer"),
    "organisations": ("organisation", "organisationer"),
    "recurring": ("återkommande datum", "återkommande datum"),
    "services": ("tjänst", "tjänster"),
    "sources": ("källa", "källor"),
    "stops": ("stopp", "stopp"),
    "terms": ("ord i ordlistan", "ord i ordlistan"),
}
"""One entry of each section, and many."""
_ANY_KIND: Final = ("uppgift", "uppgifter")
_NAMED: Final = 2
"""Entries that the heading of an edition names."""
_PLACES: Final[Mapping[str, Callable[[str], str]]] = {
    "contacts": addresses.contact,
    "forms": addresses.form,
    "links": addresses.document,
    "models": addresses.model,
    "organisations": addresses.organisation,
    "recurring": addresses.recurring,
    "services": addresses.service,
    "terms": addresses.term,
    "facts": lambda _: addresses.GATHER,
    "stops": lambda _: addresses.CALENDAR,
    "sources": lambda id_: f"om#{addresses.source(id_)}",
}


@record(frozen=True, kw_only=True, slots=True)
class Said:
    """A sentence, and whom it is for unless it is for all of the page's readers."""

    text: str
    details: tuple[str, ...]
    applies: str | None


@record(frozen=True, kw_only=True, slots=True)
class Changed:
    heading: str
    section: str
    page: str | None
    """Where it stands today; None when it no longer does."""
    applies: str | None
    lines: tuple[Said, ...]


@record(frozen=True, kw_only=True, slots=True)
class Group:
    """Entries of one kind, of an edition that has too many to stand open."""

    title: str
    """«Två tjänster»."""
    items: tuple[Changed, ...]


@record(frozen=True, kw_only=True, slots=True)
class EditionView:
    commit: str
    anchor: str
    day: str
    made: datetime
    """In UTC."""
    title: str
    """«tjänsten «Sjunet»», «14 ändringar»."""
    effects: tuple[Said, ...]
    effects_known: bool
    items: tuple[Changed, ...]
    groups: tuple[Group, ...]
    """The same by kind, in the order of the items; none when they are few enough to stand open."""
    unread: str | None
    """«2 poster», of what could not be compared."""


@record(frozen=True, kw_only=True, slots=True)
class Tab:
    name: str
    page: str
    is_here: bool


def changelog_pages(site: Site) -> Iterator[Page]:
    """None where no history tells."""
    if site.changelog is None:
        return
    models = site.catalogue.models
    yield _page(site, addresses.CHANGELOG, "Vad som har ändrats", None)
    if len(models) > 1:
        for model in models.values():
            title = f"Vad som har ändrats för {model.name}"
            yield _page(site, addresses.changes(model.id), title, model.id)


def _page(site: Site, address: str, title: str, model: str | None) -> Page:
    log = site.changelog
    assert log is not None  # noqa: S101 - its caller has seen to it
    return Page(
        address=address,
        title=title,
        description=f"{title} i guiden, det senaste först.",
        template="changelog",
        data={
            "editions": tuple(_editions(site, log.editions, model)),
            "since": _day(site, log.since),
            "since_moment": log.since,
            "whole": log.whole,
            "tabs": tuple(_tabs(site, address)),
            "feed": addresses.changes_feed(address),
            "in_sight": _IN_SIGHT,
            "named": _NAMED_OF_A_KIND,
        },
        search_words=("nyheter", "nytt i guiden", "uppdateringar", "ändringslogg"),
    )


def _tabs(site: Site, here: str) -> Iterator[Tab]:
    """The pages to choose among; none when there is but one."""
    models = site.catalogue.models
    if len(models) > 1:
        pages = {addresses.CHANGELOG: "Alla ändringar"}
        pages |= {addresses.changes(model.id): model.name for model in models.values()}
        for page, name in pages.items():
            yield Tab(name=name, page=page, is_here=page == here)


def _editions(site: Site, editions: Iterable[Edition], model: str | None) -> Iterator[EditionView]:
    for edition in editions:
        effects = tuple(
            _said(site, each, model) for each in edition.effects or () if _is_for(each, model)
        )
        items = tuple(_changed(site, each, model) for each in edition.items if _is_for(each, model))
        if effects or items or (edition.unread and not edition.items):
            yield EditionView(
                commit=edition.commit,
                anchor=f"andring-{edition.commit[:12]}",
                day=_day(site, edition.made),
                made=edition.made,
                title=_title(items, effects),
                effects=effects,
                effects_known=edition.effects is not None,
                items=items,
                groups=tuple(_groups(items)),
                unread=words.counted(edition.unread, "post", "poster") if edition.unread else None,
            )


def _groups(items: tuple[Changed, ...]) -> Iterator[Group]:
    if sum(1 + len(item.lines) for item in items) <= _LONG:
        return
    for section in dict.fromkeys(item.section for item in items):
        mine = tuple(item for item in items if item.section == section)
        title = words.counted(len(mine), *_KINDS.get(section, _ANY_KIND))
        yield Group(title=f"{title[:1].upper()}{title[1:]}", items=mine)


def _title(items: tuple[Changed, ...], effects: tuple[Said, ...]) -> str:
    if not items:
        return "nya dagar" if effects else "det som inte går att jämföra"
    if len(items) > _NAMED:
        return f"{len(items)} ändringar"
    return words.listed(f"{item.heading[:1].lower()}{item.heading[1:]}" for item in items)


def _is_for(said: Item | Line, model: str | None) -> bool:
    return model is None or model in said.models


def _changed(site: Site, item: Item, model: str | None) -> Changed:
    lines = tuple(_said(site, each, model) for each in item.lines if _is_for(each, model))
    own = _applies(site, item.models, model)
    same = all(line.applies == own for line in lines)
    return Changed(
        heading=item.heading,
        section=item.section,
        page=_place(site, item.section, item.id),
        applies=own if same else None,
        lines=tuple(_unmarked(line) for line in lines) if same else lines,
    )


def _said(site: Site, line: Line, model: str | None) -> Said:
    applies = _applies(site, line.models, model)
    return Said(text=line.text, details=line.details, applies=applies)


def _unmarked(said: Said) -> Said:
    return Said(text=said.text, details=said.details, applies=None)


def _applies(site: Site, models: tuple[str, ...], model: str | None) -> str | None:
    """The short names of the care models, on the page of all; None when it is all of them."""
    known = site.catalogue.models
    names = [known[id_].name for id_ in models if id_ in known]
    return words.listed(names) if model is None and 0 < len(names) < len(known) else None


def _place(site: Site, section: str, id_: str) -> str | None:
    """Under the name that it has today, if it is still there."""
    entries = getattr(site.catalogue, section, {}) if section in _PLACES else {}
    if section == "services":
        id_ = former_items(site.catalogue).get(id_, id_)
    elif id_ not in entries:
        id_ = next((e.id for e in entries.values() if id_ in e.former_ids), id_)
    return _PLACES[section](id_) if id_ in entries else None


def _day(site: Site, moment: datetime) -> str:
    return words.day(moment.astimezone(ZoneInfo(site.guide.timezone)).date())
