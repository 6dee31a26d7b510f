"""What is written to choke a reader costs no more than a large catalogue, and is named."""

import pytest

from generator.load.document import MAX_FAULTS, MAX_VALUES
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
