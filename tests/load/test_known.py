"""What is known of files before is what reading them gives, whatever has been done to them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load import Loaded, known, load_bytes
from generator.load.document import Room
from generator.load.known import Known
from generator.source import PlacedList, PlacedMap
from generator.store import Store
from generator.user_cache import own_folder
from tests.fuzz.catalogues import catalogues
from tests.mutations.drawn import drawn
from tests.mutations.mutant import KINDS
from tests.mutations.world import WORLDS

UNHURRIED: Final = settings(
    deadline=None, max_examples=40, suppress_health_check=[*HealthCheck], database=None
)
SLIPS: Final = (
    *(b"", b"\n", b"# x\n", b"&a ", b"*a", b"!x ", b"  ", b"\xff", b"a: b\n", b"null", b"{", b"'"),
    *(b"guide: {format: 9}\n", b"services:\n  a: {}\n", b"<<<<<<< x\n", b"\xef\xbb\xbf"),
)


def raw(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    return {n: each if isinstance(each, bytes) else each.encode() for n, each in files.items()}


REAL: Final = raw(WORLDS[0].files)


@pytest.fixture(autouse=True)
def _always(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small, kept on the disk and read in two processes."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(known, "_FEWEST", 0)
    monkeypatch.setattr(known, "_MANY", 0)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read, for want of anything known."""
    real, names = known._parsed, list[str]()  # noqa: SLF001 - counted and done

    def parsed(texts: Any) -> dict[str, bytes]:
        names.extend(text.name for text in texts)
        return real(texts)

    monkeypatch.setattr(known, "_parsed", parsed)
    monkeypatch.setattr(known, "_MANY", 2**30)
    return names


def store() -> Store:
    return Store(known_in(), [("program", b"the same")])


def known_in() -> Path:
    folder = own_folder("documents")
    assert folder
    return folder


def cold(files: Mapping[str, bytes]) -> Loaded:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(known.Known, "documents", lambda *_: {})
        return load_bytes(files)


def placed(data: Any) -> Any:
    """The data with every place in it."""
    if isinstance(data, PlacedMap):
        return [(k, data.key_at(k), data.value_at(k), placed(each)) for k, each in data.items()]
    if isinstance(data, PlacedList):
        return [(mark, placed(each)) for mark, each in zip(data.values_at, data, strict=True)]
    return data


def told(loaded: Loaded) -> list[Any]:
    """Everything, with the order of what has one."""
    sections = {name: [*each] for name, each in vars_of(loaded).items() if isinstance(each, dict)}
    roots = [(name, placed(root)) for name, root in loaded.places.roots.items()]
    texts = [*loaded.places.texts.items()]
    return [loaded.catalogue, sections, loaded.faults, loaded.broken, loaded.whole, roots, texts]


def vars_of(loaded: Loaded) -> dict[str, Any]:
    return {name: getattr(loaded.catalogue, name) for name in loaded.catalogue.__slots__}


def hold(*states: Mapping[str, bytes]) -> None:
    """One after the other: in one process, in one for each, and as nobody knows anything."""
    here = Known(store)
    for files in states:
        slow = told(cold(files))
        assert told(load_bytes(files, here)) == slow
        assert told(load_bytes(files, Known(store))) == slow
        assert told(load_bytes(files)) == slow


def slipped(files: Mapping[str, bytes], lot: Any) -> dict[str, bytes]:
    """The same with something put in, taken out or copied, in one file or as one."""
    name = lot.choice([*files])
    text = files[name]
    begin = lot.randrange(len(text) + 1)
    end = min(len(text), begin + lot.choice([0, 1, 5, 80]))
    text = text[:begin] + lot.choice([*SLIPS, text[begin:end] * 2]) + text[end:]
    changed = {**files, lot.choice([name, name, f"{name}.yaml"]): text}
    return dict([*changed.items()][lot.choice([0, 0, 0, 1]) :])


def test_the_real_catalogue_with_whatever_slips_a_hand_makes() -> None:
    lot = Random(7)  # noqa: S311 - to be drawn again
    states = [REAL]
    for _ in range(40):
        states.append(slipped(states[lot.choice([0, -1])], lot))
    hold(*states, REAL)


def test_every_kind_of_slip() -> None:
    for world, _, mutant in drawn(len(KINDS), seed=11):
        hold(raw(world.files), raw(mutant.files))


@settings(UNHURRIED)
@given(catalogues(), st.randoms(use_true_random=False))
def test_any_catalogue(made: dict[str, bytes], lot: Random) -> None:
    hold(made, slipped(made, lot), slipped(slipped(made, lot), lot), made)


def test_what_was_read_is_not_read_again(read: list[str]) -> None:
    load_bytes(REAL, Known(store))
    assert read == [*REAL]
    read.clear()
    here = Known(store)
    changed = {**REAL, "services.yaml": b"# x\n" + REAL["services.yaml"]}
    before, after = load_bytes(REAL, here), load_bytes(changed, here)
    assert read == ["services.yaml"]
    assert before.catalogue.contacts
    for id_, contact in before.catalogue.contacts.items():
        assert after.catalogue.contacts[id_] is contact


def damaged(kept: bytes) -> Iterator[bytes]:
    yield b""
    yield kept[:-1]
    yield kept[:40] + bytes([kept[40] ^ 1]) + kept[41:]


@pytest.mark.parametrize("number", range(3))
def test_what_is_damaged_is_read_again(read: list[str], number: int) -> None:
    load_bytes(REAL, Known(store))
    for file in known_in().iterdir():
        file.write_bytes([*damaged(file.read_bytes())][number])
    read.clear()
    hold(REAL)
    assert read[: len(REAL)] == [*REAL]


def test_what_another_program_kept_is_read_again(read: list[str]) -> None:
    load_bytes(REAL, Known(lambda: Store(known_in(), [("program", b"another")])))
    read.clear()
    load_bytes(REAL, Known(store))
    assert read == [*REAL]


def test_what_is_known_takes_its_room(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a.yaml": b"a: [0, 0, 0]\n", "b.yaml": b"b: [0, 0, 0, 0, 0]\n", "c.yaml": b"c: 1\n"}
    here = Known(store)
    load_bytes(files, here)
    for left in range(25):
        monkeypatch.setattr(Room, "__init__", lambda room, n=left: setattr(room, "left", n))
        hold(files)
        assert told(load_bytes(files, here)) == told(cold(files))


def test_a_file_with_a_fault_is_not_kept() -> None:
    files = {"a.yaml": b"a: &x b\n", "b.yaml": b"b: {c: 1, c: 2}\n", "c.yaml": b"c: [\n"}
    load_bytes(files, Known(store))
    assert not [*known_in().iterdir()]
