"""What is said with the last check's findings at hand is what a whole check says."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import reduce
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import proving
from generator.checks import RULES
from generator.checks.checking import case_of, found_by
from generator.checks.on_texts import ON_TEXTS
from generator.diagnostics import Report
from generator.kept import documents, place
from generator.kept.answer import Question
from generator.kept.review import review
from generator.kept.texts import QUOTING, TEXTS
from generator.load import Loaded, known, load_bytes
from generator.model.catalogue import Catalogue
from generator.model.outline import DataPath
from generator.model.walk import every_part, leaves
from generator.side_by_side import one_after_the_other
from tests.fuzz.catalogues import catalogues
from tests.mutations.drawn import drawn
from tests.mutations.mutant import KINDS
from tests.mutations.world import AS_OF, WORLDS, World

REAL: Final = WORLDS[0]
ASKED: Final = Question(Path("data"), AS_OF, "text", color=False)
UNHURRIED: Final = settings(
    deadline=None, max_examples=40, suppress_health_check=[*HealthCheck], database=None
)
STRICT: Final = {"address", "email"}
"""Texts that must have a form."""
HOSTILE: Final = (
    "Kort.",
    "Se <b>här</b> och `<i>`.",
    "[hit](javascript:x) [dit]()",
    "Skriv till uiqt|wBsq~H%vozmoqwv5{m i dag.",
    "Sj\u00adunet p\u0430ss \u200b.",
    "a\nb\n\nc\n",
    " ".join(["organisationsförändringarna"] * 30),
    "\\u200b \x85",
    '"',
)
EVERY: Final = " ".join(HOSTILE)


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    # What is held is the catalogue's part; another program finds nothing, as test_answer.py has it.
    monkeypatch.setattr(place, "makings", lambda: [("program", b"the same")])
    documents.known.cache_clear()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a whole check was made."""
    real, counted = proving.review, Counter[str]()

    def review(*arguments: Any, **named: Any) -> object:
        counted["whole"] += 1
        return real(*arguments, **named)

    monkeypatch.setattr(proving, "review", review)
    return counted


def raw(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    return {n: each if isinstance(each, bytes) else each.encode() for n, each in files.items()}


def whole(files: Mapping[str, bytes]) -> Report:
    return proving.review(ASKED.data, AS_OF, files)[1]


def texts_in(catalogue: Catalogue) -> Iterator[DataPath]:
    """Where each text is written that is only read."""
    for placed in every_part(catalogue):
        for leaf in leaves(placed, TEXTS.get(type(placed.part), frozenset())):
            yield leaf.path


def hold(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    review(ASKED, before)
    fast, _ = review(ASKED, after)
    slow = whole(after)
    assert fast == slow
    assert fast.texts == slow.texts


def test_whatever_slips_a_hand_makes() -> None:
    for world, _, mutant in drawn(len(KINDS), seed=3):
        hold(raw(world.files), raw(mutant.files))


def rewritten(world: World, lot: Random, count: int) -> Iterator[dict[str, str]]:
    """Some other text in place of one, and all that comes after it moved; or all in the file."""
    paths = frozenset(texts_in(world.loaded.catalogue))
    spots = [spot for spot in world.spots if spot.path in paths]
    for spot in lot.sample([each for each in spots if each.key not in STRICT], count):
        written = json.dumps(lot.choice(HOSTILE), ensure_ascii=False)
        written += "\n" * world.text(spot).endswith("\n")
        files = world.with_value(spot, written)
        yield {**files, spot.file: "# en rad till\n" * lot.randrange(2) + files[spot.file]}


def test_another_text_is_another_text_and_nothing_more(asked: Counter[str]) -> None:
    before = raw(REAL.files)
    review(ASKED, before)
    for files in rewritten(REAL, Random(5), 80):  # noqa: S311 - to be drawn again
        fast, _ = review(ASKED, raw(files))
        assert asked.pop("whole") == 1
        assert fast == whole(raw(files))


@pytest.mark.parametrize("many", [0, 2**20])
def test_what_is_read_ahead_of_the_model_is_what_is_read(
    monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(known, "_MANY", many)
    broken = [mutant.files for _, _, mutant in drawn(20, seed=8)]
    for files in (*(raw(world.files) for world in WORLDS), *map(raw, broken)):
        documents.known.cache_clear()
        found, _ = review(ASKED, files)
        assert found == whole(files)


def test_several_files_at_once(asked: Counter[str]) -> None:
    before = raw(REAL.files)
    review(ASKED, before)
    after = {name: b"# en rad\n\n" + text for name, text in [*before.items()][:4]}
    assert review(ASKED, {**before, **after})[0].texts
    assert asked["whole"] == 1
    hold(before, {**before, **after})


@pytest.mark.parametrize(
    "change",
    [
        lambda files: {n: b"# x\n" + text for n, text in files.items()},
        lambda files: {**files, "x.yaml": b"links: {}\n"},
        lambda files: dict([*files.items()][1:]),
        lambda files: {**files, "services.yaml": files["services.yaml"] + b"  sist: {}\n"},
        lambda files: {**files, "services.yaml": files["services.yaml"] + b"\xff"},
    ],
    ids=["all of them", "one more", "one less", "an entry without anything", "no text"],
)
def test_what_is_not_surely_a_text_is_looked_at_as_a_whole(
    asked: Counter[str], change: Any
) -> None:
    before = raw(REAL.files)
    review(ASKED, before)
    fast, _ = review(ASKED, change(before))
    assert asked["whole"] == 2
    assert fast == whole(change(before))


def test_a_whole_check_reads_only_the_files_that_were_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real, names = known._parsed, list[str]()  # noqa: SLF001 - counted and done

    def parsed(texts: Any) -> dict[str, bytes]:
        names.extend(each.name for each in texts)
        return real(texts)

    monkeypatch.setattr(known, "_FEWEST", 0)
    monkeypatch.setattr(known, "_parsed", parsed)
    monkeypatch.setattr(known, "both", one_after_the_other)
    before = raw(REAL.files)
    review(ASKED, before)
    assert names == [*before]
    names.clear()
    documents.known.cache_clear()
    after = {**before, "services.yaml": before["services.yaml"] + b"  sist: {}\n"}
    fast, _ = review(ASKED, after)
    assert names == ["services.yaml"]
    assert fast == whole(after)


SMALL = """
guide: {title: Guide, publisher: Regionen}
models: {pv: {name: Primärvården, short_name: PV}}
operators: {privat: {name: Privat, short_name: Privat}}
sources: {seed: {title: Källa, publisher: Regionen}}
services:
  a:
    {name: A, summary: En., source: seed, obligation: {pv: mandatory}, prerequisites: [WHY]}
  b:
    {name: B, summary: Två., source: seed, obligation: {pv: mandatory}, DATED prerequisites: []}
"""
DATED = "until: 2030-01-01,"
OVERRIDES = """
overrides:
  c: {rule: long-sentence, severity: info, because: Så., until: 2099-01-01}
"""


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        (SMALL.replace("WHY", "b").replace("DATED", ""), True),
        (SMALL.replace("WHY", "b").replace("DATED", DATED), False),
        (SMALL.replace("WHY", "b").replace("DATED", "") + OVERRIDES, False),
        (SMALL.replace("WHY", "{need: a, because: Jo.}").replace("DATED", ""), False),
        (SMALL.replace("WHY", "b").replace("DATED", "nmae: B,"), False),
    ],
    ids=["plain", "a day", "an override", "a reason that is quoted", "a fault"],
)
def test_where_texts_could_matter_nothing_is_kept(
    asked: Counter[str], text: str, *, is_kept: bool
) -> None:
    before = {"a.yaml": text.encode()}
    after = {"a.yaml": text.replace("Två.", "Tre.").replace("Jo.", "Nja.").encode()}
    review(ASKED, before)
    fast, _ = review(ASKED, after)
    assert asked["whole"] == (1 if is_kept else 2)
    assert fast == whole(after)


def test_another_day_and_another_folder_have_findings_of_their_own(
    asked: Counter[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = raw(REAL.files)
    review(ASKED, files)
    for question in (
        ASKED._replace(as_of=AS_OF.replace(year=2029)),
        ASKED._replace(as_of=None),
        ASKED._replace(data=tmp_path),
    ):
        found, _ = review(question, files)
        assert found == proving.review(question.data, question.as_of, files)[1]
    monkeypatch.chdir(tmp_path)
    review(ASKED, files)
    assert asked["whole"] == 1 + 3 + 3 + 1


def without_days(made: Mapping[str, bytes]) -> dict[str, bytes]:
    return {n: json.dumps(always(json.loads(each))).encode() for n, each in made.items()}


def always(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: always(each) for k, each in value.items() if k not in {"from", "until"}}
    return [always(each) for each in value] if isinstance(value, list) else value


def with_texts(files: Mapping[str, bytes], told: Iterator[str]) -> dict[str, bytes]:
    """Another text in place of each that is only read."""
    roots = {name: json.loads(content) for name, content in files.items()}
    for path in texts_in(load_bytes(files).catalogue):
        for root in roots.values():
            *way, last = path
            try:
                owner = reduce(lambda here, step: here[step], way, root)
                owner[last] = next(told) if isinstance(owner[last], str) else owner[last]
            except (KeyError, IndexError, TypeError):
                continue
    return {n: json.dumps(root, ensure_ascii=False, indent=1).encode() for n, root in roots.items()}


@settings(UNHURRIED)
@given(catalogues(), st.randoms(use_true_random=False))
def test_any_catalogue_with_any_other_texts(made: dict[str, bytes], lot: Random) -> None:
    for before in (made, without_days(made)):
        hold(before, with_texts(before, iter(lambda: lot.choice(HOSTILE), None)))


def test_what_is_only_read_is_only_read() -> None:
    """No other rule says anything else when each of those texts is another."""
    others = [rule for rule in RULES if not rule.on_texts and rule.name != QUOTING]
    on_texts = Counter[str]()

    def said(loaded: Loaded) -> Counter[tuple[str, ...]]:
        case = case_of(loaded, AS_OF)
        on_texts.update(each.rule for each in found_by(ON_TEXTS, case))
        told = found_by(others, case)
        return Counter((each.rule, str(each.span), each.message, each.help) for each in told)

    for world, _, mutant in drawn(len(KINDS), seed=9):
        del world
        files = raw(mutant.files)
        one = load_bytes(files)
        if not one.whole:
            continue
        # What is written alike in many places is one thing, for all who load it afterwards too.
        other = replace(one, catalogue=deepcopy(one.catalogue))
        for placed in every_part(other.catalogue):
            for name, field in type(placed.part).model_fields.items():
                value = getattr(placed.part, name)
                if (field.alias or name) in TEXTS.get(type(placed.part), ()) and value:
                    new = tuple(EVERY for _ in value) if isinstance(value, tuple) else EVERY
                    placed.part.__dict__[name] = new
        assert said(one) == said(other)
    assert {rule.name for rule in RULES if rule.on_texts} == on_texts.keys()
