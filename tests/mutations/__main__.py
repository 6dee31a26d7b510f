"""Break the catalogue in one way at a time: `python -m tests.mutations --mutants 2000`."""

import argparse
import sys
from collections import Counter

from tests.mutations.drawn import drawn
from tests.mutations.mutant import wrong


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mutants", type=int, default=2000)
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    counts: Counter[str] = Counter()
    failed = 0
    kinds: set[str] = set()
    for world, kind, mutant in drawn(asked.mutants, asked.seed):
        counts[kind.verdict.value] += 1
        kinds.add(kind.name)
        if fault := wrong(world, kind, mutant):
            failed += 1
            where = f"{world.name}/{mutant.at[0]}:{mutant.at[1]}"
            sys.stdout.write(f"{kind.name} ({where}, {mutant.what}): {fault}\n")
    told = ", ".join(f"{number} {verdict}" for verdict, number in counts.items())
    sys.stdout.write(f"{len(kinds)} kinds, {counts.total()} mutants: {told}; {failed} went wrong\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
