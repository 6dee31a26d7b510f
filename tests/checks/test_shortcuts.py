"""What a rule passes by unread it would not have found anything in."""

import re
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.checks import cipher
from generator.checks.cipher import ciphered
from generator.checks.sentences import _END, _cut, has_words, sentences

LETTERS = "abckmoqtuvwzBHN56%@|{.:-_ <>()/\n\"'å…–"
ADDRESSES = st.from_regex(r"(mailto:)?[a-z.]+@[a-z]+([.-][a-z]+)*\.[a-z]{2,}", fullmatch=True)


def enciphered(address: str) -> str:
    """As the old web tool wrote it."""
    shifted = ((c, chr(ord(c) + 8)) for c in address)
    return "".join("5" if c in ".-" else s if s <= "~" else f"%{c}" for c, s in shifted)


@given(st.text(LETTERS) | st.text() | st.tuples(st.text(), ADDRESSES.map(enciphered)).map(" ".join))
def test_no_cipher_is_passed_by(text: str) -> None:
    with patch.object(cipher, "_may_hold_cipher", return_value=True):
        slow = ciphered(text)
    fast = ciphered(text)
    assert (fast and (fast[0].span(), fast[1])) == (slow and (slow[0].span(), slow[1]))


@given(ADDRESSES)
@example("kiv@regionen.se")
def test_an_address_is_found(address: str) -> None:
    written = enciphered(address)
    found = ciphered(f"Skriv till {written} i dag.")
    assert found is not None
    assert found[0][0] == written


def test_an_address_is_read_also_when_a_sign_of_the_cipher_is_left_over() -> None:
    found = ciphered(f"Skriv till {enciphered('kiv@regionen.se')}% i dag.")
    assert found is not None
    assert found[1] == "kiv@regionen.se"


@pytest.mark.parametrize("written", ["uiqt|wBsq~", "%vozmoqwv5{m"])
def test_what_the_tool_wrote_in_nearly_every_address_is_found_without_one(written: str) -> None:
    found = ciphered(f"Skriv till {written} i dag.")
    assert found is not None
    assert (found[0][0], found[1]) == (written, "")


@example("a.\n")
@example("a\n\n")
@given(st.text(LETTERS + "!:*_»”“1") | st.text())
def test_a_sentence_ends_with_the_text_whether_or_not_that_is_looked_for(text: str) -> None:
    with_the_end = re.compile(f"{_END.pattern}|$")
    slow, start = [], 0
    for end in with_the_end.finditer(text):
        slow.append(text[start : end.end()].strip())
        start = end.end()
    fast = [each.written for each in _cut(text)]
    assert [each for each in fast if each] == [each for each in slow if each]


@example("a b c", 3)
@given(st.text(LETTERS + "`](https://", max_size=200) | st.text(), st.integers(1, 30))
def test_no_text_with_so_many_words_is_passed_by(text: str, number: int) -> None:
    words = sum(len(sentence.words) for sentence in sentences(text))
    assert has_words(text, number) or words < number
