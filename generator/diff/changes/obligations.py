"""Who must have a service, care model by care model."""

from collections.abc import Iterator

from generator.diff.changes.change import Change
from generator.diff.changes.fields import Pair, fields
from generator.diff.changes.things import named
from generator.model.service import Obligation, Service

_NOT_OFFERED = "erbjuds inte"


def obligations(pair: Pair, before: Service, after: Service) -> Iterator[Change]:
    for model in dict.fromkeys([*before.obligation, *after.obligation]):
        was, now = before.obligation.get(model), after.obligation.get(model)
        if was == now:
            continue
        called = f"krav för {named(pair.now.catalogue, 'models', model)}"
        here = f"obligation.{model}"
        if _level(pair, was) != _level(pair, now):
            yield pair.change(here, called, _level(pair, was), _level(pair, now))
        if was is not None and now is not None:
            told = (each for each in fields(pair.within(here, called), was, now))
            yield from (each for each in told if not each.field.endswith(".level"))


def _level(pair: Pair, obligation: Obligation | None) -> str:
    return pair.now.value("obligation", obligation) or _NOT_OFFERED
