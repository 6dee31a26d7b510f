"""What a reader of the data can see of a change, when nothing but texts has changed."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.load.document import read_document
from generator.model.outline import DataPath
from generator.model.prose import PLACES, prose_at
from generator.source import Places, SourceText


def changed(before: Mapping[str, str], now: Places) -> frozenset[str] | None:
    """Which texts are otherwise than in the files before, told as `model/prose.py` tells readings.

    Files are compared by what was read of them, in which nothing may be wrong. None if anything
    else is: then it is not known what that leads to.
    """
    if [*before] != [*now.texts]:
        return None
    found: set[str] = set()
    for name, old in before.items():
        if old != now.texts[name].text:
            was, _ = read_document(SourceText(name, old))
            told = [*_between((), was, now.roots[name])]
            if None in told:
                return None
            found |= {PLACES, *(each for each in told if each)}
    return frozenset(found)


def _between(path: DataPath, old: Any, new: Any) -> Iterator[str | None]:
    """What is told of each value that is not the same, or None."""
    kind = next((kind for kind in (str, dict, list) if isinstance(old, kind)), None)
    if kind is None or not isinstance(new, kind):
        yield from () if old == new else (None,)
    elif isinstance(old, str):
        yield from () if old == new else (prose_at(path),)
    else:
        steps, others = _steps(old), _steps(new)
        if steps != others:
            yield None
        for step in steps if steps == others else ():
            yield from _between((*path, step), old[step], new[step])


def _steps(data: Any) -> list[Any]:
    """The keys, in their order, or the positions."""
    return [*data] if isinstance(data, dict) else [*range(len(data))]
