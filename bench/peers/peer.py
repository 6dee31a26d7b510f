"""A generator that takes part: what to run, where, and what it leaves."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Peer:
    name: str
    command: tuple[str | Path, ...]
    folder: Path
    output: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[Path, ...] = ()
    """What it keeps between builds; without that and its output the next build is cold."""

    def forget(self) -> None:
        """As if it had never been built here."""
        for each in (self.output, *self.kept):
            shutil.rmtree(each, ignore_errors=True)


def fresh(folder: Path) -> None:
    """The folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
