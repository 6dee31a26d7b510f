"""Which things changed their id and are still the same, by their own word or by their content."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from rapidfuzz import fuzz

from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.entry import Part
from generator.model.outline import Spot, outline
from generator.model.references import REFERS_TO
from generator.model.service import Service
from generator.model.step import Choice, Option, Step

_SAME: Final = 70
"""Percent of the content that must be the same for a thing with another id to be the same thing."""
_NOT_CONTENT: Final = frozenset(
    {"id", "former_ids", "choose", "source", "basis", "verified", "options", "steps"}
)
"""Fields that say nothing of what a thing is about, and the parts that have ids of their own."""

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Renames:
    """Old ids and their new ones."""

    entries: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By section and old id."""
    items: Mapping[str, str] = field(default_factory=dict)
    """Steps, choices and options by their old id, the service's new one already in it."""

    def entry(self, section: str, id_: str) -> str:
        return self.entries.get((section, id_), id_)

    def target(self, id_: str) -> str:
        """The new id of a service, or of a step, choice or option, also one inside another."""
        service, sign, inner = id_.partition("/")
        head = self.entry("services", service) + sign + inner
        if head in self.items:
            return self.items[head]
        scope, _, last = head.rpartition("/")
        return f"{self.target(scope)}/{last}" if "/" in scope else head

    def old(self, section: str, id_: str) -> str:
        """The id that an entry had before."""
        found = (old for (kind, old), new in self.entries.items() if (kind, new) == (section, id_))
        return next(found, id_)


def renames(old: Catalogue, new: Catalogue) -> Renames:
    """What is gone from the one and new in the other, and has most of its content in common."""
    entries = dict(_entries(old, new))
    found = Renames(entries)
    aligned = follow(old, found)
    pairs = ((aligned.services[id_], new.services.get(id_)) for id_ in aligned.services)
    items = {o: n for before, after in pairs if after for o, n in _items(before, after)}
    return Renames(entries, items)


def follow(old: Catalogue, renamed: Renames) -> Catalogue:
    """The old catalogue under the new ids, wherever one is referred to.

    Steps, choices and options keep their own ids; what needs them does not.
    """
    sections: dict[str, dict[str, Any]] = {}
    for section in SECTIONS:
        entries = getattr(old, section)
        sections[section] = {
            renamed.entry(section, id_): _part(part, renamed).model_copy(
                update={"id": renamed.entry(section, id_)}
            )
            for id_, part in entries.items()
        }
    return Catalogue(guide=old.guide, **sections)


def _part(part: P, renamed: Renames) -> P:
    fields = {name: getattr(part, name) for name in type(part).model_fields}
    changed = {name: _value(name, value, renamed) for name, value in fields.items()}
    return part.model_copy(update=changed)


def _value(name: str, value: Any, renamed: Renames) -> Any:  # noqa: ANN401 - any field's value
    section = REFERS_TO.get(name)
    match value:
        case Part():
            return _part(value, renamed)
        case tuple():
            return tuple(_value(name, each, renamed) for each in value)
        case dict():
            of = section or ""
            return {renamed.entry(of, k): _value("", v, renamed) for k, v in value.items()}
        case str() if name == "need":
            return renamed.target(value)
        case str() if section:
            return renamed.entry(section, value)
    return value


def _entries(old: Catalogue, new: Catalogue) -> Iterator[tuple[tuple[str, str], str]]:
    for section in SECTIONS:
        before, after = getattr(old, section), getattr(new, section)
        gone = {id_: part for id_, part in before.items() if id_ not in after}
        come = {id_: part for id_, part in after.items() if id_ not in before}
        for old_id, new_id in _pairs(gone, come, whole=True):
            yield (section, old_id), new_id


def _items(before: Service, after: Service) -> Iterator[tuple[str, str]]:
    """What lies in an option of another id is not renamed itself: it follows the option."""
    old, new = ({spot.id: spot for spot in outline(each)} for each in (before, after))
    found: dict[str, str] = {}
    for kind in (Option, Choice, Step):
        followed = {id_: Renames(items=found).target(id_) for id_ in old}
        gone = {id_: spot for id_, spot in old.items() if followed[id_] not in new}
        come = {id_: spot for id_, spot in new.items() if id_ not in followed.values()}
        found.update(_pairs(_of(kind, gone), _of(kind, come), whole=False))
    yield from found.items()


def _of(kind: type[Part], spots: Mapping[str, Spot]) -> dict[str, Part]:
    return {id_: spot.item for id_, spot in spots.items() if type(spot.item) is kind}


def _pairs(
    gone: Mapping[str, Part], come: Mapping[str, Part], *, whole: bool
) -> Iterator[tuple[str, str]]:
    """Pairs of one thing each: those that say so themselves, then the most alike."""
    said = [(old, new) for new, part in come.items() for old in gone if _says(part, old)]
    yield from said
    gone = {id_: part for id_, part in gone.items() if id_ not in dict(said)}
    come = {id_: part for id_, part in come.items() if id_ not in dict(said).values()}
    left = {id_: _content(part, whole=whole) for id_, part in gone.items()}
    right = {id_: _content(part, whole=whole) for id_, part in come.items()}
    scored = [(_likeness(a, b), o, n) for o, a in left.items() for n, b in right.items()]
    taken: set[str] = set()
    for score, old_id, new_id in sorted(scored, key=lambda each: -each[0]):
        if score >= _SAME and taken.isdisjoint({f"-{old_id}", f"+{new_id}"}):
            taken |= {f"-{old_id}", f"+{new_id}"}
            yield old_id, new_id


def _says(part: Part, old: str) -> bool:
    """Whether the part names the id as one that it had."""
    return old.rpartition("/")[2] in getattr(part, "former_ids", ())


def _likeness(one: str, other: str) -> float:
    return fuzz.ratio(one, other, score_cutoff=_SAME) if one and other else 0.0


def _content(part: Part, *, whole: bool) -> str:
    """All that is said in it; without the steps inside, unless the whole is asked for."""
    return "\n".join(_said(part, whole=whole))


def _said(value: Any, *, whole: bool) -> Iterator[str]:  # noqa: ANN401 - any field's value
    match value:
        case Part():
            inner = _NOT_CONTENT - {"options", "steps"} if whole else _NOT_CONTENT
            fields = type(value).model_fields
            yield from _all((getattr(value, n) for n in fields if n not in inner), whole=whole)
        case tuple():
            yield from _all(value, whole=whole)
        case dict():
            yield from _all((each for pair in value.items() for each in pair), whole=whole)
        case None | False:
            return
        case _:
            yield str(value)


def _all(values: Iterable[Any], *, whole: bool) -> Iterator[str]:
    for each in values:
        yield from _said(each, whole=whole)
