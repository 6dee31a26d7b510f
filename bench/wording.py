"""Texts like the real catalogue's: its own sentences, dealt anew, and names that it lacks."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

_SENTENCE_END = re.compile(r"(?<=[.?!]) +")
_MARKUP = re.compile(r"[*_`\[<]|^(?:[-0-9]| )", re.MULTILINE)
_NEAR = 12
"""A sentence is exchanged for one of so many on either side, by length."""
_TEXT_FIELDS = frozenset({"text", "note", "because", "explanation", "open_questions", "answer"})

_FIRST = (
    *("Vård", "Patient", "Remiss", "Journal", "Labb", "Röntgen", "Läkemedels", "Recept"),
    *("Hjälpmedels", "Smitt", "Vaccin", "Tolk", "Resurs", "Schema", "Behörighets", "Kort"),
    *("Avvikelse", "Kvalitets", "Statistik", "Ersättnings", "Faktura", "Kassa", "Larm", "Telefoni"),
    *(
        "Video",
        "Meddelande",
        "Kallelse",
        "Tidboks",
        "Sjukskrivnings",
        "Intygs",
        "Donations",
        "Blod",
    ),
    *("Prov", "Vävnads", "Tand", "Syn", "Hörsel", "Rehab", "Mödra", "Barn"),
)
_SECOND = (
    *("portalen", "registret", "listan", "tjänsten", "katalogen", "arkivet", "kön", "navet"),
    *("stödet", "banken", "kartan", "bryggan", "rummet", "panelen", "loggen", "verktyget"),
    *("torget", "boken", "kollen", "guiden", "mallen", "linjen", "växeln", "datan"),
    *("filen", "vyn", "planen", "mappen", "noden", "porten", "servern", "agenten"),
    *("kedjan", "spåret", "rutan", "mätaren", "akten", "koden", "nyckeln", "skölden"),
)
_THIRD = (
    *("Alm", "Ask", "Asp", "Björk", "Bok", "Ek", "En", "Gran", "Hägg", "Lind", "Lönn", "Oxel"),
    *("Pil", "Rönn", "Sälg", "Tall", "Vide", "Fura", "Hassel", "Idegran", "Klint", "Ljung"),
    *("Lärk", "Malva", "Nypon", "Olvon", "Pors", "Ranka", "Slån", "Syren", "Timjan", "Vallmo"),
    *("Viol", "Åkerbär", "Ängsull", "Örnbräken", "Blåsippa", "Gullviva", "Kattfot", "Maskros"),
)
_STRIDE = 7_919
"""Prime to the number of names, so that every number has a name of its own, far from the next."""
NAMES = len(_FIRST) * len(_SECOND) * len(_THIRD)


def name(number: int) -> str:
    """The name of a service; no two numbers below `NAMES` share one."""
    rest, first = divmod(number * _STRIDE % NAMES, len(_FIRST))
    third, second = divmod(rest, len(_SECOND))
    return f"{_FIRST[first]}{_SECOND[second]} {_THIRD[third]}"


def also_called(number: int) -> str:
    first, last = name(number).split()
    return f"{last}{first.casefold()}"


def word(number: int) -> str:
    """A word for the glossary."""
    return f"{also_called(number)}s förteckning"


def identifier(name: str) -> str:
    return name.casefold().translate(str.maketrans("åäéö ", "aaeo-"))


class Wording:
    """Deals sentences of the same kind and about the same length as those that a text has."""

    def __init__(self, dice: Random, catalogue: dict[str, Any]) -> None:
        self._dice = dice
        self._pools: dict[str, list[str]] = {}
        for sentence in sorted(set(_sentences(catalogue)), key=lambda s: (len(s), s)):
            self._pools.setdefault(sentence[-1], []).append(sentence)

    def like(self, text: str) -> str:
        """A text of the same form; lines with marks or lists stay as they are."""
        return "\n".join(
            line if not line or _MARKUP.search(line) else self._line(line)
            for line in text.split("\n")
        )

    def _line(self, line: str) -> str:
        return " ".join(map(self._another, _SENTENCE_END.split(line)))

    def _another(self, sentence: str) -> str:
        pool = self._pools.get(sentence[-1], [])
        if len(pool) < _NEAR:
            return sentence
        at = bisect_left(pool, len(sentence), key=len)
        return self._dice.choice(pool[max(0, at - _NEAR) : at + _NEAR])


def _sentences(data: Any, field: str = "") -> Iterator[str]:  # noqa: ANN401 - any part of the data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _sentences(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from _sentences(value, field)
    elif field in _TEXT_FIELDS and not _MARKUP.search(data):
        yield from _whole(_SENTENCE_END.split(data.replace("\n", " ")))


def _whole(sentences: Iterable[str]) -> Iterator[str]:
    return (each for each in map(str.strip, sentences) if each.endswith((".", "?")))
