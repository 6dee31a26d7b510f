"""Rules of a change: only a comparison can see them, so `check` does not hold them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, Rule
from generator.diagnostics import Severity


def _nothing(_: Case) -> Iterator[Finding]:
    """In one catalogue there is no change to find."""
    yield from ()


DATE_WITHOUT_EVIDENCE: Final = Rule(
    name="date-without-evidence",
    severity=Severity.ERROR,
    reads=Reads.WHOLE,
    find=_nothing,
    page=Path(__file__).with_name("date_without_evidence.md"),
)
COMPARED: Final = (DATE_WITHOUT_EVIDENCE,)
"""`generator.diff` does the finding."""
