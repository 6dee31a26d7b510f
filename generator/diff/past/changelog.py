"""The history of a data folder becomes what readers are told of it."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

import generator
from generator.diff.sides.revision import FETCH_THE_REST, Commits, Repository
from generator.load import UnreadableError
from generator.store import Store
from generator.views.changelog import Changelog, Edition

KEPT: Final = ".startklar/changes"
"""The folder of editions from earlier builds, inside the project's."""

_FORM: Final = TypeAdapter(Edition | None)
_PACKAGES: Final = ("holidays", "rapidfuzz")
"""Others' work that decides what an edition says."""


def changelog(data: Path, kept: Path, most: int) -> Changelog | str:
    """What the latest commits have changed for readers, or in a sentence why that is not told.

    As many commits as asked for are looked at, whether they changed anything or not.
    """
    repository = Repository(data)
    try:
        commits = repository.log()
        if repository.is_shallow:
            return f"bara en del av historiken är hämtad hit; {FETCH_THE_REST}"
        if not commits:
            return f"mappen `{data.as_posix()}` har ingen historik i git"
        store = Store(kept, _makings(repository.folder))
        editions = tuple(_editions(repository, commits, store, most))
    except UnreadableError as error:
        return str(error).partition("; ange två mappar")[0]
    looked_at = min(most, len(commits) - 1)
    return Changelog(
        editions=editions,
        since=commits[looked_at][1],
        whole=looked_at == len(commits) - 1,
    )


def _editions(
    repository: Repository, commits: Commits, store: Store, most: int
) -> Iterator[Edition]:
    make: Callable[[int], Edition | None] | None = None
    for number, (commit, _) in enumerate(commits[:most]):
        key = store.key(commit)
        kept = _kept(store, key)
        if kept is None:
            make = make or _making(repository, commits)
            kept = (make(number),)
            store.put(key, _FORM.dump_json(kept[0]))
        if kept[0] is not None:
            yield kept[0]
    store.prune()


def _making(repository: Repository, commits: Commits) -> Callable[[int], Edition | None]:
    """Imported when an edition is not kept: a build mostly finds them all."""
    from generator.diff.past.edition import edition  # noqa: PLC0415 - as said
    from generator.diff.past.history import History  # noqa: PLC0415 - as said

    return partial(edition, History(repository, commits))


def _makings(data: str) -> Iterator[tuple[str, bytes]]:
    """What every edition is made of besides its commit, which settles every commit before it."""
    yield "data", data.encode()
    for package in _PACKAGES:
        yield package, version(package).encode()
    program = Path(generator.__file__).parent
    for file in sorted(program.rglob("*.py")):
        yield file.relative_to(program).as_posix(), file.read_bytes()


def _kept(store: Store, key: str) -> tuple[Edition | None] | None:
    """What was kept of a commit, which may be nothing; None if it is not there whole."""
    content = store.get(key)
    try:
        return None if content is None else (_FORM.validate_json(content),)
    except ValidationError:
        return None
