"""What each word weighs in a record: more in a title than in a name, more there than in the text.

Made of one record alone, and small: pages may be read in any order, and in several processes.
"""

import json
import marshal
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from generator.outputs.search.records import Kind, Record
from generator.outputs.search.words import folded, is_stop_word, keys, name_key, parts, written

KINDS: Final[Mapping[Kind, tuple[str, int]]] = {
    Kind.SERVICE: ("Tjänst", 56),
    Kind.WAY: ("Vårdval", 48),
    Kind.PAGE: ("Sida", 36),
    Kind.FORM: ("Blankett eller dokument", 12),
    Kind.CONTACT: ("Kontakt", 8),
    Kind.TERM: ("Ord", 12),
    Kind.CHECKLIST: ("Checklista", 8),
    Kind.EDITOR: ("För redaktörer", 20),
}
"""What a reader meets it as, and what a title of one word weighs."""

_NUMBERS: Final = {kind: number for number, kind in enumerate(KINDS)}
_NAMES: Final = 0.9
"""What another name weighs, against the title."""
_HEADING: Final = 8
_LEAD: Final = 6
_TIMES: Final = tuple(round(4 * times**0.5) for times in range(26))
"""What a word of the text weighs, by how often it stands there."""
_MOST: Final = len(_TIMES) - 1
_STOP_WORD: Final = 1 / 3
"""What a stop word of a name weighs, against its other words."""
_WRITTEN_AS_ONE: Final = (2, 3)
"""Words of a name that somebody may write as one."""
_SHORTEST_SLIP: Final = 4
"""Letters of a word that a slip of the finger is guessed in."""
_KEPT: Final = 256
"""Names that are remembered: one is asked for again soon or hardly ever. All took 6 MB at 2,500."""


class Said(NamedTuple):
    weights: dict[str, int]
    """By word."""
    names: frozenset[str]
    """Words that a mistyped word may be meant as; of what is for editors none."""


class Weighed(NamedTuple):
    """All that the index needs of a record."""

    address: str
    is_for_editors: bool
    shown: str
    """What a reader sees of it, as JSON: address, kind, title, names and sections."""
    packed: bytes
    """What it says: a build asks for the little of it that has changed."""

    def said(self) -> Said:
        return Said(*marshal.loads(self.packed))  # noqa: S302 - of our own: kept, it is sealed


def weighed(record: Record, at_hand: dict[bytes, Said]) -> Weighed:
    """What it says is put at hand, too, by what it was packed into: it is asked for soon."""
    names = dict.fromkeys((record.title, *record.names))
    is_for_editors = record.kind is Kind.EDITOR
    guessed = frozenset[str]().union(*(_name(name).guessed for name in names))
    said = Said(_weights(record, names), frozenset() if is_for_editors else guessed)
    packed = marshal.dumps((*said,))
    at_hand[packed] = said
    return Weighed(record.address, is_for_editors, _shown(record), packed)


def _shown(record: Record) -> str:
    sections = [section for section in record.sections if section.text or section.heading]
    names = " · ".join(record.names)
    shown = [record.address, _NUMBERS[record.kind], record.title, names, sections]
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))


def _weights(record: Record, names: Iterable[str]) -> dict[str, int]:
    text = "\n".join([section.text for section in record.sections])
    times = Counter(keys(text))
    weights = {word: _TIMES[min(count, _MOST)] for word, count in times.items()}
    headings = "\n".join([section.heading for section in record.sections])
    for texts, weight in ((headings, _HEADING), (record.sections[0].text, _LEAD)):
        for word in set(keys(texts)):
            weights[word] = weights.get(word, 0) + weight
    for word, weight in _named(record, names).items():
        weights[word] = weights.get(word, 0) + weight
    return weights


def _named(record: Record, names: Iterable[str]) -> dict[str, int]:
    """Of several names with a word, the one that it weighs most in counts."""
    whole = KINDS[record.kind][1]
    found: dict[str, int] = {}
    for name in names:
        weight = whole if name == record.title else whole * _NAMES
        for word, share in _name(name).shares:
            found[word] = max(found.get(word, 1), round(weight * share))
    return found


class _Name(NamedTuple):
    shares: tuple[tuple[str, float], ...]
    """What each word weighs in it: of few words each weighs more."""
    guessed: frozenset[str]


@lru_cache(maxsize=_KEPT)
def _name(name: str) -> _Name:
    words = list(filter(folded, written(name)))
    inner = [*words, *parts(name)]
    as_one = {"".join(written(part)) for part in name.split()} if "-" in name else ()
    each = 1 / max(1, len(words)) ** 0.5
    shares = {name_key(word): each * (_STOP_WORD if is_stop_word(word) else 1) for word in inner}
    if len(words) in _WRITTEN_AS_ONE:
        shares[name_key("".join(words))] = 1
    guessed = {word for word in (*inner, *as_one) if len(word) >= _SHORTEST_SLIP and word.isalpha()}
    return _Name(tuple(shares.items()), frozenset(guessed))
