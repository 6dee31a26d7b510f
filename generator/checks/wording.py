"""How the author's own words are set in a message."""

from collections.abc import Iterable
from typing import Final

from generator.model.paths import DataPath

_LONGEST_WORD: Final = 60
_LONGEST_LIST: Final = 12


def quote(written: object) -> str:
    """In backticks, on one line, and cut if nobody would read it all."""
    word = " ".join(str(written).split())
    word = word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…"
    return f"”{word}”" if "`" in word else f"`{word}`"


def listing(words: Iterable[str], last: str = " eller ") -> str:
    quoted = [quote(word) for word in words]
    if len(quoted) > _LONGEST_LIST:
        return ", ".join(quoted[:_LONGEST_LIST]) + " med flera"
    return joined(quoted, last)


def joined(words: list[str], last: str) -> str:
    """As in speech: commas, and a word before the last."""
    return last.join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def spot(path: DataPath) -> str:
    """What stands at the path, as a person would say it: a field, or an item of a list."""
    *_, last = path
    if isinstance(last, str):
        return quote(last)
    field = next(step for step in reversed(path) if isinstance(step, str))
    return f"punkt {last + 1} i {quote(field)}"


def sentence(text: str) -> str:
    """The first sentence as it goes on after a colon: lower case, no full stop."""
    first = text.partition(". ")[0].removesuffix(".")
    return first[:1].lower() + first[1:]
