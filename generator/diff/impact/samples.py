"""The questions that are asked before and after, so that a change can be told by what it does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.diff.changes.change import Change, Kind
from generator.diff.changes.renames import Renames
from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.model.profile import Profile, must_have
from generator.model.step import Step
from generator.plan.plan import Plan, Question
from generator.plan.planning import make_plan

_STARTS: Final = ((2, 1), (5, 1), (8, 15), (10, 1))
"""Month and day: before, in and after the summer's stops, and a time without holidays."""

_MOST_EXTRAS: Final = 8
"""Services that a care model may do without, each asked about by itself: 16 plans before and after
for each operator."""

_PLANNED: Final = frozenset(
    {
        *("actor", "after", "begins", "first", "last", "lead_time", "models", "obligation"),
        *("operators", "optional", "prerequisites", "recommended", "stop", "until"),
    }
)
"""Fields that decide whether, in which order and when a step is done."""
_PLANNING: Final = frozenset({"models", "operators", "services", "stops"})
"""Sections that a plan looks at."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody whom a change may touch."""

    model: str
    operator: str
    extra: str | None = None
    """The id of a service wanted beside those that the unit must have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The plans of one asker and one start, before and after."""

    asker: Asker
    before: Plan
    after: Plan

    @property
    def start(self) -> date:
        return self.after.question.start


def starts(today: date) -> tuple[date, ...]:
    """The sample days of the year after the day."""
    return tuple(date(today.year + 1, month, day) for month, day in _STARTS)


def answers(
    old: Catalogue, new: Catalogue, wanted: Iterable[str], renamed: Renames, today: date
) -> Iterator[Answer]:
    """Each care model and operator in both, alone and with each wanted service it need not have."""
    wanted = tuple(wanted)
    for model in (id_ for id_ in new.models if id_ in old.models):
        optional = tuple(_optional(old, new, model, wanted, renamed))
        extras = (None, *optional[:_MOST_EXTRAS])
        for operator in (id_ for id_ in new.operators if id_ in old.operators):
            for extra in extras:
                asker = Asker(model, operator, extra)
                former = extra and renamed.old("services", extra)
                for start in starts(today):
                    before = _plan(old, Asker(model, operator, former), start, today)
                    yield Answer(asker, before, _plan(new, asker, start, today))


def unasked(
    old: Catalogue, new: Catalogue, wanted: Iterable[str], renamed: Renames
) -> tuple[str, ...]:
    """Ids of the wanted services that `answers` leaves out of some care model, since many are."""
    wanted = tuple(wanted)
    models = (id_ for id_ in new.models if id_ in old.models)
    optional = (tuple(_optional(old, new, model, wanted, renamed)) for model in models)
    return tuple(dict.fromkeys(id_ for many in optional for id_ in many[_MOST_EXTRAS:]))


def touched(new: Catalogue, changes: Iterable[Change]) -> list[str]:
    """Ids of the services whose own steps a change may bring other days, through a stop too."""
    moving = [change for change in changes if _may_move(change)]
    ids = {change.entry.id for change in moving if change.entry.section == "services"}
    stops = {change.entry.id for change in moving if change.entry.section == "stops"}
    return [
        service.id
        for service in new.services.values()
        if service.id in ids
        or any(
            isinstance(spot.item, Step) and not stops.isdisjoint(spot.item.stop)
            for spot in outline(service)
        )
    ]


def may_move(changes: Iterable[Change]) -> bool:
    """Whether any plan may come out otherwise."""
    return any(_may_move(change) for change in changes if change.entry.section in _PLANNING)


def _may_move(change: Change) -> bool:
    """Whether plans may look at it; what is only read moves no day."""
    return change.kind is not Kind.CHANGED or change.field.partition(".")[0] in _PLANNED


def _optional(
    old: Catalogue, new: Catalogue, model: str, wanted: Iterable[str], renamed: Renames
) -> Iterator[str]:
    profile = Profile(frozenset({model}), frozenset())
    had = {renamed.entry("services", id_) for id_ in must_have(old, profile)}
    has = {*had, *must_have(new, profile)}
    for id_ in wanted:
        if id_ not in has and model in new.services[id_].obligation:
            yield id_


def _plan(catalogue: Catalogue, asker: Asker, start: date, today: date) -> Plan:
    profile = Profile(frozenset({asker.model}), frozenset({asker.operator}))
    extra = (asker.extra,) if asker.extra is not None else ()
    return make_plan(catalogue, Question(profile=profile, start=start, today=today, extra=extra))
