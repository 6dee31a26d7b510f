"""The line a span points into, cut and spread so that the caret stands right under it."""

import re
import unicodedata
from itertools import accumulate
from typing import Final, NamedTuple

from generator.source import SourceText, Span

WIDTH: Final = 96
"""Columns of a terminal that an excerpt takes at most."""
_BEFORE: Final = 32
"""Columns kept before the caret in a line that is cut."""
_ENOUGH: Final = 4 * WIDTH
"""Characters to look at on either side, so that a line of a million costs no more than another."""
_TAB: Final = "    "
_WIDE: Final = re.compile("[^\0-\u02ff]")
"""From U+0300 on a character may take no column, or two; before it each takes one. Said by those
before: the million after them took 55 million instructions to compile, a third of `import yaml`."""
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories that could move the cursor, colour the terminal or turn the line around."""


class Excerpt(NamedTuple):
    line: str
    indent: int
    """Columns before the caret."""
    width: int
    """Columns that the caret underlines; at least one."""


def visible(text: str) -> str:
    """The text with nothing in it that a terminal would obey."""
    if text.isprintable():
        return text
    return "".join("�" if unicodedata.category(c) in _HIDDEN else c for c in text)


def excerpt(text: SourceText, span: Span) -> Excerpt:
    """The span's first line; a span that goes on is underlined to the end of that line."""
    line = text.line(span.line)
    end = span.end_column if span.end_line == span.line else len(line.rstrip()) + 1
    begin = span.column - 1
    before = _spread(line[max(0, begin - _ENOUGH) : begin])
    under = _spread(line[begin : min(end - 1, begin + _ENOUGH)])
    after = _spread(line[end - 1 : end - 1 + _ENOUGH])
    before = _last(before, _BEFORE) if _columns(before + under + after) > WIDTH else before
    return Excerpt(
        line=_first(before + under + after, WIDTH).rstrip(),
        indent=_columns(before),
        width=max(1, min(_columns(under), WIDTH - _columns(before))),
    )


def _spread(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _columns(text: str) -> int:
    """How wide a terminal shows it."""
    if text.isascii() or not _WIDE.search(text):
        return len(text)
    return sum(_width(c) for c in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _first(text: str, columns: int) -> str:
    if _columns(text) <= columns:
        return text
    widths = accumulate(map(_columns, text))
    kept = next(at for at, width in enumerate(widths) if width >= columns)
    return text[:kept] + "…"


def _last(text: str, columns: int) -> str:
    if _columns(text) <= columns:
        return text
    kept = len(text)
    while _columns(text[kept - 1 :]) < columns:
        kept -= 1
    return "…" + text[kept:]
