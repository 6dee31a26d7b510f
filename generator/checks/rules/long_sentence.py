import re
from collections.abc import Iterator
from typing import Final

from generator.checks.inside import inside
from generator.checks.rule import Finding, Reads, rule
from generator.checks.sentences import Sentence, has_words, lix, sentences
from generator.checks.wording import quote
from generator.checks.written import Written
from generator.diagnostics import Severity
from generator.model.paths import Leaf

_MAX_WORDS: Final = 25
_MAX_LIX: Final = 45
"""Between a newspaper (40) and what officials write for each other (50)."""
_FEWEST_WORDS: Final = 20
"""LIX says nothing of a text with fewer."""
_QUOTED: Final = frozenset({"title_in_source", "asks_for"})
"""Fields that hold somebody else's words."""


@rule(Severity.WARNING, Reads.ENTRY, on_texts=True)
def long_sentence(written: Written) -> Iterator[Finding]:
    for leaf in written.leaves:
        text = leaf.value
        if type(text) is str and leaf.field not in _QUOTED and has_words(text, _FEWEST_WORDS):
            yield from _text(written, leaf, sentences(text))


def _text(written: Written, leaf: Leaf, of: tuple[Sentence, ...]) -> Iterator[Finding]:
    too_long = [sentence for sentence in of if len(sentence.words) > _MAX_WORDS]
    for sentence in too_long:
        yield _sentence(written, leaf, sentence)
    if not too_long and sum(len(sentence.words) for sentence in of) >= _FEWEST_WORDS:
        heavy = lix(of)
        if heavy > _MAX_LIX:
            yield Finding(
                place=leaf.path,
                message=f"texten i {quote(leaf.field)} är tung att läsa: LIX {heavy}, och "
                f"{_MAX_LIX} är gränsen",
                help="byt långa ord mot vardagliga, säg vem som gör vad, och sätt punkt oftare",
            )


def _sentence(written: Written, leaf: Leaf, sentence: Sentence) -> Finding:
    found = re.compile(re.escape(sentence.written)).search(leaf.value, sentence.start)
    place = inside(written.places, leaf.path, found) if found else leaf.path
    return Finding(
        place=place,
        message=f"meningen har {len(sentence.words)} ord, och {_MAX_WORDS} är gränsen",
        help="dela meningen: en sak i varje, det viktigaste först; räkna upp i en lista",
    )
