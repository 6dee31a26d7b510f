"""For code scanning: SARIF 2.1.0, with each rule's page as its help."""

import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from generator.checks import RULES
from generator.checks.rule import Rule
from generator.diagnostics import Diagnostic, Report, Severity, Silenced
from generator.source import Span

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report, rules: Iterable[Rule] = RULES) -> str:
    described = [_rule(rule, report.site) for rule in rules]
    positions = {rule["id"]: position for position, rule in enumerate(described)}
    driver = {"name": "Startklar", "version": version("startklar"), "rules": described}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            *(_result(each, positions) for each in report.diagnostics),
            *(_silenced(each, positions) for each in report.silenced),
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule, site: str | None) -> dict[str, Any]:
    page = {"helpUri": f"{site.rstrip('/')}/{rule.address}"} if site else {}
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.text, "markdown": rule.text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        **page,
    }


def _result(diagnostic: Diagnostic, positions: dict[str, int]) -> dict[str, Any]:
    return {
        "ruleId": diagnostic.rule,
        "ruleIndex": positions.get(diagnostic.rule, -1),
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": f"{diagnostic.message}\ngör så: {diagnostic.help}"},
        "locations": [{"physicalLocation": _location(diagnostic.span)}],
        "relatedLocations": [
            {
                "id": number,
                "physicalLocation": _location(related.span),
                "message": {"text": related.message},
            }
            for number, related in enumerate(diagnostic.related, start=1)
        ],
    }


def _silenced(silenced: Silenced, positions: dict[str, int]) -> dict[str, Any]:
    why = f"{silenced.because} (till och med {silenced.until})"
    suppression = {"kind": "external", "status": "accepted", "justification": why}
    return {**_result(silenced.diagnostic, positions), "suppressions": [suppression]}


def _location(span: Span) -> dict[str, Any]:
    path = PurePath(span.file)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    return {
        "artifactLocation": {"uri": uri},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }
