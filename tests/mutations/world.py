"""A good catalogue, every place in it, and what is known of it before anything is broken."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from generator.checks import report
from generator.diagnostics import Report
from generator.load import Loaded, load_texts
from generator.load.reading import load_bytes
from generator.model.outline import DataPath
from generator.source import Mark, PlacedList, PlacedMap, SourceText

ROOT: Final = Path(__file__).parents[2]
AS_OF: Final = date(2027, 2, 1)

Files = Mapping[str, str]


@dataclass(frozen=True)
class Spot:
    """A scalar in block style or flow, with the text that it was written as."""

    file: str
    path: DataPath
    key_at: Mark | None
    """None for an item of a list."""
    value_at: Mark
    value: str

    @property
    def key(self) -> str:
        """The key, or for an item of a list that of the list."""
        return next(str(step) for step in reversed(self.path) if isinstance(step, str))

    @property
    def is_item(self) -> bool:
        return self.key_at is None

    @property
    def line(self) -> int:
        """Counted from one."""
        return self.value_at[0] + 1


@dataclass(frozen=True)
class World:
    name: str
    files: Files

    @classmethod
    def of(cls, folder: Path) -> "World":
        found = sorted(folder.glob("*.yaml"))
        return cls(folder.name, {each.name: each.read_text("utf-8") for each in found})

    @cached_property
    def loaded(self) -> Loaded:
        return load_texts([SourceText(name, text) for name, text in self.files.items()])

    @cached_property
    def said(self) -> Counter[tuple[str, str]]:
        """The diagnostics that the good catalogue already has, without their places."""
        return said(found(self.files))

    @cached_property
    def spots(self) -> list[Spot]:
        roots = self.loaded.places.roots
        return [spot for file, root in roots.items() for spot in _spots(file, (), root)]

    @cached_property
    def maps(self) -> list[tuple[str, DataPath, PlacedMap]]:
        """Every mapping, outermost first, with its file."""
        roots = self.loaded.places.roots
        return [(file, *each) for file, root in roots.items() for each in _maps((), root)]

    def text(self, spot: Spot) -> str:
        """The value as it is written, quotes included."""
        first, last = self.reach(spot.file, spot.value_at)
        return self.files[spot.file][first:last]

    def reach(self, file: str, mark: Mark) -> tuple[int, int]:
        source = self.loaded.places.texts[file]
        return (
            source.offset(mark[0] + 1, mark[1] + 1),
            source.offset(mark[2] + 1, mark[3] + 1),
        )

    def with_value(self, spot: Spot, written: str) -> dict[str, str]:
        """The files with something else in the value's place."""
        return self.with_text(spot.file, self.reach(spot.file, spot.value_at), written)

    def with_text(self, file: str, reach: tuple[int, int], written: str) -> dict[str, str]:
        text = self.files[file]
        return {**self.files, file: text[: reach[0]] + written + text[reach[1] :]}


def found(files: Mapping[str, str | bytes]) -> Report:
    raw = {n: each if isinstance(each, bytes) else each.encode() for n, each in files.items()}
    return report(load_bytes(raw), as_of=AS_OF)


def said(found: Report) -> Counter[tuple[str, str]]:
    return Counter((each.rule, each.message) for each in found.diagnostics)


def _spots(file: str, path: DataPath, data: Any) -> Iterator[Spot]:
    if isinstance(data, PlacedMap):
        for key, value in data.items():
            here = (*path, key)
            if isinstance(value, str):
                yield Spot(file, here, data.keys_at[key], data.values_at[key], value)
            yield from _spots(file, here, value)
    if isinstance(data, PlacedList):
        for at, value in enumerate(data):
            if isinstance(value, str):
                yield Spot(file, (*path, at), None, data.values_at[at], value)
            yield from _spots(file, (*path, at), value)


def _maps(path: DataPath, data: Any) -> Iterator[tuple[DataPath, PlacedMap]]:
    if isinstance(data, PlacedMap):
        yield path, data
        for key, value in data.items():
            yield from _maps((*path, key), value)
    if isinstance(data, PlacedList):
        for at, value in enumerate(data):
            yield from _maps((*path, at), value)


WORLDS: Final = (World.of(ROOT / "data"), World.of(ROOT / "theme" / "examples"))
"""The real catalogue, and a small one that has what the real one does without."""
