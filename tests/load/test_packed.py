"""What stands packed is told as what was written, to whoever asks in whichever way."""

import json
from typing import Any

import pytest

from generator.load.document import read_document
from generator.load.packed import from_bytes, to_bytes
from generator.source import PlacedList, PlacedMap, SourceText

TEXT = """\
services:
  a: {name: A, steps: [{id: x}, y, [z]]}
  b:
  c: text
list: [{a: 1}, [2, {b: 3}], 4]
guide:
  title: G
  models: {pv: [1, 2]}
"""
DATA = {
    "services": {"a": {"name": "A", "steps": [{"id": "x"}, "y", ["z"]]}, "b": None, "c": "text"},
    "list": [{"a": "1"}, ["2", {"b": "3"}], "4"],
    "guide": {"title": "G", "models": {"pv": ["1", "2"]}},
}


def read() -> Any:
    return read_document(SourceText("a.yaml", TEXT))[0]


@pytest.mark.parametrize(
    "copied",
    [
        lambda root: root,
        dict,
        lambda root: {**root},
        lambda root: {} | root,
        lambda root: dict(root.items()),
        lambda root: dict(zip(root.keys(), root.values(), strict=True)),
        lambda root: {key: root.get(key) for key in root},
        lambda root: json.loads(json.dumps(root)),
        lambda root: from_bytes(to_bytes(root, 1))[0],
    ],
)
def test_in_whichever_way_it_is_read_it_is_what_was_written(copied: Any) -> None:
    assert copied(read()) == DATA
    assert (copied(read()) != DATA) is False


def test_what_is_missing_is_missing() -> None:
    assert read().get("x", 1) == 1
    with pytest.raises(KeyError):
        read()["x"]


def written_at(data: Any, text: str) -> Any:
    """The data with each key and scalar as it stands in the text where its mark points."""

    def at(mark: tuple[int, ...]) -> str:
        return text.split("\n")[mark[0]][mark[1] : mark[3]]

    if isinstance(data, PlacedMap):
        assert [at(mark) for mark in data.keys_at.values()] == [*data]
        items = [(at(data.value_at(key)), value) for key, value in data.items()]
        return {key: _kept(*item, text) for key, item in zip(data, items, strict=True)}
    assert isinstance(data, PlacedList)
    return [_kept(at(mark), one, text) for mark, one in zip(data.values_at, data, strict=True)]


def _kept(written: str, value: Any, text: str) -> Any:
    if isinstance(value, PlacedMap | PlacedList):
        return written_at(value, text)
    return written or None


def test_every_key_and_value_has_its_own_place() -> None:
    assert written_at(read(), TEXT) == DATA
    assert written_at(from_bytes(to_bytes(read(), 1))[0], TEXT) == DATA
