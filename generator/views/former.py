"""Where things were found before they were renamed, and where they are found now."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.model.service import Service
from generator.model.step import Choice, Item, Option, Step
from generator.views import addresses
from generator.views.site import Site, steadily

_PLACES: Final[Mapping[str, Callable[[str], str]]] = {
    "contacts": addresses.contact,
    "forms": addresses.form,
    "links": addresses.document,
    "models": addresses.calendar,
    "organisations": addresses.organisation,
    "recurring": addresses.recurring,
    "terms": addresses.term,
}
"""Entries that have a place on a page that they share with others."""

_PAGES: Final = ("services", "models", "operators")
"""Entries whose ids stand in the addresses of pages and files."""


def former_names(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """The former ids of whatever has pages of its own, by the id of today."""
    names: dict[str, tuple[str, ...]] = {}
    for section in _PAGES:
        for entry in getattr(catalogue, section).values():
            if entry.former_ids:
                names[entry.id] = (*names.get(entry.id, ()), *entry.former_ids)
    return names


@steadily
def former_anchors(site: Site) -> dict[str, tuple[str, ...]]:
    """The anchors that a place had on its page before, by its address of today."""
    anchors: dict[str, dict[str, None]] = {}
    for now, before in (*_entries(site.catalogue), *_steps(site.catalogue)):
        anchor = addresses.fragment(before)
        if anchor != addresses.fragment(now):
            anchors.setdefault(now, {})[anchor] = None
    return {now: tuple(before) for now, before in anchors.items()}


def former_items(catalogue: Catalogue) -> dict[str, str]:
    """Every name that a service, step, choice or option had, with its name of today."""
    services = catalogue.services.values()
    found = {
        before: now
        for service in filter(_renamed, services)
        for now, names in _names(service).items()
        for before in names
        if before != now
    }
    if not found:
        return {}
    current = {service.id for service in services}
    current.update(spot.id for service in services for spot in outline(service))
    return {before: now for before, now in found.items() if before not in current}


def former_ids(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """What ids in a question about a plan are called now: `models`, `operators`, and `items`, which
    are services, steps, choices and options.
    """
    entries = {"models": catalogue.models.values(), "operators": catalogue.operators.values()}
    renamed = {
        section: {former: each.id for each in found for former in each.former_ids}
        for section, found in entries.items()
    }
    return {"items": former_items(catalogue), **renamed}


def _entries(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for section, address in _PLACES.items():
        for entry in getattr(catalogue, section).values():
            yield from ((address(entry.id), address(former)) for former in entry.former_ids)


def _steps(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for before, now in former_items(catalogue).items():
        if "/" in now:
            yield addresses.target(now), addresses.target(before)


def _renamed(part: Service | Item | Option) -> bool:
    """Whether it, or something in it, had another id."""
    if part.former_ids or isinstance(part, Step):
        return bool(part.former_ids)
    return any(map(_renamed, part.options if isinstance(part, Choice) else part.steps))


def _names(service: Service) -> dict[str, tuple[str, ...]]:
    """All names of the service and of each of its steps, choices and options, today's first."""
    names = {service.id: (service.id, *service.former_ids)}
    for spot in outline(service):
        own = (spot.item.id, *spot.item.former_ids)
        scopes = names[spot.id.rpartition("/")[0]]
        names[spot.id] = tuple(f"{scope}/{id_}" for scope in scopes for id_ in own)
    return names
