"""READ THIS FIRST: the stages in order, each from one type to the next.

    data/*.yaml ─ load ▶ Loaded ─ check ▶ CheckedCatalogue ─ pages ▶ Page… ─ outputs ▶ site/

`load` reads text and keeps every place; `check` proves, or says in a report why not; `pages` says
what a reader finds where; `outputs` writes it in a form. Commands and hosts call this, and only
this, in order.
"""

from pathlib import Path

from generator.checks import CheckedCatalogue, check, report
from generator.diagnostics import Report
from generator.load import load

__all__ = ["prove", "review"]


def review(data: Path) -> Report:
    """Every fault of the data folder. Raises UnreadableError if it cannot be opened."""
    return report(load(data))


def prove(data: Path, *, strict: bool = False) -> CheckedCatalogue | Report:
    """The catalogue without errors, or the report. Raises UnreadableError as `review` does."""
    return check(load(data), strict=strict)
