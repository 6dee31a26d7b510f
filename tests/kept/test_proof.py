"""A build with the last check's findings at hand publishes and refuses what it does without."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import CheckedCatalogue, check, checking
from generator.diagnostics import Report
from generator.kept import place, proof
from generator.kept.proof import proof as prove
from generator.kept.review import review
from generator.load import load_bytes
from tests.fuzz.catalogues import catalogues
from tests.kept.test_review import (
    ASKED,
    HOSTILE,
    REAL,
    UNHURRIED,
    raw,
    rewritten,
    with_texts,
    without_days,
)
from tests.mutations.drawn import drawn
from tests.mutations.mutant import KINDS
from tests.mutations.world import AS_OF

Files = Mapping[str, bytes]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(place, "makings", lambda: [("program", b"the same")])
    forget()
    return tmp_path / "startklar" / "findings"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often all rules were run."""
    real, counted = checking.report_of, Counter[str]()

    def report_of(*arguments: Any, **named: Any) -> Report:
        counted["whole"] += 1
        return real(*arguments, **named)

    monkeypatch.setattr(proof, "report_of", report_of)
    return counted


def forget() -> None:
    """As a new process knows nothing."""
    proof._known.clear()  # noqa: SLF001


def proven(files: Files, *, strict: bool = False) -> CheckedCatalogue | Report:
    return prove(load_bytes(files), ASKED.data, AS_OF, AS_OF, strict=strict)


def hold(files: Files) -> None:
    slow = check(load_bytes(files), as_of=AS_OF)
    for strict in (False, True):
        fast = proven(files, strict=strict)
        told = [each if isinstance(each, Report) else each.report for each in (fast, slow)]
        assert told[0] == told[1]
        assert told[0].texts == told[1].texts
        assert isinstance(fast, Report) == told[1].fails(strict=strict)
        assert isinstance(fast, Report) or fast == slow


def test_whatever_slips_a_hand_makes() -> None:
    for world, _, mutant in [*drawn(len(KINDS), seed=11)][::4]:
        proven(raw(world.files))
        hold(raw(mutant.files))


def test_texts_are_changed_again_and_again(asked: Counter[str]) -> None:
    proven(raw(REAL.files))
    for files in rewritten(REAL, Random(8), 20):  # noqa: S311 - to be drawn again
        proven(raw(files))
        assert asked == Counter(whole=1)
        fast, slow = proven(raw(files)), check(load_bytes(raw(files)), as_of=AS_OF)
        assert fast == slow


@UNHURRIED
@given(catalogues(), st.randoms(use_true_random=False))
def test_any_catalogue_with_any_other_texts(made: dict[str, bytes], lot: Random) -> None:
    for before in (made, without_days(made)):
        forget()
        proven(before)
        hold(with_texts(before, iter(lambda: lot.choice(HOSTILE), None)))


def test_each_finds_what_the_other_has_left(asked: Counter[str]) -> None:
    files = raw(REAL.files)
    review(ASKED, files)
    proven(files)
    assert not asked
    after = next(rewritten(REAL, Random(2), 1))  # noqa: S311 - to be drawn again
    proven(raw(after))
    assert not asked


def test_what_a_build_has_left_is_found_by_a_check(monkeypatch: pytest.MonkeyPatch) -> None:
    files = raw(REAL.files)
    made = proven(files)
    monkeypatch.setattr("generator.kept.whole.whole", None)
    found, _ = review(ASKED, files)
    assert isinstance(made, CheckedCatalogue)
    assert found == made.report


def test_a_preview_reads_nothing_again(asked: Counter[str], kept: Path) -> None:
    files = raw(REAL.files)
    proven(files)
    for each in kept.iterdir():
        each.unlink()
    proven(files)
    assert asked == Counter(whole=1)
    forget()
    proven(files)
    assert asked == Counter(whole=2)


def damaged(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize("harm", [damaged, lambda _: b"", lambda c: c[:50]])
def test_what_is_damaged_is_as_if_it_were_not_there(
    asked: Counter[str], kept: Path, harm: Callable[[bytes], bytes]
) -> None:
    files = raw(REAL.files)
    proven(files)
    for each in kept.iterdir():
        each.write_bytes(harm(each.read_bytes()))
    forget()
    assert proven(files) == check(load_bytes(files), as_of=AS_OF)
    assert asked == Counter(whole=2)


def test_another_day_has_findings_of_its_own(asked: Counter[str]) -> None:
    """Also when nobody has named a day, and it is another than it was."""
    loaded = load_bytes(raw(REAL.files))
    for day in (AS_OF, AS_OF.replace(year=2029)):
        made = prove(loaded, ASKED.data, None, day, strict=False)
        assert made == check(loaded, as_of=day)
    assert asked == Counter(whole=2)
