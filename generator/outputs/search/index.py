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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
"""For each word the records that hold it, in order; below _ONE what it weighs in each."""

_ONE: Final = 4096
"""A record in these numbers, which take a third of the memory of pairs."""


def search_index(records: Iterable[Weighed]) -> SearchIndex:
    """The same for the same records, in any order."""
    found = sorted(records, key=lambda record: (record.is_for_editors, record.address))
    weights = _weights(found)
    _add_ends(weights)
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
    weights: Weights = {}
    for number, record in enumerate(records):
        here = number * _ONE
        for word, weight in record.weights.items():
            weights.setdefault(word, []).append(here + weight)
    return weights


def _add_ends(weights: Weights) -> None:
    """Words are found in the words that they end, in the records that do not hold them."""
    ends: dict[str, dict[int, int]] = {}
    for word, found in weights.items():
        for end in filter(weights.__contains__, search_words.ends(word)):
            more = ends.setdefault(end, {})
            for each in found:
                number, weight = divmod(each, _ONE)
                more[number] = max(more.get(number, 1), round(weight * _END))
    for end, more in ends.items():
        held = {each // _ONE for each in weights[end]}
        added = [number * _ONE + weight for number, weight in more.items() if number not in held]
        weights[end] = sorted([*weights[end], *added])


def _posting_lines(weights: Weights, records: int) -> Iterator[tuple[str, str]]:
    """`kort 4:3,1;8:c`: the word, and for each weight the steps from record to record."""
    short = [_short(number) for number in range(records)]
    for word in sorted(weights):
        steps: dict[int, list[str]] = {}
        last: dict[int, int] = {}
        for each in weights[word]:
            number, weight = divmod(each, _ONE)
            steps.setdefault(weight, []).append(short[number - last.get(weight, 0)])
            last[weight] = number
        groups = [f"{_short(weight)}:{','.join(steps[weight])}" for weight in sorted(steps)]
        yield word, f"{word} {';'.join(groups)}"


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
