"""Mutants by lot, the same for the same seed: of each kind as many, as long as there are."""

from collections.abc import Iterator
from random import Random

from tests.mutations import meaning, same, values, writing
from tests.mutations.mutant import KINDS, Kind, Mutant
from tests.mutations.world import WORLDS, World

_ALL = (meaning, same, values, writing)
"""Importing them enters their kinds."""


def drawn(count: int, seed: int) -> Iterator[tuple[World, Kind, Mutant]]:
    lot = Random(seed)  # noqa: S311 - what is drawn is to be drawn again
    each = -(-count // len(KINDS))
    for kind in KINDS:
        rows = [(world, mutant) for world in WORLDS for mutant in kind.make(world)]
        if not rows:
            raise ValueError(f"nothing to break by {kind.name}")
        for world, mutant in lot.sample(rows, min(each, len(rows))):
            yield world, kind, mutant
