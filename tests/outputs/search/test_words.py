"""What counts as the same word, whatever its ending and however it is typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.search.words import (
    ends,
    ends_of,
    folded,
    is_stop_word,
    key,
    keys,
    parts,
    written,
)


@pytest.mark.parametrize(
    "forms",
    [
        "blankett blanketter blanketten blanketterna Blankettens BLANKETTERNAS",
        "tjänst tjänster tjänsten tjänsternas tjanst tjansten",
        "kort kortet korten kortens",
        "ersättning ersättningar ersättningen ersattning",
        "beställa beställer beställ",
        "checklista checklistor checklistan",
        "hjälpmedel hjälpmedlet hjälpmedlen hjälpmedels",
        "nyckel nyckeln nycklar nycklarna",
    ],
)
def test_the_forms_of_a_word_are_one(forms: str) -> None:
    assert len({key(word) for word in written(forms)}) == 1


@pytest.mark.parametrize(("one", "other"), [("kort", "kor"), ("val", "vall"), ("hsa", "h")])
def test_other_words_are_others(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_short_words_and_numbers_keep_all_that_they_have() -> None:
    assert [key(word) for word in ("pv", "as", "1177s", "mvk")] == ["pv", "as", "1177s", "mvk"]


def test_letters_are_the_same_however_they_are_put_together() -> None:
    apart = unicodedata.normalize("NFD", "Västfolket, Égalité, 3½ ﬁl")
    assert written(apart) == ["västfolket", "égalité", "3½", "ﬁl"]
    assert [folded(word) for word in written(apart)] == ["vastfolket", "egalite", "312", "fil"]
    assert folded("ﷺ").isalnum()  # a space within would end the word in the index


def test_what_joins_words_is_no_part_of_them() -> None:
    assert written("e-tjänstekort_(SITHS)\u00ad, «IP»") == ["e", "tjänstekort", "siths", "ip"]


def test_stop_words_have_no_place_in_running_text_with_dots_or_without() -> None:
    assert [key(word) for word in ("hur", "på", "pa", "är")] == [""] * 4
    assert is_stop_word("får")
    assert is_stop_word("far")


@given(
    st.text(st.sampled_from("aÅÄå\u0308\u0345ſΣσς²I\u0307 på\n\u00a0\u2000\x1f\x85_-,.<!"))
    | st.text()
)
def test_a_text_s_keys_are_those_of_its_words_one_by_one(text: str) -> None:
    assert [*keys(text)] == [*filter(None, map(key, written(text)))]


def test_a_name_is_cut_where_its_humps_are() -> None:
    assert parts("eTjänstekort, webSESAM, VGPV") == ["e", "tjänstekort", "web", "sesam", "vgpv"]
    assert parts("Katalog i Väst") == []


def test_a_compound_ends_in_words_and_a_prefix_makes_none() -> None:
    words = ["beskriv", "etjanstekort", "kort", "or", "reservkort", "skriv", "tjanstekort"]
    assert sorted(ends(words)) == [
        ("etjanstekort", "kort"),
        ("etjanstekort", "tjanstekort"),
        ("reservkort", "kort"),
        ("tjanstekort", "kort"),
    ]


@given(st.lists(st.text("abå!", max_size=9), unique=True, max_size=40))
def test_ends_are_those_of_each_word_alone(words: list[str]) -> None:
    assert sorted(ends(words)) == sorted(
        (word, end)
        for word in words
        for end in words
        if word.endswith(end) and len(word) - len(end) not in {0, 2} and len(end) > len("...")
    )


@given(st.sets(st.text(alphabet="abc!", min_size=1, max_size=9), max_size=60))
def test_one_word_s_ends_are_those_that_all_words_tell_of_it(words: set[str]) -> None:
    one_by_one = {(word, end) for word in words for end in ends_of(word) if end in words}
    assert one_by_one == {*ends(words)}
