"""For a terminal: each fault with its line, its reason and its remedy, and a sum at the end."""

from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, Report, Severity
from generator.report.excerpt import excerpt, visible
from generator.source import Span

NAMES: Final = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.INFO: "råd"}
_PLURALS: Final = {Severity.ERROR: "fel", Severity.WARNING: "varningar", Severity.INFO: "råd"}
_COLORS: Final = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD: Final = "1"
_DIM: Final = "2"


def render(report: Report, *, color: bool = False) -> str:
    """Every diagnostic, with an empty line after it, and the sum."""
    blocks = (_Block(report, each, color=color).text() for each in report.diagnostics)
    return "\n\n".join((*blocks, summary(report))) + "\n"


def render_one(report: Report, diagnostic: Diagnostic) -> str:
    """One of the report's diagnostics, as `render` shows it without colour."""
    return _Block(report, diagnostic, color=False).text()


def summary(report: Report) -> str:
    """How many there are of each kind, in a sentence."""
    if report.silenced:
        number = len(report.silenced)
        return f"{_shown(report)} {number} {'tystad' if number == 1 else 'tystade'} av `overrides`."
    return _shown(report)


def _shown(report: Report) -> str:
    if not report.diagnostics:
        return "Granskning: inget att anmärka på."
    counts = {severity: report.count(severity) for severity in Severity}
    said = [
        _count(severity, n) for severity, n in counts.items() if n or severity is Severity.ERROR
    ]
    return f"Granskning: {', '.join(said)}."


def _count(severity: Severity, number: int) -> str:
    names = NAMES if number == 1 else _PLURALS
    return f"{number or 'inga'} {names[severity]}"


class _Block:
    """One diagnostic as lines. The gutter is as wide as the largest line number in it."""

    def __init__(self, report: Report, diagnostic: Diagnostic, *, color: bool) -> None:
        self.report = report
        self.diagnostic = diagnostic
        self.color = color
        spans = (diagnostic.span, *(related.span for related in diagnostic.related))
        self.gutter = len(str(max([span.line for span in spans])))
        margin = " " * self.gutter
        self.bar = f"{margin} {self._paint('|', _DIM)}"
        self.note = f"{margin} {self._paint('=', _DIM)}"

    def text(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        diagnostic = self.diagnostic
        name = f"{NAMES[diagnostic.severity]}[{diagnostic.rule}]"
        hue = _COLORS[diagnostic.severity]
        yield (
            f"{_place(diagnostic.span)}: {self._paint(name, hue)} "
            f"{self._paint(visible(diagnostic.message), _BOLD)}"
        )
        shown = self._excerpt(diagnostic.span, "^", hue)
        yield from (self.bar, *shown, self.bar) if shown else ()
        for related in diagnostic.related:
            yield f"{self.note} {_place(related.span)}: {visible(related.message)}"
            yield from self._excerpt(related.span, "-", _DIM)
        yield f"{self.note} därför: {visible(diagnostic.why)}"
        yield f"{self.note} gör så: {visible(diagnostic.help)}"

    def _excerpt(self, span: Span, mark: str, hue: str) -> tuple[str, ...]:
        text = self.report.texts.get(span.file)
        if text is None or not text.text:
            return ()
        shown = excerpt(text, span)
        number = self._paint(str(span.line).rjust(self.gutter), _DIM)
        return (
            f"{number} {self._paint('|', _DIM)} {shown.line}".rstrip(),
            f"{self.bar} {' ' * shown.indent}{self._paint(mark * shown.width, hue)}",
        )

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text


def _place(span: Span) -> str:
    return f"{visible(span.file)}:{span.line}:{span.column}"
