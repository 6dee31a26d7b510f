"""What was changed in a text: the words before and after, with a few around them."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

_SHORT: Final = 60
"""Characters of a text that is shown whole."""
_AROUND: Final = 3
"""Words kept on either side of what was changed."""
_MOST_WORDS: Final = 24
_MOST_PLACES: Final = 3


def edited(before: str, after: str) -> str:
    """«before» → «after», cut down to the words that differ if the texts are long."""
    if max(len(before), len(after)) <= _SHORT:
        return f"«{_line(before)}» → «{_line(after)}»"
    shown = [f"«{one}» → «{other}»" for one, other in _places(before.split(), after.split())]
    if not shown:
        return "bara radbrytningar och blanksteg"
    more = len(shown) - _MOST_PLACES
    return "; ".join(shown[:_MOST_PLACES]) + (f"; och på {more} ställen till" if more > 0 else "")


def excerpt(text: str) -> str:
    """The beginning of a text, on one line."""
    return _cut(text.split())


def _places(was: list[str], now: list[str]) -> Iterator[tuple[str, str]]:
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for group in matcher.get_grouped_opcodes(_AROUND):
        (_, i1, _, j1, _), (_, _, i2, _, j2) = group[0], group[-1]
        if any(tag != "equal" for tag, *_ in group):
            yield _framed(was, i1, i2), _framed(now, j1, j2)


def _framed(text: list[str], first: int, last: int) -> str:
    head = "… " if first else ""
    tail = " …" if last < len(text) else ""
    cut = _cut(text[first:last])
    return f"{head}{cut}{'' if cut.endswith('…') else tail}"


def _cut(words: list[str]) -> str:
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")


def _line(text: str) -> str:
    return " ".join(text.split())
