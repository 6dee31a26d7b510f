"""What was changed in one part: its own fields, and those of the parts that have no id."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from rapidfuzz import fuzz

from generator.diff.changes.change import Change, Kind, Thing
from generator.diff.changes.labels import label
from generator.diff.changes.shown import Shown
from generator.model.calendar import MonthlyRule
from generator.model.entry import Part
from generator.model.lead_time import LeadTime
from generator.model.service import Cost, SelfTest, Successor
from generator.views import words

_TOLD_ELSEWHERE: Final = frozenset(
    {
        *("id", "former_ids", "choose", "steps", "options"),
        *("prerequisites", "obligation", "lead_time", "after"),
    }
)
_WITH_FIELDS: Final = (Cost, MonthlyRule, SelfTest, Successor)
"""Parts without a name: each field of theirs is told as the whole part's."""
_AS_ONE: Final = frozenset({"models", "operators", "ways", "postal_address"})
"""Lists that say one thing together."""
_EVERYBODY: Final = {"models": "alla", "operators": "alla"}
_SAME: Final = 60
"""Percent of a text in a list that is kept, for it to be called changed rather than replaced."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a comparison stands: the thing, and how values were and are shown."""

    entry: Thing
    was: Shown
    now: Shown
    part: Thing | None = None
    path: str = ""
    label: str = ""

    def change(self, field: str, name: str, before: str | None, after: str | None) -> Change:
        return Change(
            kind=Kind.CHANGED,
            entry=self.entry,
            part=self.part,
            field=f"{self.path}{field}",
            label=f"{self.label}{name}",
            before=before,
            after=after,
        )

    def within(self, field: str, name: str) -> "Pair":
        return replace(self, path=f"{self.path}{field}.", label=f"{self.label}{name}, ")


def fields(pair: Pair, before: Part, after: Part) -> Iterator[Change]:
    """Every field of the part that says something else, in the model's order."""
    for name in type(after).model_fields:
        was, now = getattr(before, name, None), getattr(after, name)
        if was != now and name not in _TOLD_ELSEWHERE:
            yield from _field(pair, name, label(after, name), (was, now))


def _field(pair: Pair, name: str, called: str, values: tuple[Any, Any]) -> Iterator[Change]:
    was, now = values
    if isinstance(now, _WITH_FIELDS) and isinstance(was, type(now)):
        yield from fields(pair.within(name, called), was, now)
    elif isinstance(now, tuple) and name not in _AS_ONE:
        yield from listed(pair, name, called, (was or (), now))
    else:
        left_out = _EVERYBODY.get(name)
        before = pair.was.value(name, was) or left_out
        after = pair.now.value(name, now) or left_out
        yield pair.change(name, called, before, after)


def listed(
    pair: Pair, name: str, called: str, values: tuple[tuple[Any, ...], tuple[Any, ...]]
) -> Iterator[Change]:
    """What came into a list and what left it; a text that was reworded did neither.

    A list that only has another order is told whole.
    """
    was, now = values
    gone = [each for each in was if each not in now]
    come = [each for each in now if each not in was]
    if not gone and not come:
        yield pair.change(name, called, pair.was.value(name, was), pair.now.value(name, now))
    alike = _parts_alike if any(isinstance(each, Part) for each in (*gone, *come)) else _texts_alike
    for before, after in _matched(gone, come, alike):
        gone.remove(before)
        come.remove(after)
        yield from _item(pair, name, called, (before, after))
    for each in gone:
        yield pair.change(name, called, pair.was.value(name, each), None)
    for each in come:
        yield pair.change(name, called, None, pair.now.value(name, each))


def _item(pair: Pair, name: str, called: str, values: tuple[Any, Any]) -> Iterator[Change]:
    was, now = values
    if isinstance(now, Part):
        shown = pair.now.value(name, now)
        yield from fields(pair.within(name, f"{called} «{shown}»"), was, now)
    else:
        yield pair.change(name, called, was, now)


def _matched(
    gone: list[Any], come: list[Any], alike: Callable[[Any, Any], bool]
) -> list[tuple[Any, Any]]:
    pairs: list[tuple[Any, Any]] = []
    for before in gone:
        free = (after for after in come if all(after is not taken for _, taken in pairs))
        found = next((after for after in free if alike(before, after)), None)
        if found is not None:
            pairs.append((before, found))
    return pairs


def _parts_alike(one: Any, other: Any) -> bool:  # noqa: ANN401 - any part
    """Functions of one name, occasions of one month, citations of one source."""
    keys = ("name", "title", "month", "fact", "ref")
    return any(getattr(one, k, None) == getattr(other, k, "") for k in keys)


def _texts_alike(one: Any, other: Any) -> bool:  # noqa: ANN401 - a text, or an id or date
    is_prose = " " in str(one) and " " in str(other)
    return is_prose and fuzz.ratio(str(one), str(other)) >= _SAME


def lead_time(pair: Pair, called: str, before: LeadTime, after: LeadTime) -> Iterator[Change]:
    """The time as it is told, and what it rests on."""
    was, now = words.lead_time(before), words.lead_time(after)
    if was == now and before.duration != after.duration:
        was, now = (f"{words.lead_time(each)} ({_counted(each)})" for each in (before, after))
    if was != now:
        yield pair.change("lead_time", called, was, now)
    inner = pair.within("lead_time", called)
    for name in ("because", "basis", "source"):
        one, other = getattr(before, name), getattr(after, name)
        if one != other:
            yield from _field(inner, name, label(after, name), (one, other))


def _counted(time: LeadTime) -> str:
    """What the plan counts with, where the source's own words hide it."""
    length = time.duration
    return f"räknas som {words.duration(length)}" if length else "räknas inte"
