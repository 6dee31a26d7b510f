"""A piece of a file says of a change what the whole file says."""

from random import Random
from typing import Final

import pytest

from generator.kept.piece import Piece, keys, piece
from generator.load.document import read_document
from generator.source import PlacedMap, SourceText

FILE: Final = """\
# Om filen
guide:
  verified:
    by: Någon
services:
  ett:
    name: Ett
    text: |
      rad
        tva:
  tva:
    name: "Två
  fyra:
      och mer"
  tre:
    name: Tre
terms:
  ord:
    word: Ord
"""


def cut(before: str, after: str) -> Piece:
    old = SourceText("a.yaml", before)
    return piece(keys(read_document(old)[0], old), old, SourceText("a.yaml", after))


def said(text: SourceText) -> PlacedMap:
    root, faults = read_document(text)
    assert not faults
    return root


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("rad", "en", (5, 10)),
        ("rad", "en\n      till", (5, 10)),
        ("mer", "mindre", (10, 14)),
        ("Tre", "3", (14, 16)),
        ("Ord", "Ordet", (17, 20)),
        ("Om", "Till", (0, 20)),
        ("Någon", "Annan", (0, 20)),
        ("Tre", '"\\u200b"', (0, 20)),
        ("Tre", "T\u2028re", (0, 20)),
        ("  ett:", "  ett: ", (0, 20)),
    ],
    ids=str,
)
def test_as_little_as_is_sure(old: str, new: str, lines: tuple[int, int]) -> None:
    found = cut(FILE, FILE.replace(old, new, 1))
    assert (found.begin, found.end) == lines


@pytest.mark.parametrize(
    "file",
    [
        "{\nservices: {\n  ett: {\n  name: Ett},\n  tva: {\n  name: Två}\n}}\n",
        "services:\n  {ett: {name: Ett},\n  tva: {name: Två}}\n",
        "services:\n  ? ett\n  : name: Ett\n  ? tva\n  : name: Två\n",
        "services:\r\n  ett:\r\n    name: Ett\r\n  tva:\r\n    name: Två\r\n",
    ],
)
def test_what_is_not_written_in_lines_is_read_as_a_whole(file: str) -> None:
    assert cut(file, file.replace("Två", "2")).begin == 0


def test_every_place_in_it_is_the_file_s() -> None:
    lot, words = Random(4), ["x", "x\n      y", "x: y", "# x", '"', "'x'", "\n  ny:\n    name: x"]  # noqa: S311 - to be drawn again
    for _ in range(300):
        rows = FILE.split("\n")
        at = lot.randrange(len(rows))
        rows[at : at + lot.randrange(3)] = [lot.choice(["  ", "    ", ""]) + lot.choice(words)]
        after = "\n".join(rows)
        found = cut(FILE, after)
        root, faults = read_document(found.new)
        whole, told = read_document(SourceText("a.yaml", after))
        if faults or {s: [*e] for s, e in root.items() if e} != entries(said(found.old)):
            continue  # a whole check is made of it
        assert not told
        for section, inside in root.items():
            for id_, entry in (inside or {}).items():
                if inside.key_at(id_)[0] < found.end + found.down:
                    assert entry == whole[section][id_]
                    assert inside.key_at(id_) == whole[section].key_at(id_)
                    assert marks(entry) == marks(whole[section][id_])


def marks(entry: object) -> object:
    return [entry.keys_at, entry.values_at] if isinstance(entry, PlacedMap) else None


def entries(root: PlacedMap) -> dict[str, list[str]]:
    return {section: [*inside] for section, inside in root.items() if inside}
