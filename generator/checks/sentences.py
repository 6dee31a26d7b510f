"""How heavy a text is to read, by the readability index LIX (Björnsson 1968)."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_END: Final = re.compile(r"[.!?:][)\]*_»”\"']*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|$")
"""A sentence ends with a full stop or a colon, as LIX has it, and with its paragraph or item."""
_ADDRESS: Final = re.compile(r"\]\([^\])]*\)|https?://\S+|`[^`]*`")
_ADDRESS_SIGNS: Final = ("](", "://", "`")
_WORD: Final = re.compile(r"[^\W_]+(?:[-–’'.][^\W_]+)*")
_LETTERS: Final = re.compile(r"[^\W_]+")
_LONG: Final = 6
"""A long word has more letters."""


class Sentence(NamedTuple):
    start: int
    """The place of its first character in the text."""
    written: str
    words: tuple[str, ...]


def has_words(text: str, at_least: int) -> bool:
    """Whether the text may have so many words; if not, nobody need count its sentences."""
    if len(text) < 2 * at_least - 1:
        return False
    return len(_LETTERS.findall(text)) >= at_least


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in Markdown; what has no words in it is none."""
    return tuple(each for each in _cut(text) if each.words)


def _cut(text: str) -> Iterator[Sentence]:
    start = 0
    may_have_address = any(sign in text for sign in _ADDRESS_SIGNS)
    for end in _END.finditer(text):
        written = text[start : end.end()]
        begun = start + len(written) - len(written.lstrip())
        words = _WORD.findall(_ADDRESS.sub(" ", written) if may_have_address else written)
        yield Sentence(begun, written.strip(), tuple(words))
        start = end.end()


def lix(of: tuple[Sentence, ...]) -> int:
    """Words in a sentence on the average, and per cent of words that are long."""
    words = [word for sentence in of for word in sentence.words]
    long = sum(len(word) > _LONG for word in words)
    return round(len(words) / len(of) + 100 * long / len(words))
