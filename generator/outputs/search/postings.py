"""For each word a line of the records that hold it: of all of them, or with a few of them changed.

A word is found in the words that it ends, too, in the records that do not hold it themselves.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import sub
from typing import Final, NamedTuple

from generator.outputs.search.words import ends, ends_of

_END: Final = 0.4
"""What a word weighs that ends a longer one, against the longer one."""
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"

Postings = dict[str, tuple[int, str]]
"""By word, in order: how many records hold it themselves, and its line.

`kort 4:3,1;8:c`: the word, and for each weight the steps from record to record.
"""
Weights = Mapping[str, int]
"""What each word weighs in a record that holds it."""
_Lists = dict[str, list[int]]
"""For each word what it weighs in the records that hold it, and below _ONE the record: numbers take
a third of the memory of pairs, and lie in the order that a line has them in when they are sorted.
"""

_BITS: Final = 20
_ONE: Final = 1 << _BITS
_RECORD: Final = _ONE - 1


class Change(NamedTuple):
    """Of one record."""

    number: int
    before: Weights
    now: Weights


def postings(records: Sequence[Weights]) -> Postings:
    """Of all records, each in the place of its number."""
    found = _lists(records)
    held = {word: len(many) for word, many in found.items()}
    _add_ends(found, records)
    return {word: (held[word], _line(word, sorted(found[word]))) for word in sorted(found)}


def replaced(known: Postings, changes: Iterable[Change]) -> Postings | None:
    """The same as of all records when some have changed.

    Nothing if a new word ends older ones: their lines do not tell who holds them themselves. At
    2,500 services it takes a twentieth of what all of them take.
    """
    changes = [*changes]
    held = _held(known, changes)
    new = [word for word in held if word not in known]
    if any(older.endswith(word) for word in filter(_may_end, new) for older in known):
        return None
    words = (known.keys() | held.keys()) - {word for word, left in held.items() if not left}
    other: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, before, now in changes:
        was, is_ = _with_ends(before, known), _with_ends(now, words)
        for word in was.keys() | is_.keys():
            if was.get(word) != is_.get(word):
                other[word][number] = is_.get(word, 0)
    found = {word: row for word, row in known.items() if word in words}
    for word in words & (other.keys() | held.keys()):
        left, line = known.get(word, (0, ""))
        found[word] = held.get(word, left), _with(word, line, other.get(word, {}))
    return dict(sorted(found.items())) if new else found


def _held(known: Postings, changes: Iterable[Change]) -> dict[str, int]:
    """How many records hold the words that others hold now."""
    more: Counter[str] = Counter()
    for _, before, now in changes:
        more.update(now.keys() - before.keys())
        more.subtract(before.keys() - now.keys())
    return {word: known.get(word, (0,))[0] + number for word, number in more.items() if number}


def _may_end(word: str) -> bool:
    """Whether there can be words that it ends."""
    return word in ends_of(f"---{word}")


def _with_ends(weights: Weights, known: Collection[str]) -> dict[str, int]:
    """All that a record is found by among the words that are known."""
    found = dict(weights)
    for word, weight in weights.items():
        for end in ends_of(word):
            if end in known and end not in weights:
                found[end] = max(found.get(end, 0), _as_end(weight))
    return found


def _with(word: str, line: str, other: Mapping[int, int]) -> str:
    """The line, with what the word weighs in some records now: nothing if it is 0."""
    found = [each for each in _read(line) if each & _RECORD not in other]
    found += [(weight << _BITS) + number for number, weight in other.items() if weight]
    return _line(word, sorted(found))


def _lists(records: Iterable[Weights]) -> _Lists:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, weights in enumerate(records):
        for word, weight in weights.items():
            found[word].append((weight << _BITS) + number)
    return dict(found)


def _add_ends(found: _Lists, records: Sequence[Weights]) -> None:
    """Words are found in the words that they end, in the records that do not hold them."""
    ended: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for word, end in ends(found):
        more = ended[end]
        for each in found[word]:
            number, weight = each & _RECORD, _as_end(each >> _BITS)
            if weight > more.get(number, 0) and end not in records[number]:
                more[number] = weight
    for end, more in ended.items():
        found[end] += [(weight << _BITS) + number for number, weight in more.items()]


@cache
def _as_end(weight: int) -> int:
    """What a word weighs that ends a longer one of that weight."""
    return max(1, round(weight * _END))


def _line(word: str, found: list[int]) -> str:
    groups, begin = [], 0
    while begin < len(found):
        weight = found[begin] >> _BITS
        none = weight << _BITS
        end = bisect_left(found, none + _ONE, begin)
        same = found[begin:end]
        steps = map(_short, map(sub, same, (none, *same)))
        groups.append(f"{_short(weight)}:{','.join(steps)}")
        begin = end
    return f"{word} {';'.join(groups)}"


def _read(line: str) -> Iterator[int]:
    """What it was made of."""
    for group in filter(None, line.partition(" ")[2].split(";")):
        weight, _, steps = group.partition(":")
        each = int(weight, 36) << _BITS
        for step in steps.split(","):
            each += int(step, 36)
            yield each


@cache
def _short(number: int) -> str:
    """To base 36."""
    digits = _DIGITS[number % 36]
    while number := number // 36:
        digits = _DIGITS[number % 36] + digits
    return digits
