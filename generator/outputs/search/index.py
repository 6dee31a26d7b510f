"""The files that a search in the browser is answered from, in pieces.

`index.json` says what piece holds what; the browser asks for it anew each time, and for the rest
once, since each piece is named by its content. Of the pieces, `w` have for each word the records
that hold it and what it weighs in each, `s` the words of names in which slips are guessed, and `t`
what a reader sees of the records. `theme/modules/search.js` reads them.

A word is found at its beginning by the order of the words, at its end by the words that end other
words («kort» in «reservkort»); what it weighs is settled here, so that the browser only adds.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

from generator.outputs.search import words as search_words
from generator.outputs.search.postings import Postings, postings
from generator.outputs.search.weights import KINDS, Said, Weighed

_FOLDER: Final = "assets/search"
ENTRY: Final = f"{_FOLDER}/index.json"
"""Where a browser begins, from the root; the same whatever is in the index."""
_HASH_LENGTH: Final = 8
_WORDS_PIECE: Final = 12_000
_TEXTS_PIECE: Final = 6_000
"""Characters, before compression: a piece holds at least one entry, whatever its length."""
_TEXTS_SHARE: Final = 5
"""Of many texts a piece is the root of so many times them: a longer list of pieces costs more than
longer pieces, of which an answer takes eight.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchIndex:
    entry: str
    files: Mapping[str, str]
    """Each file's content, by address."""


Key = TypeVar("Key", str, int)

Name = tuple[int, str]
"""A word of a name and its letters, without what is over and under them."""


class Lines(NamedTuple):
    """What the pieces hold."""

    postings: Postings
    names: list[Name]
    """Shortest first: a slip changes the length by one letter at most."""


def search_index(records: Iterable[Weighed]) -> SearchIndex:
    """The same for the same records, in any order."""
    found = in_order(records)
    return assembled(found, lines(found, {}))


def in_order(records: Iterable[Weighed]) -> list[Weighed]:
    """Each has its number by its place."""
    return sorted(records, key=lambda record: (record.is_for_editors, record.address))


def lines(records: Sequence[Weighed], at_hand: Mapping[bytes, Said]) -> Lines:
    """Of all records, in order; what some say is at hand, by what it was packed into.

    Words that have just been looked up are one and the same wherever they stand, and those that are
    unpacked are new ones, which takes half as long again.
    """
    said = [at_hand.get(record.packed) or record.said() for record in records]
    return Lines(postings([each.weights for each in said]), _names(said))


def assembled(records: Sequence[Weighed], found: Lines) -> SearchIndex:
    """The index of records in order, of which the lines are known."""
    texts = [record.shown for record in records]
    most = max(_TEXTS_PIECE, math.isqrt(_TEXTS_SHARE * sum(map(len, texts))))
    weighed = ((word, line) for word, (_, line) in found.postings.items())
    pieces = [
        *_named("w", _pieces(weighed, _WORDS_PIECE)),
        *_named("s", _pieces(found.names, _WORDS_PIECE)),
        *_named("t", _pieces(enumerate(texts), most)),
    ]
    about = {
        "records": len(records),
        "units": sum(not record.is_for_editors for record in records),
        "kinds": [word for word, _ in KINDS.values()],
        "endings": search_words.ENDINGS,
        "stopWords": sorted(search_words.STOP_WORDS),
        "pieces": {k: [(p.first, p.file) for p in pieces if p.file[0] == k] for k in "wst"},
    }
    files = {ENTRY: json.dumps(about, ensure_ascii=False, separators=(",", ":"))}
    files |= {f"{_FOLDER}/{piece.file}": piece.text for piece in pieces}
    return SearchIndex(entry=ENTRY, files=files)


def _names(records: Iterable[Said]) -> list[Name]:
    written = sorted(set().union(*(record.names for record in records)))
    words = {search_words.folded(word): word for word in written}
    shortest_first = sorted(words.items(), key=lambda each: (len(each[0]), each[0]))
    return [(len(plain), word) for plain, word in shortest_first]


def _pieces(lines: Iterable[tuple[Key, str]], most: int) -> Iterator[tuple[Key, str]]:
    """Lines in pieces of about so many characters; each with the key of its first."""
    total = 0
    first: Key | None = None
    piece: list[str] = []
    for key, line in lines:
        if first is None or (total + len(line) > most):
            if first is not None:
                yield first, "\n".join(piece)
            total, first, piece = 0, key, []
        piece.append(line)
        total += len(line)
    if first is not None:
        yield first, "\n".join(piece)


class _Piece(NamedTuple):
    first: str | int
    """The key of its first line."""
    file: str
    text: str


def _named(kind: str, pieces: Iterable[tuple[str | int, str]]) -> Iterator[_Piece]:
    """By its kind, its place in the order, and its content."""
    for number, (first, text) in enumerate(pieces):
        yield _Piece(first, f"{kind}{number}.{_hash(text)}.txt", text)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH_LENGTH]
