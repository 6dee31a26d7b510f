"""For programs: the diagnostics as they are, in ASCII so that no terminal can spoil them."""

import json
from typing import Any

from generator.diagnostics import Diagnostic, Report
from generator.source import Span


def render(report: Report) -> str:
    found = {
        "diagnostics": [_diagnostic(each) for each in report.diagnostics],
        "errors": report.errors,
        "warnings": report.warnings,
    }
    return json.dumps(found, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    span = diagnostic.span
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
        **_place(span),
        "end_line": span.end_line,
        "end_column": span.end_column,
        "related": [{**_place(each.span), "message": each.message} for each in diagnostic.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}
