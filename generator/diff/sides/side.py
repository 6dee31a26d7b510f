"""The two things that are compared: each a data folder, or what it held in a git revision."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks import CheckedCatalogue, check
from generator.checks.wording import quote
from generator.diagnostics import Report
from generator.diff.sides.revision import Repository
from generator.load import Loaded, UnreadableError, load
from generator.load.reading import load_bytes
from generator.plan import today as plan_today


@dataclass(frozen=True, slots=True)
class Side:
    """What was read, all that it says of other days included, and what is wrong with it."""

    name: str
    """As a reader of the comparison knows it: a folder or a revision."""
    loaded: Loaded
    checked: CheckedCatalogue | Report
    """What is in force on the day of the comparison; only the report when there are errors."""

    @property
    def report(self) -> Report:
        return self.checked if isinstance(self.checked, Report) else self.checked.report

    @property
    def proven(self) -> CheckedCatalogue | None:
        """None when it has errors: nothing can be planned or published from it."""
        return None if isinstance(self.checked, Report) else self.checked


def side(written: str | None, data: Path, today: date | None) -> Side:
    """The folder or the revision; by default the working tree's data folder.

    Rules that look at the age of a fact count from the day, by default today.
    Raises UnreadableError with what to do if it cannot be read.
    """
    if written is None:
        return _of(data.as_posix(), load(data), today)
    folder, repository = Path(written), Repository(data)
    if "\0" in written or not folder.is_dir():
        return _of(written, load_bytes(repository.files(written)), today)
    if folder.name == written and _is_revision(repository, written):
        both = f"{quote(written)} är både en mapp och en revision i git"
        raise UnreadableError(f"{both}; skriv `./{written}` för mappen eller `heads/{written}`")
    return _of(written, load(folder), today)


def _of(name: str, loaded: Loaded, today: date | None) -> Side:
    day = today or plan_today.today(loaded.catalogue.guide)
    return Side(name, loaded, check(loaded, as_of=day))


def _is_revision(repository: Repository, written: str) -> bool:
    try:
        return repository.commit(written) is not None
    except UnreadableError:
        return False
