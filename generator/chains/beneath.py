"""What services rest on, from service to service: all that a graph of their ways can need.

A part of the catalogue is told apart in a few milliseconds at 2,500 services, and a plan of what a
unit must have then looks at 973 of them.
"""

from collections.abc import Iterable

from generator.model.catalogue import Catalogue
from generator.model.need import AllOf, Need, Reference
from generator.model.service import Service
from generator.model.step import Choice, Item, Option, Step


def beneath(catalogue: Catalogue, goals: Iterable[str]) -> dict[str, Service]:
    """The goals and every service that they ask for, for anybody and on any way, as written."""
    services, met, stack = catalogue.services, set[str](), list(goals)
    while stack:
        id_ = stack.pop()
        if id_ in met:
            continue
        met.add(id_)
        service = services.get(id_)
        if service is not None:
            ask(service, stack)
    return {id_: service for id_, service in services.items() if id_ in met}


def ask(service: Service, found: list[str]) -> None:
    """Add the services that it asks for, in whatever of it, once for each time."""
    if service.prerequisites:
        _gather(service.prerequisites, found)
    if service.steps:
        _gather_asked(service.steps, found)


def _gather_asked(items: Iterable[Item | Option], found: list[str]) -> None:
    for item in items:
        if item.prerequisites:
            _gather(item.prerequisites, found)
        if isinstance(item, Step):
            continue
        _gather_asked(item.options if isinstance(item, Choice) else item.steps, found)


def _gather(needs: Iterable[Need], found: list[str]) -> None:
    for need in needs:
        if isinstance(need, Reference):
            found.append(need.need.partition("/")[0])
        else:
            _gather(need.all if isinstance(need, AllOf) else need.any, found)
