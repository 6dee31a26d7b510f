"""How heavy a text is to read, by the readability index LIX (Björnsson 1968)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

_END: Final = re.compile(r"[.!?:][)\]*_»”\"']*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)")
"""A sentence ends with a full stop or a colon, as LIX has it, and with its paragraph or item.

And with the text, which is not said here: what can only begin with four signs is found in a third
of the time.
"""
_ADDRESS: Final = re.compile(r"\]\([^\])]*\)|https?://\S+|`[^`]*`")
_ADDRESS_SIGNS: Final = ("](", "://", "`")
_WORD: Final = re.compile(r"[^\W_]+(?:[-–’'.][^\W_]+)*")
_LONG: Final = 6
"""A long word has more letters."""


class Sentence(NamedTuple):
    start: int
    """The place of its first character in the text."""
    written: str
    words: tuple[str, ...]


def has_words(text: str, at_least: int) -> bool:
    """Whether the text may have so many words; if not, nobody need count its sentences."""
    return len(text) >= 2 * at_least - 1 and _so_many(at_least).match(text) is not None


@cache
def _so_many(words: int) -> re.Pattern[str]:
    """Nothing that was taken is given back, so that a text with fewer is seen through once.

    At 2,500 services a list of all words, to count them, took twice as long.
    """
    return re.compile(rf"(?:[\W_]*+[^\W_]++){{{words}}}")


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in Markdown; what has no words in it is none."""
    return tuple(each for each in _cut(text) if each.words)


def _cut(text: str) -> Iterator[Sentence]:
    start = 0
    may_have_address = any(sign in text for sign in _ADDRESS_SIGNS)
    for end in (*(found.end() for found in _END.finditer(text)), len(text)):
        written = text[start:end]
        begun = start + len(written) - len(written.lstrip())
        words = _WORD.findall(_ADDRESS.sub(" ", written) if may_have_address else written)
        yield Sentence(begun, written.strip(), tuple(words))
        start = end


def lix(of: tuple[Sentence, ...]) -> int:
    """Words in a sentence on the average, and per cent of words that are long."""
    words = [word for sentence in of for word in sentence.words]
    long = sum(len(word) > _LONG for word in words)
    return round(len(words) / len(of) + 100 * long / len(words))
