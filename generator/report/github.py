"""For a run on GitHub: workflow commands, which it shows beside the lines of a pull request."""

from collections.abc import Iterable, Mapping
from typing import Final

from generator.diagnostics import Diagnostic, Report, Severity
from generator.report.excerpt import visible
from generator.report.text import summary

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def render(report: Report) -> str:
    return f"{annotations(report.diagnostics)}{summary(report)}\n"


def annotations(diagnostics: Iterable[Diagnostic]) -> str:
    """The commands alone, a line each. GitHub shows the first ten of each severity."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    properties = {
        "file": span.file,
        "line": span.line,
        "col": span.column,
        "endLine": span.end_line,
        # GitHub wants the last column that belongs to it.
        "endColumn": max(span.end_column - 1, span.column if span.end_line == span.line else 1),
        "title": diagnostic.rule,
    }
    command = _COMMANDS[diagnostic.severity]
    return f"::{command} {_properties(properties)}::{_data(_message(diagnostic))}"


def _message(diagnostic: Diagnostic) -> str:
    related = (f"{r.span.file}:{r.span.line}: {r.message}" for r in diagnostic.related)
    lines = (
        *diagnostic.message.splitlines(),
        *related,
        f"därför: {diagnostic.why}",
        f"gör så: {diagnostic.help}",
    )
    return "\n".join(map(visible, lines))


def _properties(properties: Mapping[str, object]) -> str:
    return ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
