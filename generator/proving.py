"""The first stages alone, for who asks whether a catalogue holds and publishes nothing.

What only a site needs is not loaded here: that would take longer than the answer.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator.checks import CheckedCatalogue, check
from generator.checks.case import Case
from generator.checks.checking import case_of, report_of
from generator.diagnostics import Report
from generator.load import load, load_bytes
from generator.load.known import Known
from generator.plan.today import today


def review(
    data: Path,
    as_of: date | None = None,
    files: Mapping[str, bytes] | None = None,
    known: Known | None = None,
    *,
    beside: Callable[[Case], object] = lambda _: None,
) -> tuple[Case, Report]:
    """Every fault of the data folder, by default today; of files already read if they are given.

    What is known of them before is not worked out again, and beside the graphs something is done.
    Raises UnreadableError if the folder cannot be opened.
    """
    with undisturbed():
        loaded = load(data, known) if files is None else load_bytes(files, known)
        case = case_of(loaded, as_of or today(loaded.catalogue.guide))
        return case, report_of(case, beside=beside)


def prove(
    data: Path, as_of: date | None = None, *, strict: bool = False, known: Known | None = None
) -> CheckedCatalogue | Report:
    """The catalogue without errors, or the report. Raises UnreadableError as `review` does."""
    with undisturbed():
        loaded = load(data, known)
        return check(loaded, as_of=as_of or today(loaded.catalogue.guide), strict=strict)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without looks for cycles: what is read and worked out holds none, and is kept to the end.

    At 2,500 services they took a seventh of the time of a check; and the first look afterwards,
    through all that was new, a twentieth: it is all made old instead.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
