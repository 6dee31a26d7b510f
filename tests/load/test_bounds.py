"""What is written to choke a reader costs no more than a large catalogue, and is named."""

import pytest

from generator.load import files
from generator.load.document import MAX_FAULTS, MAX_VALUES, MAX_VALUES_IN_ALL, Room
from generator.load.fault import SyntaxFault, SyntaxKind
from generator.load.reading import load_bytes

MANY = 5 * MAX_FAULTS


@pytest.mark.parametrize(
    "raw",
    [
        b"".join(b"k%d: v\n" % number for number in range(MANY)),
        b"services:\n" + b"".join(b"  k%d: {}\n" % number for number in range(MANY)),
        b"k: v\n" * MANY,
        b"a:\n" + b"- !!python/object:os.system a\n" * MANY,
        b"services:\n  a:\n    steps: [" + b"{id: x}," * MANY + b"]\n",
        b"a: &a [x]\n" + b"".join(b"k%d: [*a, *a]\n" % number for number in range(MANY)),
    ],
    ids=["sections", "entries", "keys", "tags", "one entry", "aliases"],
)
def test_so_many_faults_that_nobody_reads_them_end_the_reading(raw: bytes) -> None:
    loaded = load_bytes({"a.yaml": raw})
    *others, last = [fault for fault in loaded.faults if isinstance(fault, SyntaxFault)]
    assert (last.kind, last.detail) == (SyntaxKind.MANY, str(MAX_FAULTS))
    assert all(fault.kind is not SyntaxKind.MANY for fault in others)
    assert 0.9 * MAX_FAULTS < len(loaded.faults) < 2 * MAX_FAULTS
    assert not loaded.whole


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- "])
def test_what_is_nested_a_hundred_thousand_deep_is_not_followed(opening: bytes) -> None:
    loaded = load_bytes({"a.yaml": b"a:\n  " + opening * 100_000})
    assert SyntaxKind.DEPTH in {f.kind for f in loaded.faults if isinstance(f, SyntaxFault)}


@pytest.mark.parametrize("value", [b"0,", b"{},", b"[],", b"a: 0,"])
def test_so_many_values_that_memory_fills_end_the_reading(value: bytes) -> None:
    loaded = load_bytes({"a.yaml": b"a: [" + value * (MAX_VALUES + 1) + b"]\n"})
    (fault,) = loaded.faults
    assert isinstance(fault, SyntaxFault)
    assert (fault.kind, fault.detail) == (SyntaxKind.VALUES, str(MAX_VALUES))
    assert not loaded.whole


def test_files_that_are_too_large_together_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES_IN_ALL", 2 * 2**20)
    part = b"a: b # " + b"x" * 2**20
    loaded = load_bytes({"a.yaml": part, "b.yaml": part, "c.yaml": part})
    told = [f for f in loaded.faults if isinstance(f, SyntaxFault)]
    assert [(f.kind, f.detail, f.span.file) for f in told] == [
        (SyntaxKind.FOLDER, "2 MB", "b.yaml"),
        (SyntaxKind.FOLDER, "2 MB", "c.yaml"),
    ]
    assert not loaded.whole


def test_values_of_all_files_together_are_as_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Room, "__init__", lambda room: setattr(room, "left", 10))
    loaded = load_bytes({"a.yaml": b"a: [0, 0, 0]\n", "b.yaml": b"b: [0, 0, 0, 0, 0]\n"})
    (fault,) = [f for f in loaded.faults if isinstance(f, SyntaxFault)]
    assert (fault.kind, fault.span.file) == (SyntaxKind.FOLDER, "b.yaml")
    assert fault.detail == f"{MAX_VALUES_IN_ALL} värden"
