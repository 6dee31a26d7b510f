"""A drawing of boxes in rows and arrows between them: where everything stands, in pixels."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from textwrap import wrap
from typing import Final

from generator.model.record import record
from generator.views.layering import Arrow, Bend, Layers, Place, layers

WIDTH: Final = 4
"""Boxes in a row: as many as the page's column holds."""
BOX: Final = (160, 78)
_GAP: Final = 14
_BEND: Final = 18
_BETWEEN: Final = 46
_MARGIN: Final = 6
_LETTERS: Final = 16
"""What fits on a line in a box."""
_LINES: Final = 3
"""What fits in a box above its label; a longer name is cut, for it stands in words beside."""
_SETTLING: Final = 24
_PULL: Final = 0.25
"""How much the middle of the drawing draws everything to it, so that it stays narrow."""
_PORTS: Final = 0.7
"""The share of a box's side on which arrows begin and end."""


@record(frozen=True, kw_only=True, slots=True)
class Box:
    id: str
    lines: tuple[str, ...]
    label: str
    x: float
    y: float


@record(frozen=True, kw_only=True, slots=True)
class Line:
    """An arrow: from what is needed to what needs it."""

    path: str
    kind: str
    """`always`, `sometimes`, or `mutual` when both need each other."""


@record(frozen=True, kw_only=True, slots=True)
class Drawing:
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@record(frozen=True, slots=True)
class Text:
    name: str
    label: str


def draw(texts: Mapping[str, Text], arrows: Mapping[Arrow, str]) -> Drawing:
    """The boxes in the order given, as far as the arrows allow; each arrow is of a kind."""
    laid = layers(list(texts), arrows, WIDTH)
    middle = _middles(laid)
    boxes = tuple(
        Box(
            id=place,
            lines=tuple(wrap(texts[place].name, _LETTERS, max_lines=_LINES, placeholder="…")),
            label=texts[place].label,
            x=middle[place] - BOX[0] / 2,
            y=_top(number),
        )
        for number, row in enumerate(laid.rows)
        for place in row
        if isinstance(place, str)
    )
    ports = _Ports(laid, middle)
    lines = tuple(Line(path=ports.path(arrow), kind=kind) for arrow, kind in arrows.items())
    width = max((box.x + BOX[0] for box in boxes), default=0) + _MARGIN
    reach = max([width, *(middle[p] + _MARGIN for row in laid.rows for p in row)])
    height = _top(len(laid.rows)) - _BETWEEN + _MARGIN
    return Drawing(width=round(reach), height=round(height), boxes=boxes, lines=lines)


def _top(row: int) -> float:
    return _MARGIN + row * (BOX[1] + _BETWEEN)


def _half(place: Place) -> float:
    return (_BEND if isinstance(place, Bend) else BOX[0] + _GAP) / 2


def _middles(laid: Layers) -> dict[Place, float]:
    """Everything as near to the middle of its neighbours as the order of its row allows.

    While it settles, the middle of the drawing is zero.
    """
    near: dict[Place, list[Place]] = {place: [] for row in laid.rows for place in row}
    for line in laid.lines.values():
        for upper, lower in pairwise(line):
            near[upper].append(lower)
            near[lower].append(upper)
    middle: dict[Place, float] = {}
    for row in laid.rows:
        middle |= dict(zip(row, _apart([0.0] * len(row), row), strict=True))
    for _ in range(_SETTLING):
        for row in laid.rows:
            wanted = [sum(middle[n] for n in near[p]) / (len(near[p]) + _PULL) for p in row]
            middle |= dict(zip(row, _apart(wanted, row), strict=True))
    left = min((m - _half(p) for p, m in middle.items()), default=0.0)
    return {place: round(m - left + _MARGIN - _GAP / 2, 1) for place, m in middle.items()}


def _apart(wanted: Sequence[float], row: Sequence[Place]) -> list[float]:
    """The places nearest to those wanted, in the row's order and without overlap.

    With the room between them taken off it is a least-squares fit that never falls, which pooling
    neighbours that are out of order finds (Ayer et al. 1955).
    """
    offset, offsets = 0.0, []
    for i, place in enumerate(row):
        offset += _half(row[i - 1]) + _half(place) if i else 0.0
        offsets.append(offset)
    pools: list[tuple[float, int]] = []
    for want, off in zip(wanted, offsets, strict=True):
        total, count = want - off, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, number = pools.pop()
            total, count = total + before, count + number
        pools.append((total, count))
    level = [total / count for total, count in pools for _ in range(count)]
    return [place + off for place, off in zip(level, offsets, strict=True)]


class _Ports:
    """Where on the sides of the boxes the arrows begin and end: side by side, without crossing."""

    def __init__(self, laid: Layers, middle: Mapping[Place, float]) -> None:
        self.laid = laid
        self.middle = middle
        self.row = {place: n for n, row in enumerate(laid.rows) for place in row}
        lines = laid.lines
        self.begins = self._spread({a: (line[0], line[1]) for a, line in lines.items()})
        self.ends = self._spread({a: (line[-1], line[-2]) for a, line in lines.items()})

    def _spread(self, towards: Mapping[Arrow, tuple[Place, Place]]) -> dict[Arrow, float]:
        at: dict[Place, list[Arrow]] = {}
        for arrow, (box, _) in towards.items():
            at.setdefault(box, []).append(arrow)
        found: dict[Arrow, float] = {}
        for box, arrows in at.items():
            arrows.sort(key=lambda arrow: self.middle[towards[arrow][1]])
            room = BOX[0] * _PORTS / len(arrows)
            first = self.middle[box] - room * (len(arrows) - 1) / 2
            found |= {arrow: first + room * i for i, arrow in enumerate(arrows)}
        return found

    def path(self, arrow: Arrow) -> str:
        """Straight through each row, in a curve from row to row."""
        first, *bends, last = self.laid.lines[arrow]
        x, y = self.begins[arrow], _top(self.row[first]) + BOX[1]
        path = f"M{x:g} {y:g}"
        for place in [*bends, last]:
            to_x = self.ends[arrow] if place == last else self.middle[place]
            to_y = _top(self.row[place])
            half = (y + to_y) / 2
            path += f"C{x:g} {half:g} {to_x:g} {half:g} {to_x:g} {to_y:g}"
            x, y = to_x, to_y
            if place != last:
                y += BOX[1]
                path += f"V{y:g}"
        return path
