"""Drawings: laws that hold whatever is drawn."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.views.drawing import BOX, WIDTH, Text, draw
from generator.views.layering import Bend, layers

NAMES = "abcdefghij"


@st.composite
def loopless(draw_: st.DrawFn) -> list[tuple[str, str]]:
    pairs = [(a, b) for i, a in enumerate(NAMES) for b in NAMES[i + 1 :]]
    return draw_(st.lists(st.sampled_from(pairs), unique=True, max_size=14))


@given(loopless())
def test_every_box_stands_below_all_that_point_to_it(arrows: list[tuple[str, str]]) -> None:
    laid = layers(NAMES, arrows, 3)
    row = {place: number for number, places in enumerate(laid.rows) for place in places}
    assert {place for place in row if isinstance(place, str)} == set(NAMES)
    assert all(row[a] < row[b] for a, b in arrows)
    assert all(sum(isinstance(p, str) for p in places) <= 3 for places in laid.rows)


@given(loopless())
def test_an_arrow_bends_in_every_row_that_it_passes(arrows: list[tuple[str, str]]) -> None:
    laid = layers(NAMES, arrows, 3)
    row = {place: number for number, places in enumerate(laid.rows) for place in places}
    assert set(laid.lines) == set(arrows)
    for arrow, line in laid.lines.items():
        assert (line[0], line[-1]) == arrow
        assert all(isinstance(place, Bend) for place in line[1:-1])
        assert all(row[lower] - row[upper] == 1 for upper, lower in pairwise(line))


@given(loopless())
def test_boxes_do_not_overlap_and_lie_inside(arrows: list[tuple[str, str]]) -> None:
    drawing = draw({n: Text(n, "Valfri") for n in NAMES}, dict.fromkeys(arrows, "always"))
    for box in drawing.boxes:
        assert 0 <= box.x <= drawing.width - BOX[0]
        assert 0 <= box.y <= drawing.height - BOX[1]
    for a in drawing.boxes:
        for b in drawing.boxes:
            assert a is b or abs(a.x - b.x) >= BOX[0] or abs(a.y - b.y) >= BOX[1]
    assert len(drawing.lines) == len(arrows)


@given(loopless())
def test_the_same_is_drawn_every_time(arrows: list[tuple[str, str]]) -> None:
    texts = {name: Text(name, "Valfri") for name in NAMES}
    kinds = dict.fromkeys(arrows, "always")
    assert draw(texts, kinds) == draw(texts, dict(reversed(kinds.items()))) or len(arrows) > 1
    assert draw(texts, kinds) == draw(texts, kinds)


def test_a_plain_line_of_boxes_is_straight() -> None:
    texts = {name: Text(name, "Valfri") for name in "abc"}
    drawing = draw(texts, {("a", "b"): "always", ("b", "c"): "always"})
    assert len({box.x for box in drawing.boxes}) == 1
    assert [box.id for box in drawing.boxes] == ["a", "b", "c"]


def test_siblings_share_a_row_as_far_as_it_holds() -> None:
    texts = {name: Text(name, "Valfri") for name in NAMES[: WIDTH + 2]}
    drawing = draw(texts, {("a", name): "always" for name in NAMES[1 : WIDTH + 2]})
    rows = sorted(box.y for box in drawing.boxes)
    assert rows.count(rows[1]) == WIDTH


def test_nothing_is_drawn_of_nothing() -> None:
    assert draw({}, {}).boxes == ()
