"""Who says that a fact was checked must say how: a new date with the old evidence is refused."""

from collections.abc import Iterator
from typing import Final

from generator.checks.compared import DATE_WITHOUT_EVIDENCE
from generator.checks.wording import quote
from generator.diagnostics import Diagnostic
from generator.diff.changes.renames import Renames, follow
from generator.load.loaded import Loaded
from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.entry import Entry, Verified
from generator.views import words

_HELP: Final = (
    "skriv hur det kontrollerades den dagen och var svaret finns, i `how` och `source`; "
    "är uppgiften inte kontrollerad på nytt, låt det gamla datumet stå"
)


def bare_dates(old: Loaded, new: Loaded, renamed: Renames) -> Iterator[Diagnostic]:
    """Each `verified` with a later date, and by whom, how and source as they were."""
    before = follow(old.catalogue, renamed)
    for section, id_, was, now in _verified(before, new.catalogue):
        if now.date > was.date and now.model_copy(update={"date": was.date}) == was:
            written = f"{words.day(was.date)} till {words.day(now.date)}"
            yield Diagnostic(
                rule=DATE_WITHOUT_EVIDENCE.name,
                severity=DATE_WITHOUT_EVIDENCE.severity,
                span=new.places.span((section, id_, "verified", "date")),
                message=f"{quote(id_)} är kontrollerad på nytt, {written}, utan nya belägg",
                why=DATE_WITHOUT_EVIDENCE.why,
                help=_HELP,
            )


def _verified(old: Catalogue, new: Catalogue) -> Iterator[tuple[str, str, Verified, Verified]]:
    for section in SECTIONS:
        before: dict[str, Entry] = getattr(old, section)
        for id_, part in getattr(new, section).items():
            was, now = getattr(before.get(id_), "verified", None), getattr(part, "verified", None)
            if was is not None and now is not None:
                yield section, id_, was, now
