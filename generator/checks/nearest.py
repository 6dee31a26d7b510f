"""Did you mean …? One answer for keys, values and ids alike."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_LETTERS_PER_EDIT: Final = 3
_MAX_EDITS: Final = 2
_BESIDE_THE_POINT: Final = frozenset({"Pd", "Pc", "Zs", "Cf", "Mn"})
"""Dashes, underscores, spaces, soft hyphens and the marks of å, ä and ö, by Unicode category."""
_MINUS: Final = "\u2212"


@lru_cache(maxsize=2**15)
def fold(word: str) -> str:
    """The word without what the eye passes over: case, dashes, spaces and the marks of letters."""
    return "".join(
        c
        for c in unicodedata.normalize("NFKD", word.casefold())
        if unicodedata.category(c) not in _BESIDE_THE_POINT and c != _MINUS
    )


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant: at most two slips of the pen away, in a long word."""
    words = tuple(known)
    if not words:
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - a twentieth of the start, and rarely asked

    folded = fold(written)
    edits = min(_MAX_EDITS, len(folded) // _LETTERS_PER_EDIT)
    scored = ((OSA.distance(folded, fold(word), score_cutoff=edits), word) for word in words)
    distance, word = min(scored, key=lambda pair: pair[0])
    return word if distance <= edits else None


def as_id(written: str) -> str:
    """The id nearest to what was written; empty if no letter or digit is in it."""
    plain = unicodedata.normalize("NFKD", written.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain))
