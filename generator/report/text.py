"""Interim; the lead's stub until the real one is here."""

from generator.diagnostics import Report


def render(report: Report, *, color: bool = False) -> str:
    return "\n".join(f"{d.span.file}:{d.span.line}: {d.message}" for d in report.diagnostics)
