"""What a check found, told of files in which nothing but texts has changed since.

All but the rules on texts say then what they said, where it now stands, and those look at the
files that were changed. For that nothing need be known but what those files say and said: no model,
no other file and no graph. Whatever is not surely of this kind is for a whole check: another id,
day or reference, any fault of the writing, overrides, and parts that begin or end on a day.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from generator.checks.on_texts import ON_TEXTS
from generator.checks.rule import MOST
from generator.checks.telling import in_order, told
from generator.diagnostics import Diagnostic, Related, Report
from generator.kept.findings import Findings
from generator.kept.moved import ChangedError, Moved
from generator.load.document import read_document
from generator.model.paths import DataPath, Leaf
from generator.source import PlacedMap, Places, SourceText

_MOST_CHANGED: Final = 4
"""Files; what was kept is of the last whole check, and that should not be long ago."""
_NAMES: Final = frozenset(rule.name for rule in ON_TEXTS)

Read = Callable[[SourceText], PlacedMap]
"""Reads what a file says now. Raises ChangedError if something is wrong with it."""


class _Files(NamedTuple):
    """What the rules on texts look at."""

    leaves: tuple[Leaf, ...]
    places: Places
    unread: tuple[tuple[DataPath, str], ...] = ()


def retold(known: Findings, texts: Mapping[str, SourceText], read: Read) -> Report:
    """The report of the texts as they are. Raises ChangedError if it takes a whole check."""
    if [*known.files] != [*texts]:
        raise ChangedError
    names = [name for name, text in texts.items() if text.text != known.files[name]]
    if not names:
        return Report(known.diagnostics, texts, known.site)
    if len(names) > _MOST_CHANGED:
        raise ChangedError
    now, roots = Moved(known.texts), {name: read(texts[name]) for name in names}
    for name, root in roots.items():
        now.add(name, without_faults(SourceText(name, known.files[name])), root)
    before = (_at(each, now) for each in known.diagnostics if not _is_found_again(each, roots))
    places = Places({name: texts[name] for name in names}, roots)
    found = dict.fromkeys((*before, *_on_texts(_Files(tuple(now.leaves), places))))
    return Report(tuple(in_order(found)), texts, known.site)


def without_faults(text: SourceText) -> PlacedMap:
    """What a file says. Raises ChangedError if anything is wrong with its writing."""
    root, faults = read_document(text)
    if faults:
        raise ChangedError
    return root


def _is_found_again(found: Diagnostic, changed: Mapping[str, PlacedMap]) -> bool:
    return found.rule in _NAMES and found.span.file in changed


def _on_texts(files: _Files) -> Iterator[Diagnostic]:
    for rule in ON_TEXTS:
        found = [*told(rule, rule.find(files), files.places)]
        if len(found) > MOST:  # which of them are told depends on their order
            raise ChangedError
        yield from found


def _at(found: Diagnostic, now: Moved) -> Diagnostic:
    """The same where it stands now."""
    related = tuple(Related(now(each.span), each.message) for each in found.related)
    span = now(found.span)
    if (span, related) == (found.span, found.related):
        return found
    return found._replace(span=span, related=related)
