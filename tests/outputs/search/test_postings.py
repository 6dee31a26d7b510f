"""With few records changed the lines are those that all of the records give."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from generator.outputs.search import postings as lines_of
from generator.outputs.search.postings import Change, Postings, Weights, postings, replaced

WORDS = st.sampled_from(
    ["kort", "ekort", "reservkort", "reservkorten", "skriv", "beskriv", "ko", "!att", "bok", "ok"]
)
RECORDS = st.lists(st.dictionaries(WORDS, st.integers(1, 70), max_size=6), min_size=1, max_size=40)


def changed(before: Sequence[Weights], now: Sequence[Weights]) -> Postings | None:
    pairs = zip(before, now, strict=True)
    changes = [Change(number, *pair) for number, pair in enumerate(pairs) if pair[0] != pair[1]]
    return replaced(postings(before), changes)


@given(RECORDS, st.lists(st.tuples(st.integers(0, 39), RECORDS), max_size=4))
def test_lines_with_changes_are_those_of_all(
    before: list[dict[str, int]], others: list[tuple[int, list[dict[str, int]]]]
) -> None:
    now = [*before]
    for number, other in others:
        now[number % len(now)] = other[0]
    found = changed(before, now)
    event("nothing" if found is None else "patched")
    if found is not None:
        assert [*found.items()] == [*postings(now).items()]


def test_a_new_word_that_ends_older_ones_has_all_told_anew() -> None:
    assert changed([{"reservkort": 1}, {"bok": 2}], [{"reservkort": 1}, {"kort": 2}]) is None
    assert changed([{"reservkort": 1}, {"bok": 2}], [{"reservkort": 1}, {"ort": 2}]) is not None


def test_only_lines_of_words_that_changed_are_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before: list[Weights] = [{"kort": 1, "bok": 1}, {"kort": 2, "bok": 1}, {"reservkort": 3}]
    asked = Counter[str]()
    make = lines_of._line  # noqa: SLF001 - to be counted

    def counted(word: str, found: list[int]) -> str:
        asked[word] += 1
        return make(word, found)

    known = postings(before)
    monkeypatch.setattr(lines_of, "_line", counted)
    replaced(known, [Change(2, before[2], {"reservkort": 9})])
    assert asked == Counter(["kort", "reservkort"])
