from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from generator.checks.case import Case
from generator.checks.in_force import boundaries, in_force
from generator.checks.registry import RULES
from generator.checks.rule import MOST, Finding, Reads, Rule
from generator.checks.weighing import weigh
from generator.diagnostics import Diagnostic, Related, Report
from generator.load.loaded import Loaded
from generator.model.catalogue import Catalogue
from generator.model.outline import DataPath
from generator.side_by_side import both, one_after_the_other
from generator.source import Places, Span

MANY: Final = 500
"""So many services make it worth while to look at the graphs in a process beside this one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedCatalogue:
    """A catalogue without errors: what pages, plans and outputs may be made of."""

    catalogue: Catalogue
    places: Places
    report: Report


def check(loaded: Loaded, *, as_of: date, strict: bool = False) -> CheckedCatalogue | Report:
    """The catalogue, proven on that day; or the report that says why nothing may be published."""
    case = case_of(loaded, as_of)
    result = report_of(case)
    if result.fails(strict=strict):
        return result
    now = in_force(case, as_of).loaded
    return CheckedCatalogue(catalogue=now.catalogue, places=now.places, report=result)


def report(loaded: Loaded, rules: Iterable[Rule] = RULES, *, as_of: date) -> Report:
    """Every diagnostic of the rules on that day, sorted by place.

    What will be wrong only when something later begins or ends is told now too. A rule that
    cannot judge is left out.
    """
    return report_of(case_of(loaded, as_of), rules)


def case_of(loaded: Loaded, as_of: date) -> Case:
    return Case(loaded, as_of, {rule.name: rule.severity for rule in RULES})


def report_of(case: Case, rules: Iterable[Rule] = RULES) -> Report:
    """As `report`, of what has been made ready for it."""
    loaded = case.loaded
    able = [rule for rule in rules if rule.reads <= _readable(loaded)]
    found = _found(able, in_force(case, case.as_of))
    known = set(found)
    for day in boundaries(case):
        then = _found(able, in_force(case, day)) if day > case.as_of else set()
        found |= {replace(d, message=f"från `{day}`: {d.message}") for d in then - known}
        known |= then
    shown, silenced = weigh(in_order(found), case)
    return Report(shown, loaded.places.texts, loaded.catalogue.guide.site, silenced)


def _found(rules: Iterable[Rule], case: Case) -> set[Diagnostic]:
    on_graphs = [rule for rule in rules if rule.on_graphs]
    others = [rule for rule in rules if not rule.on_graphs]
    is_large = len(case.catalogue.services) >= MANY
    do = both if is_large else one_after_the_other
    return set().union(*do(partial(found_by, on_graphs, case), partial(found_by, others, case)))


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place, as a report has them."""
    return sorted(found, key=lambda each: (each.span, each.rule, each.message))


def found_by(rules: Iterable[Rule], case: Case) -> list[Diagnostic]:
    """What the rules find in the case as it stands, not yet weighed."""
    return [diagnostic for rule in rules for diagnostic in _run(rule, case)]


def _readable(loaded: Loaded) -> Reads:
    if not loaded.whole:
        return Reads.ENTRY
    return Reads.CATALOGUE if loaded.broken else Reads.WHOLE


def _run(rule: Rule, case: Case) -> Iterator[Diagnostic]:
    places = case.loaded.places
    told: Counter[str] = Counter()
    for finding in rule.find(case):
        span = _span(places, finding.place, on_key=finding.on_key)
        told[span.file] += 1
        if told[span.file] <= MOST:
            yield Diagnostic(
                rule=rule.name,
                severity=rule.severity,
                span=span,
                message=finding.message,
                why=rule.why,
                help=finding.help,
                related=_related(places, finding),
            )
        told[span.file] += finding.more
    yield from (_rest(rule, file, n - MOST) for file, n in told.items() if n > MOST)


def _rest(rule: Rule, file: str, number: int) -> Diagnostic:
    """Stands before them all, in no entry, so that no override of an entry silences it."""
    count = f"{number:,}".replace(",", "\u00a0")
    return Diagnostic(
        rule=rule.name,
        severity=rule.severity,
        span=Span(file, 1, 1, 1, 2),
        message=f"filen har fler av samma slag än någon läser: här visas {MOST}, och {count} till "
        "visas inte",
        why=rule.why,
        help="rätta dem som visas; är de av ett slag räcker det ofta att rätta ett ställe",
    )


def _related(places: Places, finding: Finding) -> tuple[Related, ...]:
    return tuple(
        Related(_span(places, label.place, on_key=label.on_key), label.message)
        for label in finding.labels
    )


def _span(places: Places, place: DataPath | Span, *, on_key: bool) -> Span:
    return place if isinstance(place, Span) else places.span(place, key=on_key)
