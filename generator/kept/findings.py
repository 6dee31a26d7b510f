"""What a check found, as bytes: a line of JSON, and the files as they were."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from generator.checks import RULES
from generator.diagnostics import Diagnostic, Related
from generator.kept.answer import Times
from generator.source import Span

_RULES: Final = {rule.name: rule for rule in RULES}


class Findings(NamedTuple):
    """Of a catalogue without faults of the writing and without overrides."""

    day: date
    holds: Times
    site: str | None
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]


def written(findings: Findings) -> bytes:
    head = {
        "day": findings.day.isoformat(),
        "holds": findings.holds,
        "site": findings.site,
        "found": [_listed(each) for each in findings.diagnostics],
        "files": [(name, len(content)) for name, content in findings.files.items()],
    }
    return b"\n".join((json.dumps(head).encode(), b"".join(findings.files.values())))


def read(kept: bytes | None) -> Findings | None:
    if kept is None:
        return None
    line, _, rest = kept.partition(b"\n")
    head = json.loads(line)
    files, at = {}, 0
    for name, size in head["files"]:
        files[name] = rest[at : at + size]
        at += size
    found = tuple(map(_diagnostic, head["found"]))
    return Findings(
        date.fromisoformat(head["day"]), tuple(head["holds"]), head["site"], found, files
    )


def _listed(found: Diagnostic) -> list[Any]:
    related = [[_place(each.span), each.message] for each in found.related]
    return [found.rule, _place(found.span), found.message, found.help, related]


def _place(span: Span) -> list[Any]:
    return [span.file, span.line, span.column, span.end_line, span.end_column]


def _diagnostic(listed: list[Any]) -> Diagnostic:
    name, place, message, help_, related = listed
    rule = _RULES[name]
    return Diagnostic(
        rule=name,
        severity=rule.severity,
        span=Span(*place),
        message=message,
        why=rule.why,
        help=help_,
        related=tuple(Related(Span(*each), said) for each, said in related),
    )
