"""What is wrong: values with a place. How they are shown is `generator.report`'s."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.source import SourceText, Span


class Severity(StrEnum):
    ERROR = "error"
    """Nothing is published."""
    WARNING = "warning"
    """Shown, and fails a strict run."""
    INFO = "info"
    """Advice."""


class Related(NamedTuple):
    """Another place that the reader must see to understand."""

    span: Span
    message: str


class Diagnostic(NamedTuple):
    """One fault. Its texts are Swedish, begin in lower case and have no full stop at the end."""

    rule: str
    severity: Severity
    span: Span
    message: str
    """What is wrong, with the author's own words in backticks."""
    why: str
    """Why it matters to a reader of the guide."""
    help: str
    """What to do about it."""
    related: tuple[Related, ...] = ()


class Silenced(NamedTuple):
    """A diagnostic that the editors have decided not to be shown for a time."""

    diagnostic: Diagnostic
    because: str
    until: date
    """The last day of that time."""


@dataclass(frozen=True)
class Report:
    """Every diagnostic of a run, sorted by place, with the texts they point into."""

    diagnostics: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, SourceText] = field(default_factory=dict)
    site: str | None = None
    """Where the guide is published, and with it a page for each rule."""
    silenced: tuple[Silenced, ...] = ()
    """What is counted but not shown, sorted by place."""

    def count(self, severity: Severity) -> int:
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def errors(self) -> int:
        return self.count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        return self.count(Severity.WARNING)

    def fails(self, *, strict: bool) -> bool:
        """Whether nothing may be published."""
        return self.errors > 0 or (strict and self.warnings > 0)
