"""What a reader of the data can see of a change, when nothing but texts has changed."""

from collections.abc import Mapping

from generator.load.beside import differences
from generator.load.document import read_document
from generator.load.moved_entries import moved_entries
from generator.model.outline import DataPath
from generator.model.prose import PLACES, prose_at
from generator.source import PlacedMap, Places, SourceText


def changed(
    before: Mapping[str, str], now: Places, roots: Mapping[str, PlacedMap] | None = None
) -> frozenset[str] | None:
    """Which texts are otherwise than in the files before, told as `model/prose.py` tells readings.

    Files are compared by what was read of them, which is given or else read again, and in which
    nothing may be wrong. None if anything else is: then it is not known what that leads to.
    """
    if [*before] != [*now.texts]:
        return None
    found: set[str] = set()
    for name, old in before.items():
        if old != now.texts[name].text:
            was = roots[name] if roots else read_document(SourceText(name, old))[0]
            told = [_told(*each) for each in differences(was, now.roots[name])]
            moved = None if None in told else moved_entries(was, now.roots[name])
            if moved is None:
                return None
            found |= moved
            found |= {PLACES, *filter(None, told)}
    return frozenset(found)


def _told(path: DataPath, old: object, new: object) -> str | None:
    """What is told of what is not the same there."""
    return prose_at(path) if isinstance(old, str) and isinstance(new, str) else None
