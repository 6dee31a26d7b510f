import re
from collections.abc import Iterator
from typing import Final

from generator.checks.inside import inside
from generator.checks.rule import Finding, Reads, rule
from generator.checks.sentences import Sentence, has_words, lix, sentences
from generator.checks.wording import quote
from generator.checks.written import Written, saying
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
    for leaf in saying(written, _is_hard, besides=_QUOTED):
        of = sentences(leaf.value)
        too_long = _too_long(of)
        for sentence in too_long:
            yield _sentence(written, leaf, sentence)
        if not too_long:
            yield Finding(
                place=leaf.path,
                message=f"texten i {quote(leaf.field)} är tung att läsa: LIX {lix(of)}, och "
                f"{_MAX_LIX} är gränsen",
                help="byt långa ord mot vardagliga, säg vem som gör vad, och sätt punkt oftare",
            )


def _is_hard(text: str) -> bool:
    if not has_words(text, _FEWEST_WORDS):
        return False
    of = sentences(text)
    return bool(_too_long(of)) or (_has_enough(of) and lix(of) > _MAX_LIX)


def _too_long(of: tuple[Sentence, ...]) -> list[Sentence]:
    return [sentence for sentence in of if len(sentence.words) > _MAX_WORDS]


def _has_enough(of: tuple[Sentence, ...]) -> bool:
    return sum(len(sentence.words) for sentence in of) >= _FEWEST_WORDS


def _sentence(written: Written, leaf: Leaf, sentence: Sentence) -> Finding:
    found = re.compile(re.escape(sentence.written)).search(leaf.value, sentence.start)
    place = inside(written.places, leaf.path, found) if found else leaf.path
    return Finding(
        place=place,
        message=f"meningen har {len(sentence.words)} ord, och {_MAX_WORDS} är gränsen",
        help="dela meningen: en sak i varje, det viktigaste först; räkna upp i en lista",
    )
