"""Whose readers a change concerns."""

from collections.abc import Callable, Iterable

from generator.diff.changes.change import Change
from generator.diff.changes.renames import Renames
from generator.model.catalogue import Catalogue
from generator.model.entry import Applies
from generator.model.outline import outline
from generator.model.service import Service
from generator.model.step import Step


def concerned(
    before: Catalogue, after: Catalogue, renamed: Renames
) -> Callable[[Change], tuple[str, ...]]:
    """Tells of a change the ids of its care models, in written order; all, if it is everybody's."""
    was, now, every = _Users(before), _Users(after), tuple(after.models)

    def models(change: Change) -> tuple[str, ...]:
        section, id_ = change.entry.section, change.entry.id
        part = change.part.id if change.part else None
        found = now.models(section, id_, part)
        found = found or was.models(section, renamed.old(section, id_), part)
        return tuple(model for model in every if model in found) or every

    return models


class _Users:
    """Which care models each thing of a catalogue is for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.items = {
            spot.id: spot.item
            for service in catalogue.services.values()
            for spot in outline(service)
        }
        self.users: dict[tuple[str, str], list[Service]] = {}
        for service in catalogue.services.values():
            for key in _referred(catalogue, service):
                self.users.setdefault(key, []).append(service)

    def models(self, section: str, id_: str, part: str | None) -> set[str]:
        """Empty for what is not here, and for what is everybody's."""
        if section == "models":
            return {id_} & set(self.catalogue.models)
        entry = getattr(self.catalogue, section, {}).get(id_) if section != "guide" else None
        item = self.items.get(part) if part else None
        own = {m for each in (item, entry) if isinstance(each, Applies) for m in each.models}
        if isinstance(entry, Service):
            return (own & set(entry.obligation)) or set(entry.obligation)
        return own or self._of_users(self.users.get((section, id_), ()))

    def _of_users(self, services: Iterable[Service]) -> set[str]:
        return {model for service in services for model in service.obligation}


def _referred(catalogue: Catalogue, service: Service) -> set[tuple[str, str]]:
    """Sections and ids of what a service's readers are sent to, and what holds them up."""
    steps = [spot.item for spot in outline(service) if isinstance(spot.item, Step)]
    parts: list[Service | Step] = [service, *steps]
    forms = {step.form for step in steps if step.form}
    contacts = {id_ for each in parts for id_ in each.contacts}
    contacts |= {id_ for step in steps for id_ in step.recipients or ()}
    contacts |= {
        id_ for f in forms if f in catalogue.forms for id_ in catalogue.forms[f].recipients
    }
    return {
        *(("forms", id_) for id_ in forms),
        *(("contacts", id_) for id_ in contacts),
        *(("links", id_) for each in parts for id_ in each.links),
        *(("recurring", id_) for id_ in service.recurring),
        *(("stops", id_) for step in steps for id_ in step.stop),
    }
