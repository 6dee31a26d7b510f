"""A service's steps, choices and options with the ids that the whole program knows them by."""

from collections.abc import Iterator

from generator.model.paths import DataPath
from generator.model.record import record
from generator.model.service import Service
from generator.model.step import Choice, Item, Option, Step

__all__ = ["DataPath", "Spot", "outline"]


@record(frozen=True, slots=True)
class Spot:
    """Where an item stands. `id` is `service/step`, in an option `service/option/step`."""

    id: str
    item: Step | Choice | Option
    path: DataPath
    depth: int


def outline(service: Service) -> Iterator[Spot]:
    """Every step, choice and option of the service, in written order, an item before its parts."""
    yield from _items(service.steps, service.id, ("services", service.id, "steps"), 0)


def _items(items: tuple[Item, ...], scope: str, path: DataPath, depth: int) -> Iterator[Spot]:
    for position, item in enumerate(items):
        here = (*path, position)
        yield Spot(f"{scope}/{item.id}", item, here, depth)
        if isinstance(item, Choice):
            yield from _options(item, scope, (*here, "options"), depth + 1)


def _options(choice: Choice, scope: str, path: DataPath, depth: int) -> Iterator[Spot]:
    for position, option in enumerate(choice.options):
        here, inner = (*path, position), f"{scope}/{option.id}"
        yield Spot(inner, option, here, depth)
        yield from _items(option.steps, inner, (*here, "steps"), depth + 1)
