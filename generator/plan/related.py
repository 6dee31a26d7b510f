"""The part of a catalogue in which a choice made otherwise can make a difference to a plan.

That is all on the way that rests on its service, all that they rest on, and whoever there asks for
a step inside an option, which settles a choice. Within the part everything is planned as in the
whole: at 2,500 services the plans of all the other options take a fiftieth of the time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.chains.beneath import ask
from generator.model.catalogue import Catalogue
from generator.model.need import Reference, references
from generator.model.outline import outline
from generator.model.service import Service


class Related:
    """Reads the references of a catalogue once, for a way to the goals, which are services."""

    def __init__(self, catalogue: Catalogue, goals: Iterable[str]) -> None:
        self.catalogue = catalogue
        self.place = {id_: place for place, id_ in enumerate(catalogue.services)}
        self.before: dict[str, set[str]] = {id_: set() for id_ in catalogue.services}
        self.after: dict[str, set[str]] = {id_: set() for id_ in catalogue.services}
        self.settling: dict[str, set[str]] = {}
        """For a service, those that ask for a step inside one of its options."""
        for service in catalogue.services.values():
            asked: list[str] = []
            ask(service, asked)
            self.before[service.id].update(self.before.keys() & asked)
        on_the_way = _closed(goals, self.before)
        for service in (catalogue.services[id_] for id_ in on_the_way):
            for reference in _references(service):
                if reference.service in self.before:
                    self.after[reference.service].add(service.id)
                    if reference.need.count("/") > 1:
                        self.settling.setdefault(reference.service, set()).add(service.id)

    def to(self, service: str) -> Catalogue:
        """The catalogue with only the services that are related to one."""
        found, new = set[str](), _closed({service}, self.after)
        while new:
            found |= _closed(new, self.before)
            new = {by for id_ in found for by in self.settling.get(id_, ())} - found
        in_order = sorted(found, key=self.place.__getitem__)  # as written, which settles ties
        services = {id_: self.catalogue.services[id_] for id_ in in_order}
        return replace(self.catalogue, services=services)


def _references(service: Service) -> Iterator[Reference]:
    for need in service.prerequisites:
        yield from references(need)
    for spot in outline(service):
        for need in spot.item.prerequisites:
            yield from references(need)


def _closed(start: Iterable[str], following: dict[str, set[str]]) -> set[str]:
    """Those, and all that follow from them."""
    met, stack = set(start), list(start)
    while stack:
        fresh = following[stack.pop()] - met
        met |= fresh
        stack += fresh
    return met
