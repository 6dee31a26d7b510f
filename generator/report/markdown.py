"""For a pull request: the sum and the errors in sight, the rest folded."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Report, Severity
from generator.report.text import render_one, summary


def render(report: Report) -> str:
    """What the terminal shows, as code by indentation: nothing in it can end that."""
    errors = [d for d in report.diagnostics if d.severity is Severity.ERROR]
    rest = [d for d in report.diagnostics if d.severity is not Severity.ERROR]
    lines = ["### Granskningen", "", summary(report), "", *_code(report, errors)]
    if rest:
        lines += ["<details>", f"<summary>Varningar och råd ({len(rest)})</summary>", ""]
        lines += [*_code(report, rest), "</details>", ""]
    return "\n".join(lines) + "\n"


def _code(report: Report, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    for diagnostic in diagnostics:
        yield from (f"    {line}".rstrip() for line in render_one(report, diagnostic).splitlines())
        yield ""
