"""For programs: the diagnostics as they are, in ASCII so that no terminal can spoil them."""

import json
from typing import Any

from generator.diagnostics import Diagnostic, Report, Silenced
from generator.source import Span


def render(report: Report) -> str:
    found = {
        "diagnostics": [diagnostic(each) for each in report.diagnostics],
        "errors": report.errors,
        "warnings": report.warnings,
        "silenced": [_silenced(each) for each in report.silenced],
    }
    return json.dumps(found, indent=2) + "\n"


def diagnostic(found: Diagnostic) -> dict[str, Any]:
    """As `check --format json` has it; the other reports that hold diagnostics have the same."""
    span = found.span
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "message": found.message,
        "help": found.help,
        **_place(span),
        "end_line": span.end_line,
        "end_column": span.end_column,
        "related": [{**_place(each.span), "message": each.message} for each in found.related],
    }


def _silenced(silenced: Silenced) -> dict[str, Any]:
    until = silenced.until.isoformat()
    return {**diagnostic(silenced.diagnostic), "because": silenced.because, "until": until}


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}
