"""Refuses the 1st, 2nd, … nth thing that a build asks of the disk, each in four ways.

After each, the published site is the old one or the new one to the byte, what was said is so, and
from what is left on the disk the next build publishes the new one. Whole, this is done to a small
guide with every kind of output, built for the first time and built where two builds stand. With
`--points` so many are drawn by lot, also of `--only real`, the guide in `data/`.
"""

import argparse
import errno
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import click

from tests.reliability.projects import PREPARED
from tests.reliability.refusing import ERRORS, Case, Refusing, Tried

WAYS = [*((error, False) for error in ERRORS), (errno.ENOSPC, True)]
WHOLE = ("first", "again")
PROCESSES = 2


@dataclass(frozen=True)
class Share:
    """What one process tries, in a project of its own."""

    guide: str
    number: int
    points: int
    """So many in all shares, drawn by lot; 0 for all that there are."""


@dataclass(frozen=True)
class Swept:
    calls: list[str]
    tried: list[Tried]


def sweep(share: Share) -> Swept:
    with PREPARED[share.guide]() as standing:
        refusing = Refusing(standing)
        calls = refusing.asked()
        cases = chosen(len(calls), share.points)[share.number :: PROCESSES]
        return Swept(calls, [refusing.tried(case) for case in cases])


def chosen(calls: int, points: int) -> list[Case]:
    """Which call is refused, with what, and whether for good."""
    cases = [Case(number, *way) for number in range(1, calls + 1) for way in WAYS]
    lot = random.Random(8)  # noqa: S311 - to be drawn alike again
    return lot.sample(cases, points) if points else cases


def faults(shares: list[Swept], points: int, *, in_turn: bool) -> Iterator[str]:
    """What went wrong, and what was passed over: the sweep is as good as it is whole."""
    calls = shares[0].calls
    if in_turn and any(share.calls != calls for share in shares):
        yield "another build asks for something else"
    left = Counter(chosen(len(calls), points))
    for tried in (each for share in shares for each in share.tried):
        case, call = tried.case, calls[tried.case.number - 1]
        where = f"{case.number} of {len(calls)} ({call}) {errno.errorcode[case.error]}"
        if in_turn and tried.refused != call:
            yield f"{where}: refused was {tried.refused}"
        if tried.fault:
            yield f"{where} for_good={case.for_good}: {tried.fault}"
        left[case] -= 1
    yield from (f"{case} was not tried once" for case, times in left.items() if times)


def told(guide: str, points: int) -> list[str]:
    """The faults of a guide's sweep, which is told of."""
    shares = [Share(guide, number, points) for number in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES, get_context("fork")) as pool:
        swept = list(pool.map(sweep, shares))
    found = list(faults(swept, points, in_turn=guide in WHOLE))
    tried = [each for share in swept for each in share.tried]
    calls = swept[0].calls
    click.echo(
        f"{guide}: {len(calls)} calls, {len(WAYS)} ways each: {len(tried)} of"
        f" {len(calls) * len(WAYS)} tried, {sum(each.refused is not None for each in tried)} met;"
        f" {dict(Counter(call.split()[0] for call in calls))};"
        f" exit codes {dict(Counter(each.code for each in tried))}; faults {len(found)}"
    )
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=0, help="so many, drawn by lot; 0 for all")
    parser.add_argument("--only", choices=PREPARED, action="append")
    options = parser.parse_args()
    found = [each for guide in options.only or WHOLE for each in told(guide, options.points)]
    for each in found:
        click.echo(each)
    return bool(found)


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    sys.exit(main())
