import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from generator.model.paths import DataPath
from generator.source import Places, Span

_KEPT: Final = 4
"""Texts whose places are remembered: a rule goes through one after the other."""


def inside(places: Places, path: DataPath, found: re.Match[str]) -> Span:
    """Where what was found in a text stands in the file; the whole text if it is written otherwise.

    A folded text has its spaces where the file has line breaks and indents.
    """
    whole = places.span(path)
    lines = [places.texts[whole.file].line(n) for n in range(whole.line, whole.end_line + 1)]
    lines[-1] = lines[-1][: whole.end_column - 1]
    same = re.compile(r"\s+".join(map(re.escape, found[0].split())))
    earlier = bisect_right(_ends(same, found.string), found.start())
    written = _places(same, "\n".join(lines), whole.column - 1)
    if earlier >= len(written):
        return whole
    line, column, end_line, end_column = written[earlier]
    return Span(whole.file, whole.line + line, column, whole.line + end_line, end_column)


@lru_cache(_KEPT)  # thousands of faults in one text would else read it thousands of times
def _ends(same: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(match.end() for match in same.finditer(text))


@lru_cache(_KEPT)
def _places(
    same: re.Pattern[str], written: str, begin: int
) -> tuple[tuple[int, int, int, int], ...]:
    """For each match how many lines down it begins and ends, and in which columns there."""
    starts = [0, *(match.end() for match in re.finditer("\n", written))]

    def place(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset) - 1
        return line, offset - starts[line] + 1

    return tuple(
        (*place(match.start()), *place(match.end())) for match in same.finditer(written, begin)
    )
