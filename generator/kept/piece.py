"""The entries of a file that a change lies in, to be read instead of all of it, before and after.

Where an entry's key stands alone on its line, what comes before it does not change how the lines
from there on are read, and the next such line that is read as the key that it was leaves libyaml as
it was there. So the lines between say all that has changed. Of the real catalogue's services that
is a hundredth, which makes a check after a changed line a quarter quicker.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from generator.source import PlacedMap, SourceText, Span

Keys = Mapping[str, tuple[int, list[int]]]
"""Of each section the line of its key and those of its entries' keys, counted from zero."""
_WITHOUT_ENTRIES: Final = "guide"
_ALONE: Final = re.compile(r" *[\w-]+:")


class Piece(NamedTuple):
    """Stands on the lines that it has in the file, below empty ones."""

    old: SourceText
    new: SourceText
    begin: int
    """The first line, counted from zero; all lines before it are as they were."""
    end: int
    """The line of the next key in the old file, or the end of that."""
    down: int
    """How many lines further down what follows stands now."""

    def elsewhere(self, span: Span) -> Span | None:
        """Where it stands now, if it does not begin in the piece."""
        if span.line <= self.begin:
            return span
        if span.line <= self.end:
            return None
        down = self.down
        return span._replace(line=span.line + down, end_line=span.end_line + down)


def keys(root: PlacedMap, text: SourceText) -> dict[str, tuple[int, list[int]]]:
    """Those that stand first on their lines, as in a mapping that is written in lines."""
    found: dict[str, tuple[int, list[int]]] = {}
    sections = root.keys_at
    first = min((at[0] for at in sections.values()), default=0)
    # Not `text.lines`, which would be kept as long as the text: 105 MB at 25,000 services.
    if not text.is_plain or any("{" in line for line in text.text.split("\n", first)[:first]):
        return found
    for section, at in sections.items():
        entries = root[section]
        if at[1] or not isinstance(entries, PlacedMap):
            continue
        inner = [*entries.keys_at.values()]
        columns = {mark[1] for mark in inner}
        if len(columns) == 1 and columns != {0} and root.value_at(section)[:2] == inner[0][:2]:
            found[section] = at[0], [mark[0] for mark in inner]
    return found


def piece(known: Keys, old: SourceText, new: SourceText) -> Piece:
    """As little as is sure to hold the whole change; all of both if nothing less is."""
    before, after = old.lines, new.lines
    first, last = _reach(before, after)
    begins = _begins(known, before, first) if old.is_plain and new.is_plain else None
    # What an escape writes may stand as it is elsewhere, and is told there.
    if begins is None or "\\" in old.text or "\\" in new.text:
        return Piece(old, new, 0, len(before), 0)
    begin, section = begins
    down = len(after) - len(before)
    end = next((each for each in _lines(known) if each >= last and _is_alone(before[each])), None)
    reach = len(before) if end is None else end + 1
    head = "\n" * (begin - 1) + f"{section}:\n"
    one, other = (
        SourceText(old.name, head + "\n".join(lines[begin:until]))
        for lines, until in ((before, reach), (after, reach + down))
    )
    return Piece(one, other, begin, len(before) if end is None else end, down)


def _reach(before: list[str], after: list[str]) -> tuple[int, int]:
    """The first line that is otherwise, and the line after the last, in the old file."""
    least = min(len(before), len(after))
    first = next((n for n in range(least) if before[n] != after[n]), least)
    alike = next((n for n in range(least - first) if before[~n] != after[~n]), least - first)
    return first, len(before) - alike


def _begins(known: Keys, lines: list[str], first: int) -> tuple[int, str] | None:
    """The last key of an entry before the line, and its section."""
    found = (
        (line, section)
        for section, (_, entries) in known.items()
        if section != _WITHOUT_ENTRIES
        for line in entries
        if line < first and _is_alone(lines[line])
    )
    return max(found, default=None)


def _lines(known: Keys) -> Iterator[int]:
    """Of all keys, in their order."""
    yield from sorted(line for at, entries in known.values() for line in (at, *entries))


def _is_alone(line: str) -> bool:
    return _ALONE.fullmatch(line) is not None
