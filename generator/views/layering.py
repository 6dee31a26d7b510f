"""In which row and in which order the boxes of a drawing stand, so that few arrows cross.

Sugiyama, Tagawa and Toda 1981: rows by longest path, a bend in each row that an arrow passes, then
sweeps that move everything towards the middle of its neighbours. Nothing is left to chance.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from generator.model.record import record

Arrow = tuple[str, str]
_SWEEPS: Final = 12


@record(frozen=True, slots=True)
class Bend:
    """Where an arrow passes a row in which it neither begins nor ends."""

    arrow: Arrow
    row: int


Place = str | Bend


@record(frozen=True, slots=True)
class Layers:
    rows: tuple[tuple[Place, ...], ...]
    lines: dict[Arrow, tuple[Place, ...]]
    """Each arrow from box to box, by its bends."""


def layers(boxes: Sequence[str], arrows: Iterable[Arrow], width: int) -> Layers:
    """At most `width` boxes in a row, each below all that point to it. The arrows have no loop."""
    drawn = sorted(set(arrows), key=lambda arrow: (boxes.index(arrow[0]), boxes.index(arrow[1])))
    level = _levels(boxes, drawn, width)
    lines = {arrow: _line(arrow, level) for arrow in drawn}
    rows: list[list[Place]] = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for box in boxes:
        rows[level[box]].append(box)
    for line in lines.values():
        for place in line:
            if isinstance(place, Bend):
                rows[place.row].append(place)
    return Layers(_untangled(rows, lines), lines)


def _levels(boxes: Sequence[str], arrows: list[Arrow], width: int) -> dict[str, int]:
    """Row by row, those first that the longest line of others waits for."""
    before = {box: {a for a, b in arrows if b == box} for box in boxes}
    height = _heights(boxes, arrows)
    level: dict[str, int] = {}
    waiting, row = list(boxes), 0
    while waiting:
        ready = [box for box in waiting if before[box] <= level.keys()]
        ready.sort(key=lambda box: -height[box])
        level |= dict.fromkeys(ready[:width], row)
        waiting = [box for box in waiting if box not in level]
        row += 1
    return level


def _heights(boxes: Sequence[str], arrows: list[Arrow]) -> dict[str, int]:
    """How many arrows the longest line from each box has."""
    after = {box: [b for a, b in arrows if a == box] for box in boxes}
    height = dict.fromkeys(boxes, 0)
    changed = True
    while changed:
        taller = {box: max((height[b] + 1 for b in after[box]), default=0) for box in boxes}
        changed = taller != height
        height = taller
    return height


def _line(arrow: Arrow, level: Mapping[str, int]) -> tuple[Place, ...]:
    first, last = arrow
    bends = (Bend(arrow, row) for row in range(level[first] + 1, level[last]))
    return (first, *bends, last)


def _untangled(
    rows: list[list[Place]], lines: Mapping[Arrow, tuple[Place, ...]]
) -> tuple[tuple[Place, ...], ...]:
    above, below = _neighbours(rows, lines)
    best, fewest = _copy(rows), _crossings(rows, below)
    for sweep in range(_SWEEPS):
        downwards = sweep % 2 == 0
        near = above if downwards else below
        for row, fixed in _sweep(rows, downwards=downwards):
            place = {p: float(position) for position, p in enumerate(fixed)}
            own = {p: float(position) for position, p in enumerate(row)}
            row.sort(key=lambda p: _middle([place[n] for n in near[p]], own[p]))
        crossed = _crossings(rows, below)
        if crossed < fewest:
            best, fewest = _copy(rows), crossed
    return best


def _sweep(
    rows: list[list[Place]], *, downwards: bool
) -> Iterable[tuple[list[Place], list[Place]]]:
    """Each row to be moved, with the neighbouring one that stays."""
    ordered = rows if downwards else rows[::-1]
    return ((row, fixed) for fixed, row in pairwise(ordered))


def _neighbours(
    rows: list[list[Place]], lines: Mapping[Arrow, tuple[Place, ...]]
) -> tuple[dict[Place, list[Place]], dict[Place, list[Place]]]:
    above: dict[Place, list[Place]] = {place: [] for row in rows for place in row}
    below: dict[Place, list[Place]] = {place: [] for row in rows for place in row}
    for line in lines.values():
        for upper, lower in pairwise(line):
            above[lower].append(upper)
            below[upper].append(lower)
    return above, below


def _middle(positions: list[float], own: float) -> float:
    return sum(positions) / len(positions) if positions else own


def _crossings(rows: list[list[Place]], below: Mapping[Place, list[Place]]) -> int:
    return sum(
        _inversions([lower.index(b) for a in upper for b in sorted(below[a], key=lower.index)])
        for upper, lower in pairwise(rows)
    )


def _inversions(numbers: list[int]) -> int:
    return sum(later < number for i, number in enumerate(numbers) for later in numbers[i + 1 :])


def _copy(rows: list[list[Place]]) -> tuple[tuple[Place, ...], ...]:
    return tuple(tuple(row) for row in rows)
