"""What a check found, as bytes: a line of JSON, and the files as they were."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostic, Related, Severity
from generator.kept.answer import Times
from generator.kept.piece import Keys
from generator.source import Span

Rules = Mapping[str, tuple[str, str]]
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
    files = {name: text.encode() for name, text in findings.files.items()}
    head = {
        "day": findings.day.isoformat(),
        "holds": findings.holds,
        "site": findings.site,
        "rules": {each.rule: (each.severity, each.why) for each in found},
        "found": [_listed(each) for each in found],
        "texts": findings.texts,
        "files": [(name, len(content)) for name, content in files.items()],
        "keys": findings.keys,
    }
    return b"\n".join((json.dumps(head).encode(), b"".join(files.values())))


def read(kept: bytes | None) -> Findings | None:
    if kept is None:
        return None
    line, _, rest = kept.partition(b"\n")
    head = json.loads(line)
    files, at = {}, 0
    for name, size in head["files"]:
        files[name] = rest[at : at + size].decode()
        at += size
    return Findings(
        day=date.fromisoformat(head["day"]),
        holds=tuple(head["holds"]),
        site=head["site"],
        diagnostics=tuple(_diagnostic(each, head["rules"]) for each in head["found"]),
        texts=head["texts"],
        files=files,
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
        severity=Severity(severity),
        span=Span(*place),
        message=message,
        why=why,
        help=help_,
        related=tuple(Related(Span(*each), said) for each, said in related),
    )
