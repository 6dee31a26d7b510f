"""What a whole check found, kept for the next, in which mostly one text of one file is another.

All but the rules on texts say then what they said, where it now stands, and those look at the files
that were changed: nothing else is parsed, and no graph is built. At 2,500 services that takes a
fifth of a whole check, which stays the judge of everything that is not surely of this kind: another
id, day or reference, any fault of the writing, overrides, and parts that begin or end on a day.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator import proving
from generator.checks import RULES
from generator.checks.case import Case
from generator.checks.checking import case_of, found_by
from generator.checks.telling import in_order
from generator.diagnostics import Diagnostic, Related, Report
from generator.kept.answer import ALWAYS, Question, Times
from generator.kept.findings import Findings, read, written
from generator.kept.moved import ChangedError, Moved
from generator.kept.place import store
from generator.kept.texts import QUOTING, texts_in
from generator.load import Loaded, load_bytes
from generator.load.fault import ShapeFault, ShapeKind
from generator.load.files import in_memory
from generator.plan.today import is_now, seconds_of

_FEWEST: Final = 2**18
"""Bytes of a catalogue that keeping is worth while for: 150 services."""
_MOST_CHANGED: Final = 4
"""Files; what was kept is of the last whole check, and that should not be long ago."""
_MOST: Final = 64 * 2**20
"""Bytes of all that is kept; 2,500 services take 5 MB."""
_ON_TEXTS: Final = tuple(rule for rule in RULES if rule.on_texts)


def review(question: Question, files: Mapping[str, bytes] | None) -> tuple[Report, Times]:
    """Every fault of the catalogue, and when that holds. Raises UnreadableError."""
    if files is None or sum(map(len, files.values())) < _FEWEST:
        return _whole(question, files)[1:]
    kept = store("findings")
    if kept is None:
        return _whole(question, files)[1:]
    key = kept.key(repr((Path.cwd(), question.data, question.as_of)))
    known = read(kept.get(key))
    if known is not None and is_now(*known.holds):
        with suppress(ChangedError):
            return _report(known, files), known.holds
    case, report, holds = _whole(question, files)
    if _may_be_kept(case, report):
        kept.put(key, written(Findings(case.as_of, holds, report.site, report.diagnostics, files)))
        kept.trim(_MOST)
    return report, holds


def _whole(question: Question, files: Mapping[str, bytes] | None) -> tuple[Case, Report, Times]:
    case, report = proving.review(question.data, question.as_of, files)
    guide = case.catalogue.guide
    return case, report, ALWAYS if question.as_of else seconds_of(case.as_of, guide)


def _may_be_kept(case: Case, report: Report) -> bool:
    """Whether all that is found of other texts will be what is found of these."""
    loaded = case.loaded
    has_faults = bool(loaded.faults or loaded.broken) or not loaded.whole
    is_quoted = any(each.rule == QUOTING for each in report.diagnostics)
    return not (has_faults or is_quoted or case.dated or case.catalogue.overrides)


def _report(known: Findings, files: Mapping[str, bytes]) -> Report:
    """Raises ChangedError if something else was changed, or too much."""
    names = [name for name in files if files[name] != known.files.get(name)]
    if files.keys() != known.files.keys() or len(names) > _MOST_CHANGED:
        raise ChangedError
    old, new = (_loaded({name: each[name] for name in names}) for each in (known.files, files))
    now = Moved(old, new, frozenset(texts_in(new.catalogue)))
    found = set(found_by(_ON_TEXTS, case_of(new, known.day)))
    on_texts = {rule.name for rule in _ON_TEXTS}
    for each in known.diagnostics:
        if each.span.file not in names or each.rule not in on_texts:
            found.add(_at(each, now))
    texts = {text.name: text for text, _ in in_memory(files)}
    return Report(tuple(in_order(found)), texts, known.site)


def _loaded(files: Mapping[str, bytes]) -> Loaded:
    """Some files of a catalogue, in which nothing is wrong but that the rest is not there."""
    loaded = load_bytes(files)
    if not all(isinstance(each, ShapeFault) and _is_of_the_rest(each) for each in loaded.faults):
        raise ChangedError
    return replace(loaded, faults=())


def _is_of_the_rest(fault: ShapeFault) -> bool:
    """Whether it tells of a section that stands in another file."""
    return fault.kind is ShapeKind.MISSING and len(fault.path) == 1


def _at(found: Diagnostic, now: Moved) -> Diagnostic:
    """The same where it stands now."""
    related = tuple(Related(now(each.span), each.message) for each in found.related)
    span = now(found.span)
    if (span, related) == (found.span, found.related):
        return found
    return replace(found, span=span, related=related)
