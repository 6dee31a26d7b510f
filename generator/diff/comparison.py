"""Two catalogues side by side: what was changed, what that does, and what may not be done so."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.diff.changes.catalogue import changes
from generator.diff.changes.change import Change
from generator.diff.changes.renames import Renames, renames
from generator.diff.impact.effects import Effects, planned
from generator.diff.impact.evidence import bare_dates
from generator.diff.impact.findings import Findings, findings
from generator.diff.impact.published import Published, published
from generator.diff.impact.samples import touched, unasked
from generator.diff.sides.side import Side
from generator.load import UnreadableError


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    old: Side
    new: Side
    today: date
    """The day that plans and pages are counted from."""
    findings: Findings
    refused: tuple[Diagnostic, ...] = ()
    """Changes that may not be made so, placed in the new files."""
    changes: tuple[Change, ...] = ()
    effects: Effects | None = None
    """None when either side has errors: then nothing can be planned."""
    unasked: tuple[str, ...] = ()
    """Ids of changed services that no plan was made with, since too many were changed at once."""
    published: Published | None = None
    """None as above."""
    renamed: Renames = field(default_factory=Renames)

    @property
    def fails(self) -> bool:
        """Whether the new side may not be published, or the change may not be made so."""
        return bool(self.refused) or self.new.report.errors > 0

    @property
    def compared(self) -> bool:
        """Whether the new files could be read to their end."""
        return self.new.loaded.whole

    @property
    def nothing(self) -> bool:
        """Whether readers meet what they met before."""
        return self.compared and not self.changes


def compare(old: Side, new: Side, today: date, theme: Path | None = None) -> Comparison:
    """With the theme's folder, pages are compared as they are rendered.

    Raises UnreadableError if the old files could not be read to their end.

    What they hold is then not known, and everything would seem to be new.
    """
    if not old.loaded.whole:
        raise UnreadableError(_unreadable(old))
    renamed = renames(old.loaded.catalogue, new.loaded.catalogue) if new.loaded.whole else Renames()
    found = findings(old.report, new.report, renamed)
    if not new.loaded.whole or new.loaded.broken:  # what no rule could look at is not put right
        found = replace(found, resolved=())
    if not new.loaded.whole:
        return Comparison(old=old, new=new, today=today, findings=found)
    made = tuple(changes(old.loaded, new.loaded, renamed))
    return Comparison(
        old=old,
        new=new,
        today=today,
        findings=found,
        refused=tuple(bare_dates(old.loaded, new.loaded, renamed)),
        changes=made,
        effects=_effects(old, new, made, renamed, today),
        unasked=_unasked(old, new, made, renamed),
        published=_published(old, new, today, theme),
        renamed=renamed,
    )


def _effects(
    old: Side, new: Side, made: Iterable[Change], renamed: Renames, today: date
) -> Effects | None:
    before, after = old.proven, new.proven
    if before is None or after is None:
        return None
    return planned(before.catalogue, after.catalogue, made, renamed, today)


def _unasked(old: Side, new: Side, made: Iterable[Change], renamed: Renames) -> tuple[str, ...]:
    before, after = old.proven, new.proven
    if before is None or after is None:
        return ()
    wanted = touched(after.catalogue, made)
    return unasked(before.catalogue, after.catalogue, wanted, renamed)


def _published(old: Side, new: Side, today: date, theme: Path | None) -> Published | None:
    before, after = old.proven, new.proven
    return published(before, after, today, theme) if before and after else None


def _unreadable(old: Side) -> str:
    first = old.report.diagnostics[0]
    where = f"{first.span.file}:{first.span.line}:{first.span.column}"
    what = f"{old.name} går inte att jämföra med, för {where}: {first.message}"
    return f"{what}; rätta filen, eller ange en revision där den går att läsa"
