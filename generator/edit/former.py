"""An id that was published is kept with what it named, so that old addresses go on working."""

from typing import Any

from generator.edit.change import Edit, line_break
from generator.model.outline import DataPath
from generator.source import Mark, PlacedList, PlacedMap, Places, SourceText

_KEY = "former_ids"


def kept(places: Places, path: DataPath, old: str, new: str) -> Edit:
    """The edit that adds the old id to those that the entry or item at the path has had.

    If the new id is one of them, the old takes its place.
    """
    span = places.span(path)
    text = places.texts[span.file]
    here, mark = _at(places.roots[span.file], path)
    if _KEY in here:
        return _again(text, here, old, new)
    if text.text[_offset(text, mark)] == "{":
        first = _offset(text, next(iter(here.keys_at.values())))
        return Edit.insertion(text, first, f"{_KEY}: [{old}], ")
    return _first(text, here, old)


def _at(root: PlacedMap, path: DataPath) -> tuple[PlacedMap, Mark]:
    """The mapping at the path, and where it begins."""
    value: PlacedMap | PlacedList = root
    mark: Mark = (0, 0, 0, 0)
    for step in path:
        inner: Any = value  # a map takes names and a list numbers, as the path has them
        mark, value = inner.values_at[step], inner[step]
    assert isinstance(value, PlacedMap)  # noqa: S101 - only mappings have ids
    return value, mark


def _offset(text: SourceText, mark: Mark) -> int:
    return text.offset(mark[0] + 1, mark[1] + 1)


def _first(text: SourceText, here: PlacedMap, old: str) -> Edit:
    """A line of its own: below an item's id, or above the first key of an entry."""
    for key in ("id", "choose"):
        if key in here:
            line, column = here.values_at[key][2], here.keys_at[key][1]
            end = text.offset(line + 1, len(text.lines[line]) + 1)
            return Edit.insertion(text, end, f"{line_break(text)}{' ' * column}{_KEY}: [{old}]")
    mark = next(iter(here.keys_at.values()))
    below = f"{line_break(text)}{' ' * mark[1]}"
    return Edit.insertion(text, _offset(text, mark), f"{_KEY}: [{old}]{below}")


def _again(text: SourceText, here: PlacedMap, old: str, new: str) -> Edit:
    former, mark = here[_KEY], here.values_at[_KEY]
    begin = _offset(text, mark)
    if not isinstance(former, PlacedList):
        after_colon = text.text.index(":", _offset(text, here.keys_at[_KEY]) + len(_KEY)) + 1
        return Edit.insertion(text, after_colon, f" [{old}]")
    if new in former:
        first = former.values_at[former.index(new)]
        start, end = _offset(text, first), text.offset(first[2] + 1, first[3] + 1)
        return Edit(text.name, start, end, old)
    if text.text[begin] == "[":
        return Edit.insertion(text, begin + 1, f"{old}, " if former else old)
    return Edit.insertion(text, begin, f"- {old}{line_break(text)}{' ' * mark[1]}")
