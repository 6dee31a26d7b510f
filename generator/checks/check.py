from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks.case import Case
from generator.checks.registry import RULES
from generator.checks.rule import Finding, Reads, Rule
from generator.diagnostics import Diagnostic, Related, Report
from generator.load.loaded import Loaded
from generator.model.catalogue import Catalogue
from generator.model.outline import DataPath
from generator.source import Places, Span


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedCatalogue:
    """A catalogue without errors: what pages, plans and outputs may be made of."""

    catalogue: Catalogue
    places: Places
    report: Report


def check(loaded: Loaded, *, strict: bool = False) -> CheckedCatalogue | Report:
    """The catalogue, proven; or the report that says why nothing may be published."""
    result = report(loaded)
    if result.fails(strict=strict):
        return result
    return CheckedCatalogue(catalogue=loaded.catalogue, places=loaded.places, report=result)


def report(loaded: Loaded, rules: Iterable[Rule] = RULES) -> Report:
    """Every diagnostic of the rules, sorted by place; a rule that cannot judge is left out."""
    case, readable = Case(loaded), _readable(loaded)
    found = {d for rule in rules if rule.reads <= readable for d in _run(rule, case)}
    ordered = sorted(found, key=lambda d: (d.span, d.rule, d.message))
    return Report(tuple(ordered), loaded.places.texts, loaded.catalogue.guide.site)


def _readable(loaded: Loaded) -> Reads:
    if not loaded.whole:
        return Reads.ENTRY
    return Reads.CATALOGUE if loaded.broken else Reads.WHOLE


def _run(rule: Rule, case: Case) -> Iterator[Diagnostic]:
    places = case.loaded.places
    for finding in rule.find(case):
        yield Diagnostic(
            rule=rule.name,
            severity=rule.severity,
            span=_span(places, finding.place, on_key=finding.on_key),
            message=finding.message,
            why=rule.why,
            help=finding.help,
            related=_related(places, finding),
        )


def _related(places: Places, finding: Finding) -> tuple[Related, ...]:
    return tuple(
        Related(_span(places, label.place, on_key=label.on_key), label.message)
        for label in finding.labels
    )


def _span(places: Places, place: DataPath | Span, *, on_key: bool) -> Span:
    return place if isinstance(place, Span) else places.span(place, key=on_key)
