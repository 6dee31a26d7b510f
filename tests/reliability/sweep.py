"""Refuses the 1st, 2nd, … nth thing that a build asks of the disk.

After each, the published site is the old one or the new one to the byte, and what was said is so.
"""

import argparse
import errno
import json
import os
import random
import sys
from collections import Counter
from pathlib import Path

import click

from tests.reliability.building import TRACEBACK, Ended, Standing, build, small_guide
from tests.reliability.failing_disk import FailingDisk

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


def asked(project: Path) -> list[str]:
    """Everything that a build asks, in order."""
    answer = project.with_name("asked")

    disk = FailingDisk(0, 0)
    ended = build(project, disk.install, lambda: answer.write_text(json.dumps(disk.asked)))
    assert ended.code == 0, ended.said
    return list(json.loads(answer.read_text()))


def fault(ended: Ended, standing: Standing) -> str | None:
    """What is wrong with how it ended."""
    which, told = standing.is_which(), "inget har publicerats" in ended.said
    if ended.code == TRACEBACK or "Traceback" in ended.said:
        return f"a traceback: {ended.said[-1500:]}"
    if (ended.code, which, told) not in {(0, "new", False), (2, "old", True)}:
        return f"exit {ended.code}, the {which} site, said {ended.said!r}"
    if left := standing.left_beside():
        return f"left {left}"
    return None


def points(count: int) -> list[tuple[int, int, bool]]:
    """Which call is refused, with what, and whether for good."""
    ways = [(error, False) for error in ERRORS] + [(errno.ENOSPC, True)]
    return [(number, *way) for number in range(1, count + 1) for way in ways]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--points", type=int, default=0, help="so many, drawn by lot; 0 for all")
    most = parser.parse_args().points
    faults, codes, kinds = [], Counter[int](), Counter[str]()
    with small_guide() as project:
        standing = Standing(project)
        calls = asked(project)
        standing.restore()
        chosen = points(len(calls))
        lot = random.Random(8)  # noqa: S311 - to be drawn alike again
        for number, error, for_good in lot.sample(chosen, most) if most else chosen:
            disk = FailingDisk(number, error, for_good)
            ended = build(project, disk.install)
            codes[ended.code] += 1
            kinds[calls[number - 1]] += 1
            if found := fault(ended, standing):
                name = f"{number} of {len(calls)} ({calls[number - 1]})"
                faults.append(f"{name} {errno.errorcode[error]} for_good={for_good}: {found}")
                click.echo(faults[-1])
            if standing.is_which() != "old":
                standing.restore()
    click.echo(
        f"{codes.total()} of {len(chosen)} refusals at {len(calls)} calls: {dict(kinds)};"
        f" exit codes {dict(codes)}; faults {len(faults)}"
    )
    return bool(faults)


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    sys.exit(main())
