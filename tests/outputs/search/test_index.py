"""The same records give the same bytes; each piece is small, and named by what is in it."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.search import index as making
from generator.outputs.search.index import SearchIndex
from generator.outputs.search.index import search_index as of_weighed
from generator.outputs.search.records import Kind, Record, Section
from generator.outputs.search.weights import Said, weighed
from generator.outputs.search.words import ends


def record(address: str, title: str, text: str = "", kind: Kind = Kind.SERVICE) -> Record:
    return Record(address=address, kind=kind, title=title, sections=(Section("", "", text),))


RECORDS = [
    record(f"tjanster/nr-{n:03}/", f"Tjänst <{n}> & co", f"Ord {n} om reservkort{n % 7}, åäö. " * 9)
    for n in range(400)
]
RECORDS += [
    record("ordlista/#hsa", "HSA", "En katalog.", Kind.TERM),
    record("a-redaktor/", "Handbok", "Så gör ni.", Kind.EDITOR),
]


def search_index(records: Iterable[Record]) -> SearchIndex:
    return of_weighed(weighed(record, {}) for record in records)


def about(index: SearchIndex) -> dict[str, object]:
    found: dict[str, object] = json.loads(index.files[index.entry])
    return found


def lines(index: SearchIndex, kind: str) -> list[str]:
    names = sorted(
        (name for name in index.files if re.search(rf"/{kind}\d", name)),
        key=lambda name: int(re.findall(rf"/{kind}(\d+)\.", name)[0]),
    )
    return [line for name in names for line in index.files[name].split("\n")]


def postings(index: SearchIndex, key: str) -> dict[int, int]:
    """The weight of a word by the number of the record."""
    found: dict[int, int] = {}
    (line,) = (line for line in lines(index, "w") if line.startswith(f"{key} "))
    for group in line.partition(" ")[2].split(";"):
        weight, _, steps = group.partition(":")
        number = 0
        for step in steps.split(","):
            number += int(step, 36)
            found[number] = int(weight, 36)
    return found


def test_the_same_bytes_whatever_the_order() -> None:
    shuffled = Random(1).sample(RECORDS, len(RECORDS))  # noqa: S311 - repeatable on purpose
    assert search_index(shuffled) == search_index(iter(RECORDS))


def test_one_changed_text_changes_its_own_pieces_alone() -> None:
    first = search_index(RECORDS)
    changed = replace(
        RECORDS[7], sections=(Section("", "", RECORDS[7].sections[0].text + "Nytt."),)
    )
    second = search_index([*RECORDS[:7], changed, *RECORDS[8:]])
    assert first.entry == second.entry
    assert 0 < len(second.files.keys() - first.files.keys()) <= 3


def test_a_piece_is_about_as_large_as_any_other() -> None:
    index = search_index(RECORDS)
    assert len(index.files) > 20
    assert max(map(len, index.files.values())) < 20_000


def test_a_word_weighs_by_where_it_stands() -> None:
    records = [
        record("a/", "Kort"),
        record("b/", "Ett kort för alla som har avtal"),
        replace(record("c/", "Annat"), names=("kort",)),
        record("d/", "Annat", "Ett kort. Ett kort till."),
        record("e/", "Annat", "Ett kort."),
        record("f/", "Annat", "Ett reservkort."),
        replace(record("g/", "Annat"), sections=(Section("x", "Om kort", ""),)),
    ]
    found = postings(search_index(records), "kort")
    assert sorted(found, key=lambda number: -found[number]) == [0, 2, 1, 3, 4, 6, 5]


def test_names_are_found_in_parts_and_as_one() -> None:
    index = search_index([record("a/", "webSESAM"), record("b/", "RGS Webb")])
    assert postings(index, "sesam").keys() == {0}
    assert postings(index, "rgswebb").keys() == {1}


def test_stop_words_are_found_in_names_alone() -> None:
    index = search_index(
        [record("a/", "Vad betyder", "Hur gör ni?"), record("b/", "Annat", "Vad?")]
    )
    keys = {line.partition(" ")[0] for line in lines(index, "w")}
    assert postings(index, "!vad").keys() == {0}
    assert not keys & {"hur", "!hur", "vad"}


def test_what_is_for_editors_stands_last_and_is_guessed_by_nobody() -> None:
    index = search_index(RECORDS)
    assert (about(index)["records"], about(index)["units"]) == (402, 401)
    assert json.loads(lines(index, "t")[-1])[0] == "a-redaktor/"
    assert "handbok" not in lines(index, "s")


def test_names_to_guess_stand_by_length() -> None:
    words = lines(search_index(RECORDS), "s")
    assert words == sorted(words, key=lambda word: (len(word), word))
    assert "tjänst" in words


def test_nothing_to_find_is_no_fault() -> None:
    index = search_index([])
    assert list(index.files) == [index.entry]


WORDS = st.sampled_from(["kort", "ekort", "reservkort", "reservkorten", "skriv", "beskriv", "ko"])
RANDOM = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=60)


@given(titles=RANDOM, texts=RANDOM)
def test_each_word_weighs_what_the_records_say_one_by_one(
    titles: list[str], texts: list[str]
) -> None:
    records = [
        record(f"{n:03}/", title, text)
        for n, (title, text) in enumerate(zip(titles, texts, strict=False))
    ]
    weights = [weighed(each, {}).said().weights for each in records]
    words = {word for each in weights for word in each}
    longer = {end: {word for word, short in ends(words) if short == end} for end in words}
    index = search_index(records)
    for word in words:
        expected = {}
        for number, held in enumerate(weights):
            ended = [max(1, round(held[long] * 0.4)) for long in longer[word] & held.keys()]
            if weight := held.get(word) or max(ended, default=0):
                expected[number] = weight
        assert postings(index, word) == expected


@given(titles=RANDOM)
def test_what_is_at_hand_is_what_is_unpacked(titles: list[str]) -> None:
    at_hand: dict[bytes, Said] = {}
    records = [weighed(record(f"{n:03}/", title), at_hand) for n, title in enumerate(titles)]
    assert at_hand.keys() == {each.packed for each in records}
    assert making.lines(records, at_hand) == making.lines(records, {})
