"""Put one slip at a time in the code and see that a test fails: `python -m tests.code_mutants`.

Each is told in a line of its own, with the test that failed or why it means the same. They come by
lot, so that what is stopped has tried a fair share.
"""

import argparse
import json
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TextIO

import coverage  # type: ignore[import-not-found]
import pytest

from tests.code_mutants.made import Mutant, mutants
from tests.code_mutants.same import Same, no_more, sames

ROOMS: Final = ("chains", "plan", "checks", "checks/rules")
FAILED: Final = {"killed", "timeout"}
SAME: Final = "same"
TESTS: Final = ("tests/chains", "tests/plan", "tests/checks", "tests/test_checks.py")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rooms", nargs="+", default=ROOMS, choices=ROOMS)
    options.add_argument("--files", nargs="+", default=(), help="these alone, by name")
    options.add_argument("--mutants", type=int, default=0, help="of each room, by lot; 0 is all")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--examples", type=int, default=25, help="at most, of a law")
    options.add_argument("--tests", nargs="+", default=TESTS)
    options.add_argument("--names", type=Path, help="those that this file names, one a line")
    options.add_argument("--out", type=Path, default=Path(".tools/mutation/found.jsonl"))
    asked = options.parse_args()
    measured = coverage.Coverage(
        data_file=None, include=[f"{Path('generator').resolve()}/*"], config_file=False
    )
    measured.start()
    from tests.code_mutants.tried import Trial  # noqa: PLC0415 - the program is measured from here

    made = [mutant for file in _files(asked) for mutant in mutants(file)]
    entries = [entry for room in asked.rooms for entry in sames(room)]
    chosen = [each for room in asked.rooms for each in _drawn(room, made, asked)]
    random.Random(asked.seed).shuffle(chosen)  # noqa: S311 - what is stopped has tried a fair share
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    with asked.out.open("a", encoding="utf-8") as file:
        tell = _Telling(file, entries)
        trial = Trial(mutants=chosen, tell=tell, measured=measured, examples=asked.examples)
        ended = pytest.main([*asked.tests, "-q", "-p", "no:cacheprovider"], plugins=[trial])
    sys.stdout.write("\n")
    for room in asked.rooms:
        ends = tell.counts[room]
        sys.stdout.write(f"{room}: {ends.total()} tried, {dict(ends)}\n")
    gone = [f"{each} is no slip any more" for each in no_more(entries, made, _files(asked))]
    for fault in (*tell.faults, *gone):
        sys.stdout.write(f"same/: {fault}\n")
    return int(ended) or int(bool(tell.faults or gone))


def _files(asked: argparse.Namespace) -> list[Path]:
    files = (file for room in asked.rooms for file in sorted(Path("generator", room).glob("*.py")))
    return [file for file in files if not asked.files or file.name in asked.files]


def _drawn(room: str, made: list[Mutant], asked: argparse.Namespace) -> list[Mutant]:
    made = [mutant for mutant in made if mutant.room == room]
    if asked.names:
        names = {*asked.names.read_text("utf-8").splitlines()}
        made = [mutant for mutant in made if mutant.name in names]
    lot = random.Random(f"{asked.seed} {room}")  # noqa: S311 - to be drawn alike again
    return lot.sample(made, min(asked.mutants or len(made), len(made)))


@dataclass
class _Telling:
    file: TextIO
    entries: list[Same]
    faults: list[str] = field(default_factory=list)
    """Of the list of slips that mean the same."""
    counts: dict[str, Counter[str]] = field(
        default_factory=lambda: {room: Counter() for room in ROOMS}
    )

    def __call__(self, mutant: Mutant, end: str, test: str, seconds: float) -> None:
        entry = next((each for each in self.entries if each.is_of(mutant)), None)
        if entry and end in FAILED:
            self.faults.append(f"{entry} does not mean the same to {test}")
        elif entry:
            end, test = SAME, entry.why
        self.counts[mutant.room][end] += 1
        row = {"mutant": mutant.name, "slip": mutant.told(), "end": end, "test": test}
        self.file.write(
            json.dumps({**row, "seconds": round(seconds, 2)}, ensure_ascii=False) + "\n"
        )
        self.file.flush()


if __name__ == "__main__":
    sys.exit(main())
