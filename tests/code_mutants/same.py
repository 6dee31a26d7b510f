"""Slips that mean the same as what stood there, so that no test can tell them: each says why.

They stand in `same/`, a file for each room. They are tried like all others: when a test fails at
one after all, or when no such slip is made any more, that is a fault of the list.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from tests.code_mutants.made import Mutant

FOLDER: Final = Path(__file__).with_name("same")


@dataclass(frozen=True, slots=True)
class Same:
    file: Path
    function: str
    slip: str
    """As it is told."""
    line: str
    """What stands on the line, if the slip means the same on that line alone."""
    why: str

    def is_of(self, mutant: Mutant) -> bool:
        return (
            (self.file, self.function) == (mutant.file, mutant.function)
            and self.slip == mutant.told()
            and self.line in {"", mutant.line}
        )

    def __str__(self) -> str:
        return f"{self.file} {self.function}: {self.slip}"


def sames(room: str) -> Iterator[Same]:
    """Those of a room's file: `name.py: [{function, slips, line, why}]`; line may be left out."""
    path = FOLDER / f"{room.replace('/', '-')}.yaml"
    files: dict[str, list[dict[str, Any]]] = {}
    if path.exists():
        files = yaml.safe_load(path.read_text("utf-8"))
    for name, groups in files.items():
        for group in groups:
            file, line = Path("generator", room, name), group.get("line", "")
            for slip in group["slips"]:
                yield Same(file, group["function"], slip, line, group["why"])


def no_more(
    entries: Iterable[Same], made: Iterable[Mutant], files: Collection[Path]
) -> Iterator[Same]:
    """Entries of those files that no slip answers to."""
    slips = {(m.file, m.function, m.told(), line) for m in made for line in ("", m.line)}
    for entry in entries:
        key = (entry.file, entry.function, entry.slip, entry.line)
        if entry.file in files and key not in slips:
            yield entry
