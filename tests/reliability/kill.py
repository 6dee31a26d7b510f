"""Kills builds at moments drawn by lot, and starts two at once.

After each kill the published site is the old one or the new one, and the next build clears away.
"""

import argparse
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import click

from tests.reliability.building import Standing, begin, build, guide, killed, replaced

SOUND = {
    "killed, old site",
    "killed with leftovers, old site",
    "killed with leftovers, new site",
    "killed, new site",
    "ended, new site",
}
"""What may be found: the old or the new, and what was left is gone with the next build."""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=8)
    options = parser.parse_args()
    lot = random.Random(options.seed)  # noqa: S311 - to be drawn alike again
    found, faults = Counter[str](), list[str]()
    with guide() as project:
        standing = replaced(project)
        longest = build(project).seconds
        while found.total() < options.times:
            moment = lot.uniform(0, longest)
            which = kill_after(moment, project, standing)
            found[which] += 1
            if which not in SOUND:
                faults.append(f"killed after {moment:.3f} s: {which}")
                click.echo(faults[-1])
        faults += two_at_once(project, standing)
    click.echo(f"{options.times} kills, drawn from seed {options.seed}: {dict(found)}")
    click.echo(f"two at once: one after the other; faults {len(faults)}")
    return bool(faults)


def kill_after(moment: float, project: Path, standing: Standing) -> str:
    """What was found of a build that was killed then, or had come to its end."""
    standing.restore()
    child = begin(project)
    time.sleep(moment)
    ended_by_itself = os.WIFEXITED(killed(child))
    beside = (project / ".site-aside").exists()
    which = standing.is_which()
    if left := standing.left_beside():
        return f"the {which} site; not cleared away: {left}"
    if standing.is_which() != which:
        return f"the {which} site, then another"
    what = "ended" if ended_by_itself else "killed with leftovers" if beside else "killed"
    return f"{what}, {which} site"


def two_at_once(project: Path, standing: Standing) -> list[str]:
    """The faults."""
    standing.restore()
    ends = [os.waitpid(child, 0)[1] for child in [begin(project), begin(project)]]
    which = standing.is_which()
    return [] if ends == [0, 0] and which == "new" else [f"two at once: {ends}, {which} site"]


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    sys.exit(main())
