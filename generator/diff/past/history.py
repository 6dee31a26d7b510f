"""What has been changed for readers over time, from the git history of the data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from generator.checks import CheckedCatalogue, check
from generator.diff.changes.catalogue import changes
from generator.diff.changes.change import Change
from generator.diff.changes.renames import Renames, renames
from generator.diff.impact.concerned import concerned
from generator.diff.impact.effects import Effects, planned
from generator.diff.impact.samples import may_move
from generator.diff.sides.revision import Commits, Repository
from generator.load import Loaded, UnreadableError
from generator.load.reading import load_bytes
from generator.plan.today import countable


@dataclass(frozen=True, slots=True)
class Concerning:
    change: Change
    models: tuple[str, ...]
    """Ids of the care models whose readers it concerns, in written order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What one commit changed."""

    before: Loaded
    after: Loaded
    changes: tuple[Concerning, ...]
    """None, if what was changed is only that entries can or cannot be read."""
    effects: Effects | None
    """On plans made the day of the commit; None when either side has errors."""


class History:
    """The commits that touched the data of a repository, the latest first."""

    def __init__(self, repository: Repository, commits: Commits) -> None:
        self.repository, self.commits = repository, commits
        self._loaded = lru_cache(maxsize=2)(self._load)

    def made(self, number: int) -> Made | None:
        """What the commit of that number changed for readers; None if that is nothing.

        The first commit of all has nothing to be compared with. One whose files cannot be read to
        their end is passed over, and what it changed is told of the next that can. So all depends
        on the commit alone, which settles every commit before it.
        """
        name, when = self.commits[number]
        after = self._loaded(name)
        before = self._before(number)
        if after is None or before is None:
            return None
        renamed = renames(before.catalogue, after.catalogue)
        found = tuple(_concerning(before, after, renamed))
        if not found and after.broken == before.broken:
            return None
        day = when.astimezone(ZoneInfo(after.catalogue.guide.timezone)).date()
        return Made(
            before=before,
            after=after,
            changes=found,
            effects=_effects(before, after, found, renamed, day),
        )

    def _before(self, number: int) -> Loaded | None:
        older = (self._loaded(name) for name, _ in self.commits[number + 1 :])
        return next((loaded for loaded in older if loaded is not None), None)

    def _load(self, commit: str) -> Loaded | None:
        try:
            loaded = load_bytes(self.repository.files(commit))
        except UnreadableError:  # the commit that took the data away, or before it was there
            return None
        return loaded if loaded.whole else None


def _concerning(before: Loaded, after: Loaded, renamed: Renames) -> Iterator[Concerning]:
    models = concerned(before.catalogue, after.catalogue, renamed)
    for change in changes(before, after, renamed):
        yield Concerning(change, models(change))


def _effects(
    before: Loaded,
    after: Loaded,
    found: tuple[Concerning, ...],
    renamed: Renames,
    day: date,
) -> Effects | None:
    """By plans with the catalogues of the day."""
    known = not before.broken and not after.broken
    if known and not may_move(each.change for each in found):
        return Effects()
    if not countable(day):
        return None
    old, new = check(before, as_of=day), check(after, as_of=day)
    if not isinstance(old, CheckedCatalogue) or not isinstance(new, CheckedCatalogue):
        return None
    made = (each.change for each in found)
    return planned(old.catalogue, new.catalogue, made, renamed, day)
