"""One slip, and what must come of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from generator.diff.changes.catalogue import changes
from generator.diff.changes.renames import renames
from generator.load.reading import load_bytes
from tests.mutations.world import Spot, World, found, said


class Verdict(Enum):
    REPORTED = "reported"
    """By a rule, at a line."""
    TOLD = "told"
    """Legal, and another meaning: by diff, or by a rule that it happens to break."""
    SAME = "same"
    """Neither: nothing new is said, and the catalogue is the same."""


@dataclass(frozen=True)
class Mutant:
    files: Mapping[str, str | bytes]
    at: tuple[str, int]
    """The file, and the line counted from one."""
    what: str = ""
    """For a person who looks at what went wrong."""


Make = Callable[[World], Iterator[Mutant]]


@dataclass(frozen=True)
class Kind:
    name: str
    make: Make
    verdict: Verdict = Verdict.TOLD
    rule: str = ""
    """Which rule reports it."""


KINDS: Final[list[Kind]] = []


def reported(rule: str) -> Callable[[Make], Make]:
    return _kind(Verdict.REPORTED, rule)


def told(make: Make) -> Make:
    return _kind(Verdict.TOLD)(make)


def same(make: Make) -> Make:
    return _kind(Verdict.SAME)(make)


def _kind(verdict: Verdict, rule: str = "") -> Callable[[Make], Make]:
    def enter(make: Make) -> Make:
        KINDS.append(Kind(make.__name__.strip("_").replace("_", " "), make, verdict, rule))
        return make

    return enter


def put(
    written: Callable[[Spot], str | None], *keys: str, rule: str
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """A kind that writes something else in place of a value under one of the keys."""

    def enter(name: Callable[[], None]) -> Callable[[], None]:
        def make(world: World) -> Iterator[Mutant]:
            for spot in world.spots:
                meant = not keys or spot.key in keys
                new = written(spot) if meant and "\n" not in world.text(spot) else None
                if new is not None:
                    yield Mutant(world.with_value(spot, new), (spot.file, spot.line), new[:60])

        make.__name__ = name.__name__
        reported(rule)(make)
        return name

    return enter


def wrong(world: World, kind: Kind, mutant: Mutant) -> str | None:
    """What did not come as it must, or None."""
    after = found(mutant.files)
    new = said(after) - world.said
    if kind.verdict is Verdict.REPORTED:
        at = [
            (each.span.file, each.span.line)
            for each in after.diagnostics
            if each.rule == kind.rule and (each.rule, each.message) in new
        ]
        return None if mutant.at in at else f"{kind.rule} expected, new is {_shown(new)}, at {at}"
    differs = _differs(world, mutant)
    if kind.verdict is Verdict.SAME:
        return f"new: {_shown(new)}; changed: {differs}" if new or differs else None
    return None if new or differs else "neither reported nor told"


def _shown(new: Counter[tuple[str, str]]) -> str:
    return "; ".join(f"{rule}: {message}" for rule, message in new) or "nothing"


def _differs(world: World, mutant: Mutant) -> bool:
    files = mutant.files.items()
    raw = {n: each if isinstance(each, bytes) else each.encode() for n, each in files}
    old, new = world.loaded, load_bytes(raw)
    return any(changes(old, new, renames(old.catalogue, new.catalogue)))
