"""What a check found, as bytes, with the files as they were."""

import marshal
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostic, Related, Severity
from generator.kept.answer import Times
from generator.kept.piece import Keys
from generator.source import Span

Rules = Mapping[str, tuple[Severity, str]]
"""The severity of each rule, and why it is one."""


class Findings(NamedTuple):
    """Of a catalogue without faults of the writing, overrides and days."""

    day: date
    holds: Times
    site: str | None
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    """The shapes of the paths to texts that are only read, each with the pattern of its values."""
    files: Mapping[str, str]
    keys: Mapping[str, Keys]
    """Of each file, where a piece of it may begin and end."""


def written(findings: Findings) -> bytes:
    found = findings.diagnostics
    return marshal.dumps(
        {
            "day": findings.day.isoformat(),
            "holds": findings.holds,
            "site": findings.site,
            "rules": {each.rule: (each.severity.value, each.why) for each in found},
            "found": [_listed(each) for each in found],
            "texts": {**findings.texts},
            "files": {**findings.files},
            "keys": {**findings.keys},
        }
    )


def read(kept: bytes | None) -> Findings | None:
    if kept is None:
        return None
    head = marshal.loads(kept)  # noqa: S302 - of our own: what was kept is sealed
    rules = {name: (Severity(severity), why) for name, (severity, why) in head["rules"].items()}
    return Findings(
        day=date.fromisoformat(head["day"]),
        holds=head["holds"],
        site=head["site"],
        diagnostics=tuple([_diagnostic(each, rules) for each in head["found"]]),
        texts=head["texts"],
        files=head["files"],
        keys=head["keys"],
    )


def _listed(found: Diagnostic) -> list[Any]:
    related = [[_place(each.span), each.message] for each in found.related]
    return [found.rule, _place(found.span), found.message, found.help, related]


def _place(span: Span) -> list[Any]:
    return [span.file, span.line, span.column, span.end_line, span.end_column]


def _diagnostic(listed: list[Any], rules: Rules) -> Diagnostic:
    name, place, message, help_, related = listed
    severity, why = rules[name]
    return Diagnostic(
        rule=name,
        severity=severity,
        span=Span(*place),
        message=message,
        why=why,
        help=help_,
        related=tuple([Related(Span(*each), said) for each, said in related]),
    )
