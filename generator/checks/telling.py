"""What a rule finds, as diagnostics: with a span, and no more of them than anybody reads."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.checks.rule import MOST, Finding, Rule
from generator.diagnostics import Diagnostic, Related
from generator.model.paths import DataPath
from generator.source import Places, Span


def told(rule: Rule, findings: Iterable[Finding], places: Places) -> Iterator[Diagnostic]:
    """Not yet weighed."""
    count: Counter[str] = Counter()
    for finding in findings:
        span = _span(places, finding.place, on_key=finding.on_key)
        count[span.file] += 1
        if count[span.file] <= MOST:
            yield Diagnostic(
                rule=rule.name,
                severity=rule.severity,
                span=span,
                message=finding.message,
                why=rule.why,
                help=finding.help,
                related=_related(places, finding),
            )
        count[span.file] += finding.more
    yield from (_rest(rule, file, n - MOST) for file, n in count.items() if n > MOST)


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place, as a report has them."""
    return sorted(found, key=_order)


def _order(found: Diagnostic) -> tuple[str | int, ...]:
    """Of plain values: to compare spans took as long as all else that is told after a change."""
    span = found.span
    here = span.file, span.line, span.column, span.end_line, span.end_column
    return (*here, found.rule, found.message, found.help)


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
