"""A generator that takes part: what to run, where, and what it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.leavings import put_away


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
            put_away(each)


def fresh(folder: Path) -> None:
    """The folder, empty."""
    put_away(folder)
    folder.mkdir(parents=True)
