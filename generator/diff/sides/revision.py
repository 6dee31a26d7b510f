"""The data folder as it was in a git revision, read through `git` and into memory."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from generator.checks.nearest import nearest
from generator.checks.wording import quote
from generator.data_files import is_data
from generator.load import UnreadableError

_QUIET: Final = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
_COMMIT: Final = re.compile("[0-9a-f]{40,64}")
_FILE: Final = "100644", "100755"
"""Git's modes of what is a file and neither a link nor a folder."""

Commits = list[tuple[str, datetime]]
"""Names of commits, and when each was made."""
FETCH_THE_REST: Final = (
    "hämta resten med `git fetch --unshallow`, eller i GitHub Actions `fetch-depth: 0`"
)
"""What to do where only some of the history is."""
_UNSAFE_DIRECTORY: Final = "dubious ownership"


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository in which a data folder lies, or lay."""

    data: Path

    @property
    def _beside(self) -> Path:
        """The nearest folder above the data that is there; git is run in it.

        Data that is a whole repository has nothing above it.
        """
        if (self._absolute / ".git").exists():
            return self._absolute
        return next(folder for folder in self._absolute.parents if folder.is_dir())

    @property
    def _absolute(self) -> Path:
        return Path(os.path.abspath(self.data))  # noqa: PTH100 - a link is not to be followed

    def commit(self, revision: str) -> str | None:
        """The full name of the commit that the revision names; None if there is none."""
        if revision.startswith("-") or not revision or not revision.isprintable():
            return None
        found = self._git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
        name = found.stdout.decode().strip()
        return name if _COMMIT.fullmatch(name) else None  # of a range, git names two

    def files(self, revision: str) -> dict[str, bytes]:
        """The data files of the revision, by their paths.

        Raises UnreadableError with what to do if there is no git, repository, revision or folder.
        """
        self._require()
        commit = self.commit(revision)
        if commit is None:
            raise UnreadableError(self._no_revision(revision))
        found = {path: self._blob(blob) for path, blob in self._tree(commit, self.folder)}
        if not found:
            what = (
                f"i revisionen {quote(revision)} finns ingen YAML-fil i mappen {quote(self.data)}"
            )
            raise UnreadableError(f"{what}; ange mappen som katalogen låg i då med `--data`")
        return found

    def parted(self, branch: str) -> str:
        """The commit where the branch and what is checked out parted.

        Raises UnreadableError as `files` does, and if they have no history in common.
        """
        self._require()
        commit = self.commit(branch)
        if commit is None:
            raise UnreadableError(self._no_revision(branch))
        found = self._git("merge-base", commit, "HEAD")
        if found.returncode == 0:
            return found.stdout.decode().strip()
        how = FETCH_THE_REST if self.is_shallow else "ange grenen som ändringen utgår från"
        what = f"{quote(branch)} och det som är utcheckat har ingen historik gemensamt"
        raise UnreadableError(f"{what}; {how}")

    def log(self) -> Commits:
        """Each commit that changed the data of the branch, and when, in UTC; the latest first.

        What was merged is one commit: the readers of the branch met it all at once. Raises
        UnreadableError as `files` does. A shallow clone has but the last of them.
        """
        self._require()
        asked = "log", "--first-parent", "--no-show-signature", "--format=%H %ct"
        listed = self._asked(*asked, "--", f"{self.folder}/").decode()
        rows = (line.split() for line in listed.splitlines())
        return [(commit, datetime.fromtimestamp(int(made), UTC)) for commit, made in rows]

    @property
    def folder(self) -> str:
        """The data folder as it is named in the repository, from where git is run."""
        return self._absolute.relative_to(self._beside).as_posix()

    @property
    def is_shallow(self) -> bool:
        """Whether only a part of the history is here."""
        return self._asked("rev-parse", "--is-shallow-repository").strip() == b"true"

    def _tree(self, commit: str, folder: str) -> Iterator[tuple[str, str]]:
        listed = self._asked("ls-tree", "-z", commit, "--", f"{folder}/")
        for row in filter(None, listed.decode(errors="replace").split("\0")):
            facts, _, path = row.partition("\t")
            mode, _, blob = facts.split()
            if mode in _FILE and is_data(PurePosixPath(path)):
                yield path, blob

    def _blob(self, name: str) -> bytes:
        return self._asked("cat-file", "blob", name)

    def _require(self) -> None:
        done = self._git("rev-parse", "--git-dir")
        if done.returncode == 0:
            return
        if _UNSAFE_DIRECTORY in done.stderr.decode(errors="replace"):
            why = "ägs av någon annan, och då läser git det inte; kör `git config --global --add"
            raise UnreadableError(f"gitförrådet {why} safe.directory {self._beside}`")
        where = f"mappen {quote(self._beside)} ligger inte i ett gitförråd"
        raise UnreadableError(f"{where}; ange två mappar med data i stället för revisioner")

    def _no_revision(self, revision: str) -> str:
        what = f"{quote(revision)} är varken en mapp eller en revision i git"
        if ".." in revision and not revision.startswith("."):
            return f"{what}; skriv de två revisionerna med blanksteg emellan"
        meant = nearest(revision, self._names())
        if meant is not None and meant != revision:
            return f"{what}; menar ni {quote(meant)}?"
        if self.is_shallow:
            return f"{what}: bara en del av historiken är hämtad hit; {FETCH_THE_REST}"
        return (
            f"{what}; hämta den med `git fetch`, eller se vilka som finns med `git log --oneline`"
        )

    def _names(self) -> list[str]:
        listed = self._asked("for-each-ref", "--format=%(refname:short)")
        return listed.decode(errors="replace").split()

    def _asked(self, *arguments: str) -> bytes:
        done = self._git(*arguments)
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip().splitlines()
            raise UnreadableError(f"git svarar «{said[0] if said else done.returncode}»")
        return done.stdout

    def _git(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = ["git", "-C", str(self._beside), *arguments]
        try:
            return subprocess.run(  # noqa: S603 - a list of arguments, no shell; see `commit`
                command, capture_output=True, check=False, env={**os.environ, **_QUIET}
            )
        except OSError as error:
            why = "programmet git finns inte på datorn eller går inte att köra"
            raise UnreadableError(f"{why}; ange två mappar med data i stället") from error
