"""What counts as the same word in a search: without capitals, accents, dots and endings.

`theme/modules/search/words.js` does the same with what a reader types; the lists here are sent to
it with the index, and `tests/search/test_words.py` holds the two together.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

_ENDINGS: Final = """
a ad ade an ande anden andena andes andet ans ar are aren arens arna arnas ars as e en ens er
ern erna ernas erns ers es et ets heten heter heterna hets n or orna ornas ors s
"""
ENDINGS: Final = tuple(_ENDINGS.split())
"""Of Swedish nouns, adjectives and verbs, as far as they can be taken off without a dictionary."""

_STOP_WORDS: Final = """
alla allt att av bara behöver behövs bli blir bör da de dem den denna deras dess det detta dig
din ditt du där då efter ej eller en enligt er era ert ett finns flera från fungerar få får för
ge ger gäller gå går gör göra ha han har hon hos hur i in inom inte jag kan kanske kommer kunde
kunna länge lång långt låt man med mellan men mer mig min mina mitt mot mycket måste ni nog nu
när någon något några och också om oss på sedan sen sig sin sina ska skulle som så ta tar till
tills under upp ut utan vad var vara varför varje vart vem vems vi via vid vilka vilken vilket
vill väl vår våra vårt än är åt över
"""
STOP_WORDS: Final = frozenset(_STOP_WORDS.split())
"""What a question holds beside its words. In titles and names they count, in running text not."""

_WORD: Final = re.compile(r"[^\W_]+")
_HUMP: Final = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_STEM: Final = re.compile(rf"([^\W\d_]{{3,}}?)(?:{'|'.join(ENDINGS)})")
_EL: Final = re.compile(r"(..[^aeiouy])el\Z")
_SHORTEST_END: Final = 4
_NO_COMPOUND: Final = 2
"""Letters before a word that are a prefix, and no word that is joined with it."""
_KEPT: Final = 100_000


def written(text: str) -> list[str]:
    """The words of a text, in small letters; what joins them is left out."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _WORD.findall(text.lower())


@lru_cache(maxsize=_KEPT)
def folded(word: str) -> str:
    """Without dots and accents: «på» and «pa» are one word, as some keyboards have no «å»."""
    if word.isascii():
        return word
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", word).lower()))


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """A folded word without its ending; three letters are always left. «Medel» is as «medlen»."""
    found = _STEM.fullmatch(word)
    return _EL.sub(r"\1l", found[1] if found else word)


_STOPPED: Final = frozenset(map(folded, STOP_WORDS))


@lru_cache(maxsize=_KEPT)
def key(word: str) -> str:
    """What a word of running text is found under; nothing for a stop word."""
    plain = folded(word)
    return "" if plain in _STOPPED else stem(plain)


@lru_cache(maxsize=_KEPT)
def _keys(piece: str) -> tuple[str, ...]:
    return tuple(filter(None, map(key, written(piece))))


def keys(text: str) -> Iterator[str]:
    """What the words of a running text are found under, one after another, without stop words.

    No word goes over a space, and what stands between two comes again and again.
    """
    return chain.from_iterable(map(_keys, text.split()))


def is_stop_word(word: str) -> bool:
    return folded(word) in _STOPPED


def name_key(word: str) -> str:
    """What a word of a name is found under: stop words stand together, before all others."""
    plain = folded(word)
    return f"!{stem(plain)}" if plain in _STOPPED else stem(plain)


def parts(name: str) -> list[str]:
    """The words within the words of a name: «eTjänstekort» holds «tjänstekort»."""
    return written(_HUMP.sub(" ", name)) if _HUMP.search(name) else []


def ends(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each word with each of the others that may be a word of its own at its end.

    «be-» and «ut-» make no compounds, «e-» does. Spelt backwards and sorted, what a word ends with
    stands before it: at 2,500 services a quarter of the time of looking for every end of each word.
    """
    begun: list[str] = []
    for backwards in sorted([word[::-1] for word in words]):
        while begun and not backwards.startswith(begun[-1]):
            begun.pop()
        if begun:
            word = backwards[::-1]
            for end in begun:
                if len(word) - len(end) != _NO_COMPOUND:
                    yield word, end[::-1]
        if len(backwards) >= _SHORTEST_END:
            begun.append(backwards)


def ends_of(word: str) -> list[str]:
    """What `ends` gives of the word, if those are words."""
    within = range(1, len(word) - _SHORTEST_END + 1)
    return [word[begin:] for begin in within if begin != _NO_COMPOUND]
