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
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import sub
from typing import Final, NamedTuple, TypeVar

from generator.outputs.search import words as search_words
from generator.outputs.search.weights import KINDS, Weighed

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

_END: Final = 0.4
"""What a word weighs that ends a longer one, against the longer one."""
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchIndex:
    entry: str
    files: Mapping[str, str]
    """Each file's content, by address."""


Key = TypeVar("Key", str, int)

Weights = dict[str, list[int]]
"""For each word what it weighs in the records that hold it, and below _ONE the record: numbers take
a third of the memory of pairs, and lie in the order that a line has them in when they are sorted.
"""

_BITS: Final = 20
_ONE: Final = 1 << _BITS
_RECORD: Final = _ONE - 1


def search_index(records: Iterable[Weighed]) -> SearchIndex:
    """The same for the same records, in any order."""
    found = sorted(records, key=lambda record: (record.is_for_editors, record.address))
    weights = _weights(found)
    _add_ends(weights, found)
    texts = [record.shown for record in found]
    most = max(_TEXTS_PIECE, math.isqrt(_TEXTS_SHARE * sum(map(len, texts))))
    pieces = [
        *_named("w", _pieces(_posting_lines(weights, len(found)), _WORDS_PIECE)),
        *_named("s", _pieces(_name_lines(found), _WORDS_PIECE)),
        *_named("t", _pieces(enumerate(texts), most)),
    ]
    about = {
        "records": len(found),
        "units": sum(not record.is_for_editors for record in found),
        "kinds": [word for word, _ in KINDS.values()],
        "endings": search_words.ENDINGS,
        "stopWords": sorted(search_words.STOP_WORDS),
        "pieces": {k: [(p.first, p.file) for p in pieces if p.file[0] == k] for k in "wst"},
    }
    files = {ENTRY: json.dumps(about, ensure_ascii=False, separators=(",", ":"))}
    files |= {f"{_FOLDER}/{piece.file}": piece.text for piece in pieces}
    return SearchIndex(entry=ENTRY, files=files)


def _weights(records: list[Weighed]) -> Weights:
    weights: defaultdict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for word, weight in record.weights.items():
            weights[word].append((weight << _BITS) + number)
    return dict(weights)


def _add_ends(weights: Weights, records: list[Weighed]) -> None:
    """Words are found in the words that they end, in the records that do not hold them."""
    ends: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for word, end in search_words.ends(weights):
        more = ends[end]
        for each in weights[word]:
            number, weight = each & _RECORD, _as_end(each >> _BITS)
            if weight > more.get(number, 0) and end not in records[number].weights:
                more[number] = weight
    for end, more in ends.items():
        weights[end] += [(weight << _BITS) + number for number, weight in more.items()]


@cache
def _as_end(weight: int) -> int:
    """What a word weighs that ends a longer one of that weight."""
    return max(1, round(weight * _END))


def _posting_lines(weights: Weights, records: int) -> Iterator[tuple[str, str]]:
    """`kort 4:3,1;8:c`: the word, and for each weight the steps from record to record."""
    short = [_short(number) for number in range(records)]
    for word in sorted(weights):
        found = sorted(weights[word])
        groups, begin = [], 0
        while begin < len(found):
            weight = found[begin] >> _BITS
            none = weight << _BITS
            end = bisect_left(found, none + _ONE, begin)
            same = found[begin:end]
            steps = map(short.__getitem__, map(sub, same, (none, *same)))
            groups.append(f"{_short(weight)}:{','.join(steps)}")
            begin = end
        yield word, f"{word} {';'.join(groups)}"


@cache
def _short(number: int) -> str:
    """To base 36."""
    digits = _DIGITS[number % 36]
    while number := number // 36:
        digits = _DIGITS[number % 36] + digits
    return digits


def _name_lines(records: list[Weighed]) -> Iterator[tuple[int, str]]:
    """The words of names, shortest first: a slip changes the length by one letter at most."""
    written = sorted(set().union(*(record.names for record in records)))
    words = {search_words.folded(word): word for word in written}
    for plain, word in sorted(words.items(), key=lambda each: (len(each[0]), each[0])):
        yield len(plain), word


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
