"""What a check found, told of files in which nothing but texts has changed since.

All but the rules on texts say then what they said, where it now stands, and those look at the
pieces of files that were changed. For that nothing need be known but what those say and said: no
model, no other file and no graph. Whatever is not surely of this kind is for a whole check: another
id, day or reference, any fault of the writing, overrides, and parts that begin or end on a day.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from generator.checks.on_texts import ON_TEXTS
from generator.checks.rule import MOST
from generator.checks.telling import in_order, told
from generator.diagnostics import Diagnostic, Related, Report
from generator.kept.findings import Findings
from generator.kept.moved import ChangedError, Moved
from generator.kept.piece import Piece, piece
from generator.load.document import read_document
from generator.model.paths import DataPath, Leaf
from generator.source import PlacedMap, Places, SourceText

_MOST_CHANGED: Final = 4
"""Files; what was kept is of the last whole check, and that should not be long ago."""
_NAMES: Final = frozenset(rule.name for rule in ON_TEXTS)


class _Files(NamedTuple):
    """What the rules on texts look at."""

    leaves: list[Leaf]
    texts: Mapping[str, set[str]]
    places: Places
    unread: tuple[tuple[DataPath, str], ...] = ()

    def leaves_of(self, fields: frozenset[str]) -> Iterator[Leaf]:
        return (leaf for leaf in self.leaves if leaf.field in fields)


def retold(known: Findings, texts: Mapping[str, SourceText]) -> Report:
    """The report of the texts as they are. Raises ChangedError if it takes a whole check."""
    if [*known.files] != [*texts]:
        raise ChangedError
    names = [name for name, text in texts.items() if text.text != known.files[name]]
    if not names:
        return Report(known.diagnostics, texts, known.site)
    if len(names) > _MOST_CHANGED:
        raise ChangedError
    now, pieces, roots = Moved(known.texts), dict[str, Piece](), dict[str, PlacedMap]()
    for name in names:
        old = SourceText(name, known.files[name])
        pieces[name] = part = piece(known.keys[name], old, texts[name])
        roots[name] = _read(part.new)
        now.add(name, part, _read(part.old), roots[name])
    before = (_at(each, now) for each in known.diagnostics if not _is_found_again(each, pieces))
    places = Places({name: texts[name] for name in names}, roots)
    said = defaultdict[str, set[str]](set)
    for leaf in now.leaves:
        said[leaf.field].add(leaf.value)
    found = dict.fromkeys((*before, *_on_texts(_Files(now.leaves, said, places))))
    if _are_too_many(known.diagnostics) or _are_too_many(found):
        raise ChangedError
    return Report(tuple(in_order(found)), texts, known.site)


def _read(text: SourceText) -> PlacedMap:
    """Raises ChangedError if anything is wrong with the writing."""
    root, faults = read_document(text)
    if faults:
        raise ChangedError
    return root


def _is_found_again(found: Diagnostic, pieces: Mapping[str, Piece]) -> bool:
    if found.rule not in _NAMES or found.span.file not in pieces:
        return False
    return pieces[found.span.file].elsewhere(found.span) is None


def _on_texts(files: _Files) -> Iterator[Diagnostic]:
    for rule in ON_TEXTS:
        yield from told(rule, rule.find(files), files.places)


def _are_too_many(found: Iterable[Diagnostic]) -> bool:
    """Whether which of a rule are told depends on their order."""
    count = Counter((each.rule, each.span.file) for each in found if each.rule in _NAMES)
    return max(count.values(), default=0) > MOST


def _at(found: Diagnostic, now: Moved) -> Diagnostic:
    """The same where it stands now."""
    related = tuple(Related(now(each.span), each.message) for each in found.related)
    span = now(found.span)
    if (span, related) == (found.span, found.related):
        return found
    return found._replace(span=span, related=related)
