"""What nobody has verified, for those who can answer; and what will soon be too old to trust."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from generator.checks.rules.stale_fact import MAX_AGE
from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.directory import Contact, Form, Link
from generator.model.record import record
from generator.model.references import REFERS_TO
from generator.model.service import Service
from generator.model.walk import Placed, inside, kinds_with, leaves
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.site import Site, once
from generator.views.verifying import Writing, writing

AHEAD: Final = 90
"""Days ahead in which something becomes too old: time enough to ask and be answered."""
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_KINDS: Final = {"services": "Tjänst", "forms": "Blankett", "contacts": "Kontakt", "links": "Länk"}
"""The sections whose entries have a `verified`."""
_REFERRING: Final = frozenset(field for field, section in REFERS_TO.items() if section in _KINDS)
"""The fields that name such an entry."""
_PAGES: Final = {
    "services": addresses.service,
    "forms": addresses.form,
    "contacts": addresses.contact,
    "links": addresses.document,
}

Verifiable = Service | Form | Contact | Link
Key = tuple[str, str]
"""A section and an id."""
ToVerify = tuple[str, Verifiable, int]
"""An entry with its section, and in how many places of the catalogue it is referred to."""


@record(frozen=True, slots=True)
class Asked:
    """Who can answer, and what is to be asked; or nobody."""

    anchor: str
    name: str
    page: str | None
    entries: tuple[ToVerify, ...]


@record(frozen=True, kw_only=True, slots=True)
class Unverified:
    kind: str
    name: str
    page: str
    age: str
    """When its source's facts were true, in the source's own words."""
    year: int
    """The first year in those words; nought when there is none, so that it comes first."""
    uses: int
    """In how many places of the catalogue it is referred to."""
    writing: Writing


@record(frozen=True, kw_only=True, slots=True)
class Owner:
    """Who can answer, with what is to be asked: the oldest and then the most used first."""

    anchor: str
    name: str
    page: str | None
    """Where its contacts stand; None of those whom nobody answers for."""
    entries: tuple[Unverified, ...]


@record(frozen=True, kw_only=True, slots=True)
class OwnerPage:
    """Where what an owner can answer stands, if one page cannot hold it all."""

    name: str
    page: str
    number: int


@record(frozen=True, kw_only=True, slots=True)
class Ageing:
    name: str
    page: str
    checked: str
    stale_on: date
    """The first day on which it is too old."""
    day: str
    place: str
    address: str | None


def verification_pages(site: Site) -> Iterator[Page]:
    """`/redaktor/kontrollera/`, and a page for each owner where there is much to verify."""
    yield Page(
        address=addresses.VERIFICATION,
        title="Kontrollera uppgifterna",
        description="Vad i guiden som ingen har kontrollerat, och vad som snart är för gammalt.",
        template="verification",
        later=partial(_facts, site),
    )
    for asked in _asked(site) if site.is_large else ():
        yield Page(
            address=_page(asked),
            title=f"Kontrollera uppgifterna: {asked.name}",
            description="Vad i guiden som ingen har kontrollerat, för den som kan svara.",
            template="verification_owner",
            later=partial(_owner_facts, site, asked),
        )


def _facts(site: Site) -> Mapping[str, Any]:
    everybody, soon = _asked(site), site.as_of + timedelta(AHEAD)
    ageing = sorted(_ageing(site), key=lambda each: (each.stale_on, words.collated(each.name)))
    return {
        "owners": () if site.is_large else tuple(_owner(site, asked) for asked in everybody),
        "apart": [
            OwnerPage(name=asked.name, page=_page(asked), number=len(asked.entries))
            for asked in everybody
            if site.is_large
        ],
        "number": sum(len(asked.entries) for asked in everybody),
        "total": sum(len(getattr(site.catalogue, section)) for section in _KINDS),
        "overdue": [each for each in ageing if each.stale_on <= site.as_of],
        "coming": [each for each in ageing if site.as_of < each.stale_on <= soon],
        "soon": words.day(soon),
        "ahead": AHEAD,
        "rule": addresses.rule("stale-fact"),
    }


def _owner_facts(site: Site, asked: Asked) -> Mapping[str, Any]:
    return {"owner": _owner(site, asked), "all": addresses.VERIFICATION}


def _page(asked: Asked) -> str:
    return f"{addresses.VERIFICATION}/{asked.anchor}"


def _owner(site: Site, asked: Asked) -> Owner:
    entries = (_unverified(site, *each) for each in asked.entries)
    return Owner(
        anchor=asked.anchor,
        name=asked.name,
        page=asked.page,
        entries=tuple(sorted(entries, key=lambda e: (e.year, -e.uses, words.collated(e.name)))),
    )


@once
def _asked(site: Site) -> tuple[Asked, ...]:
    """Everybody who can answer something, in order, and those whom nobody answers for last."""
    catalogue = site.catalogue
    told = site.recall("verification", lambda: _by_owner(catalogue))
    found = {
        owner: tuple(
            (section, getattr(catalogue, section)[id_], uses) for section, id_, uses in rows
        )
        for owner, rows in told
    }
    known = [catalogue.organisations[id_] for id_ in found if id_ is not None]
    known.sort(key=lambda each: words.collated(each.name))
    pages = {organisation.id: addresses.organisation(organisation.id) for organisation in known}
    everybody = [
        Asked(addresses.fragment(pages[each.id]), each.name, pages[each.id], found[each.id])
        for each in known
    ]
    if None in found:
        name = "Den som kan svara framgår inte"
        everybody.append(Asked("framgar-inte", name, None, found[None]))
    return tuple(everybody)


def _by_owner(catalogue: Catalogue) -> list[tuple[str | None, list[tuple[str, str, int]]]]:
    """Section and id of what each can answer, and how many use it; None for what nobody can."""
    references = tuple(_references(catalogue))
    used = Counter(target for referring, target in references if referring != target)
    users: dict[Key, list[Key]] = {}
    for referring, target in references:
        users.setdefault(target, []).append(referring)
    found: dict[str | None, list[tuple[str, str, int]]] = {}
    for section, entry in _entries(catalogue):
        if entry.verified is None:
            key = section, entry.id
            owner = _owner_of(catalogue, entry, users.get(key, ()))
            found.setdefault(owner, []).append((section, entry.id, used[key]))
    return [*found.items()]


def _entries(catalogue: Catalogue) -> Iterator[tuple[str, Verifiable]]:
    for section in _KINDS:
        yield from ((section, entry) for entry in getattr(catalogue, section).values())


def _owner_of(catalogue: Catalogue, entry: Verifiable, users: Iterable[Key]) -> str | None:
    """The organisation that can tell: of a form the one that it is sent to, and of what nobody
    stands for the one whose services make use of it, if there is but one.
    """
    match entry:
        case Contact():
            return entry.organisation
        case Service():
            return entry.provider
        case Form() if entry.recipients:
            return catalogue.contacts[entry.recipients[0]].organisation
    providers = {catalogue.services[id_].provider for by, id_ in users if by == "services"}
    return providers.pop() if len(providers) == 1 else None


def _references(catalogue: Catalogue) -> Iterator[tuple[Key, Key]]:
    """Every place where an entry names another, or itself; a step of a service is the service."""
    kinds = kinds_with(_REFERRING)
    for section in SECTIONS:
        for id_, entry in getattr(catalogue, section).items():
            for part in inside(entry, *kinds):
                for leaf in leaves(Placed(part, ()), _REFERRING):
                    named = REFERS_TO[leaf.field], str(leaf.value).partition("/")[0]
                    yield (section, id_), named


def _unverified(site: Site, section: str, entry: Verifiable, uses: int) -> Unverified:
    source = site.catalogue.sources[entry.source.ref]
    year = _YEAR.search(source.as_of or "")
    return Unverified(
        kind=_KINDS[section],
        name=words.entry(site.catalogue, entry),
        page=_PAGES[section](entry.id),
        age=source.as_of or "utan datum",
        year=int(year[0]) if year else 0,
        uses=uses,
        writing=writing(site, section, entry.id),
    )


def _ageing(site: Site) -> Iterator[Ageing]:
    for section, entry in _entries(site.catalogue):
        if entry.verified is not None:
            path = (section, entry.id, "verified", "date")
            name, page = words.entry(site.catalogue, entry), _PAGES[section](entry.id)
            yield _aged(site, path, entry.verified.date, name=name, page=page)
    for source in site.catalogue.sources.values():
        if source.read is not None:
            page = f"om#{addresses.source(source.id)}"
            read = ("sources", source.id, "read")
            yield _aged(site, read, source.read, name=f"Källan {source.title}", page=page)


def _aged(site: Site, path: tuple[str, ...], day: date, *, name: str, page: str) -> Ageing:
    place, stale_on = site.place(path), day + timedelta(MAX_AGE + 1)
    return Ageing(
        name=name,
        page=page,
        checked=words.day(day),
        stale_on=stale_on,
        day=words.day(stale_on),
        place=f"{place.file}:{place.line}",
        address=site.edit_url(place),
    )
