"""What a change does to those who plan a start: dates, lists and verdicts before and after."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.diff.changes.change import Change
from generator.diff.changes.renames import Renames
from generator.diff.impact.samples import Answer, Asker, answers, may_move, touched
from generator.model.catalogue import Catalogue
from generator.plan.plan import Plan, PlannedStep, Verdict


@dataclass(frozen=True, slots=True)
class Move:
    """The last day to begin, for one start; None when no day is early enough."""

    start: date
    before: date | None
    after: date | None

    @property
    def days(self) -> int | None:
        """How many calendar days later; negative when it must be begun earlier."""
        if self.before is None or self.after is None:
            return None
        return (self.after - self.before).days


@dataclass(frozen=True, kw_only=True, slots=True)
class Shift:
    """Steps that must be begun on other days than before, all on the same."""

    who: tuple[Asker, ...]
    steps: tuple[str, ...]
    """Ids, in the order in which they are to be begun."""
    causes: tuple[str, ...]
    """Those of them with no moved step after them: where the movement begins."""
    moves: tuple[Move, ...]
    """One for each start at which the days differ."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """Steps that came onto a unit's list, or are no longer on it."""

    who: tuple[Asker, ...]
    steps: tuple[str, ...]
    comes: bool
    starts: tuple[date, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """Another answer to whether all can be ready in time."""

    who: tuple[Asker, ...]
    starts: tuple[date, ...]
    before: Verdict
    after: Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Earliest:
    """Another first day on which all can be ready, counted from the day of the comparison."""

    who: tuple[Asker, ...]
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Effects:
    shifts: tuple[Shift, ...] = ()
    listings: tuple[Listing, ...] = ()
    turns: tuple[Turn, ...] = ()
    earliest: tuple[Earliest, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.shifts or self.listings or self.turns or self.earliest)


K = TypeVar("K")
V = TypeVar("V")


def planned(
    old: Catalogue, new: Catalogue, made: Iterable[Change], renamed: Renames, today: date
) -> Effects:
    """What plans made with both say of the changes; nothing is planned that none can move."""
    made = tuple(made)
    if not may_move(made):
        return Effects()
    return effects(answers(old, new, touched(new, made), renamed, today), renamed)


def effects(given: Iterable[Answer], renamed: Renames) -> Effects:
    """The same effect for many askers is one; what all who start meet is not told of an extra."""
    by_asker = _grouped(given, lambda answer: answer.asker)
    seen = [_Seen(asker, tuple(many), renamed) for asker, many in by_asker.items()]
    plain = {(s.asker.model, s.asker.operator): s for s in seen if s.asker.extra is None}
    for each in seen:
        if each.asker.extra is not None:
            each.forget(plain[each.asker.model, each.asker.operator])
    return Effects(
        tuple(_shifts(seen)), tuple(_listings(seen)), tuple(_turns(seen)), tuple(_earliest(seen))
    )


class _Seen:
    """What one asker meets, start by start."""

    def __init__(self, asker: Asker, given: tuple[Answer, ...], renamed: Renames) -> None:
        self.asker = asker
        self.moves: dict[str, tuple[Move, ...]] = {}
        self.causes: set[str] = set()
        self.order: dict[str, int] = {}
        self.lists: dict[tuple[str, bool], list[date]] = {}
        self.turns = {
            a.start: (a.before.verdict, a.after.verdict)
            for a in given
            if a.before.verdict is not a.after.verdict
        }
        self.earliest = {
            (a.before.earliest_start, a.after.earliest_start)
            for a in given
            if a.before.earliest_start != a.after.earliest_start
        }
        for answer in given:
            self._read(answer.start, _steps(answer.before, renamed), answer.after)

    def _read(self, start: date, before: Mapping[str, PlannedStep], plan: Plan) -> None:
        after = {step.id: step for step in plan.steps}
        moved = {i for i in after if i in before and before[i].order_by != after[i].order_by}
        for number, id_ in enumerate(after):
            self.order.setdefault(id_, number)
            if id_ in moved:
                move = Move(start, before[id_].order_by, after[id_].order_by)
                self.moves[id_] = (*self.moves.get(id_, ()), move)
        followed = {id_ for step in moved for id_ in after[step].after}
        self.causes |= moved - followed
        for id_ in (*(i for i in after if i not in before), *(i for i in before if i not in after)):
            self.lists.setdefault((id_, id_ in after), []).append(start)

    def forget(self, other: "_Seen") -> None:
        """What the other meets in the same way is the other's to tell."""
        self.moves = {i: m for i, m in self.moves.items() if other.moves.get(i) != m}
        self.lists = {k: d for k, d in self.lists.items() if other.lists.get(k) != d}
        self.turns = {d: t for d, t in self.turns.items() if other.turns.get(d) != t}
        self.earliest -= other.earliest


def _steps(plan: Plan, renamed: Renames) -> dict[str, PlannedStep]:
    return {renamed.target(step.id): step for step in plan.steps}


def _shifts(seen: Iterable[_Seen]) -> Iterator[Shift]:
    seen = tuple(seen)
    each = ((s.asker, id_, moves) for s in seen for id_, moves in s.moves.items())
    by_step = _grouped(each, lambda found: (found[1], found[2]))
    who = {key: tuple(asker for asker, *_ in many) for key, many in by_step.items()}
    order = {id_: number for s in seen for id_, number in s.order.items()}
    causes = {id_ for s in seen for id_ in s.causes}
    shifts = []
    for (askers, moves), keys in _grouped(who, lambda key: (who[key], key[1])).items():
        ids = sorted((id_ for id_, _ in keys), key=lambda id_: order[id_])
        shifts.append(
            Shift(
                who=askers,
                steps=tuple(ids),
                causes=tuple(id_ for id_ in ids if id_ in causes),
                moves=moves,
            )
        )
    yield from sorted(shifts, key=lambda s: (not s.causes, -_size(s)))


def _size(shift: Shift) -> int:
    return max(abs(move.days) if move.days is not None else 10**6 for move in shift.moves)


def _listings(seen: Iterable[_Seen]) -> Iterator[Listing]:
    each = ((s.asker, *key, tuple(days)) for s in seen for key, days in s.lists.items())
    by_step = _grouped(each, lambda found: found[1:])
    who = {key: tuple(asker for asker, *_ in many) for key, many in by_step.items()}
    groups = _grouped(who, lambda key: (who[key], key[1], key[2]))
    for (askers, comes, days), keys in groups.items():
        yield Listing(who=askers, steps=tuple(id_ for id_, *_ in keys), comes=comes, starts=days)


def _turns(seen: Iterable[_Seen]) -> Iterator[Turn]:
    each = ((s.asker, turn, day) for s in seen for day, turn in s.turns.items())
    by_asker = _grouped(each, lambda found: (found[0], found[1]))
    days = {key: tuple(day for *_, day in many) for key, many in by_asker.items()}
    for (when, turn), keys in _grouped(days, lambda key: (days[key], key[1])).items():
        askers = tuple(asker for asker, _ in keys)
        yield Turn(who=askers, starts=when, before=turn[0], after=turn[1])


def _earliest(seen: Iterable[_Seen]) -> Iterator[Earliest]:
    each = ((s.asker, pair) for s in seen for pair in s.earliest)
    for (before, after), many in _grouped(each, lambda found: found[1]).items():
        yield Earliest(who=tuple(asker for asker, _ in many), before=before, after=after)


def _grouped(items: Iterable[V], key: Callable[[V], K]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
