"""Where a form, a document or a contact is made use of."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.calendar import Task
from generator.model.catalogue import Catalogue
from generator.model.guide import CareModel
from generator.model.outline import Spot, outline
from generator.model.record import record
from generator.model.service import Service
from generator.model.step import Step
from generator.plan.year import recurring_of
from generator.views import addresses, words
from generator.views.site import Site, once

USES: Final = "uses"
"""Pages that are made of this."""


@record(frozen=True, kw_only=True, slots=True)
class StepUse:
    title: str
    page: str
    applies: str | None


@record(frozen=True, kw_only=True, slots=True)
class Use:
    service: str
    page: str
    steps: tuple[StepUse, ...]
    """None for what belongs to the service as a whole."""


Key = tuple[str, str]
"""A section and an id."""
Uses = Mapping[Key, tuple[Use, ...]]
"""What nothing refers to has no key."""


@once
def uses(site: Site) -> Uses:
    """The services that refer to each form, link and contact, with their steps."""
    catalogue, found = site.catalogue, dict[Key, list[Use]]()
    for service in catalogue.services.values():
        steps: dict[Key, list[StepUse]] = {key: [] for key in _referred(service)}
        for spot in outline(service):
            if isinstance(spot.item, Step) and (keys := [*_referred(spot.item)]):
                told = _step(catalogue, spot)
                for key in keys:
                    steps.setdefault(key, []).append(told)
        page = addresses.service(service.id)
        for key, many in steps.items():
            use = Use(service=service.name, page=page, steps=tuple(many))
            found.setdefault(key, []).append(use)
    for model in catalogue.models.values():
        for key, tasks in _monthly(catalogue, model).items():
            use = Use(
                service=f"Månadens rutin i {model.name}",
                page=addresses.month(model.id),
                steps=tuple(tasks),
            )
            found.setdefault(key, []).append(use)
    return {key: tuple(many) for key, many in found.items()}


def _monthly(catalogue: Catalogue, model: CareModel) -> dict[Key, list[StepUse]]:
    found: dict[Key, list[StepUse]] = {}
    for recurring in recurring_of(catalogue, model.id):
        for task in recurring.tasks:
            if not task.models or model.id in task.models:
                use = StepUse(
                    title=task.title,
                    page=f"{addresses.month(model.id)}#{recurring.id}",
                    applies=words.applies(catalogue, task, model.id),
                )
                for key in _referred(task):
                    found.setdefault(key, []).append(use)
    return found


def _step(catalogue: Catalogue, spot: Spot) -> StepUse:
    return StepUse(
        title=spot.item.title,
        page=addresses.target(spot.id),
        applies=words.applies(catalogue, spot.item),
    )


def _referred(part: Service | Step | Task) -> Iterator[Key]:
    if isinstance(part, Step) and part.form is not None:
        yield "forms", part.form
    yield from (("links", id_) for id_ in dict.fromkeys(part.links))
    received = part.recipients or () if isinstance(part, Step) else ()
    yield from (("contacts", id_) for id_ in dict.fromkeys([*received, *part.contacts]))
