"""What is found out once for each kind of part is what a look at every value finds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from generator.load import load
from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.entry import ID_KEY, Applies, Citation, Part, Verified
from generator.model.outline import DataPath
from generator.model.references import REFERS_TO
from generator.model.step import Step
from generator.model.walk import (
    Leaf,
    Placed,
    every_part,
    inside,
    kinds_with,
    leaves,
    parts,
    texts,
)
from tests.chains.catalogues import catalogues

KINDS: tuple[tuple[type[Part], ...], ...] = ((Citation,), (Applies,), (Verified, Step), (Part,))
FIELDS = (frozenset({"need", "obligation"}), frozenset(REFERS_TO), frozenset({"from"}))
DATA = load(Path(__file__).parent.parent.parent / "data").catalogue


def slow_parts(value: Any, path: DataPath) -> Iterator[Placed]:
    inside: Any = ()
    if isinstance(value, Part):
        yield Placed(value, path)
        inside = fields(value)
    elif isinstance(value, tuple):
        inside = enumerate(value)
    elif isinstance(value, dict):
        inside = value.items()
    for step, inner in inside:
        yield from slow_parts(inner, (*path, step))


def slow_leaves(placed: Placed) -> Iterator[Leaf]:
    for field, value in fields(placed.part):
        here = (*placed.path, field)
        if isinstance(value, dict):
            yield from (Leaf(field, key, (*here, key), on_key=True) for key in value)
        elif isinstance(value, tuple):
            each = ((one, (*here, i)) for i, one in enumerate(value))
            yield from (Leaf(field, one, path) for one, path in each if not isinstance(one, Part))
        elif value is not None and not isinstance(value, Part):
            yield Leaf(field, value, here)


def fields(part: Part) -> Iterator[tuple[str, Any]]:
    for name, field in type(part).model_fields.items():
        if field.alias != ID_KEY:
            yield field.alias or name, getattr(part, name)


def both_agree(catalogue: Catalogue) -> None:
    found = list(every_part(catalogue))
    assert found[0].path == ("guide",)
    entries: list[tuple[Part, DataPath]] = [(catalogue.guide, ("guide",))]
    for section in SECTIONS:
        entries += [(e, (section, id_)) for id_, e in getattr(catalogue, section).items()]
    assert found == [each for entry, path in entries for each in slow_parts(entry, path)]
    for each in found:
        assert list(leaves(each)) == list(slow_leaves(each))
    said = {(field, text) for field, these in texts(found).items() for text in these}
    every = (leaf for each in found for leaf in slow_leaves(each))
    assert said == {(leaf.field, leaf.value) for leaf in every if type(leaf.value) is str}
    for kinds in (*KINDS, *map(kinds_with, FIELDS)):
        for entry, _ in entries:
            of_them = [each.part for each in parts(entry, ()) if isinstance(each.part, kinds)]
            assert [*map(id, inside(entry, *kinds))] == [*map(id, of_them)]
    for fields_ in FIELDS:
        holding = {type(placed.part) for placed in found if list(leaves(placed, fields_))}
        assert holding <= {*kinds_with(fields_)}


def test_of_the_real_data() -> None:
    both_agree(DATA)


@settings(max_examples=50, deadline=None)
@given(catalogues())
def test_of_any_data(catalogue: Catalogue) -> None:
    both_agree(catalogue)
