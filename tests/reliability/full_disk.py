"""Builds on a real disk with less and less room, from none at all to enough.

The disk is a small tmpfs in a mount namespace of its own, which needs `unshare` and no rights.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from itertools import product
from pathlib import Path

import click

from generator.outputs.site.spare import KEPT
from tests.reliability.building import build, guide, replaced
from tests.reliability.refusing import fault

SIZE = 96 * 1024 * 1024
INSIDE = "STARTKLAR_TEST_DISK"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=60)
    steps = parser.parse_args().steps
    if INSIDE not in os.environ:
        again = [sys.executable, "-m", "tests.reliability.full_disk", "--steps", str(steps)]
        command = ["unshare", "--mount", "--map-root-user", *again]
        return subprocess.run(command, env={**os.environ, INSIDE: "1"}, check=False).returncode  # noqa: S603
    with tempfile.TemporaryDirectory() as disk:
        subprocess.run(  # noqa: S603
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", disk],  # noqa: S607
            check=True,
        )
        tempfile.tempdir = disk
        try:
            return with_less_room(Path(disk), steps)
        finally:
            subprocess.run(["umount", "--lazy", disk], check=True)  # noqa: S603, S607


def with_less_room(disk: Path, steps: int) -> int:
    ballast, codes, faults = disk / "ballast", Counter[tuple[int, bool]](), list[str]()
    with guide() as project:
        standing = replaced(project, alike=False)
        enough = 2 * sum(file.stat().st_size for file in standing.site.rglob("*"))
        for step, spare in product(range(steps + 1), (True, False)):
            if not spare:  # which gives its room to what takes its place
                shutil.rmtree(project / KEPT)
            room = enough * step // steps
            fill(ballast, room)
            ended = build(project)
            ballast.unlink()
            codes[ended.code, spare] += 1
            if found := fault(ended, standing):
                faults.append(f"{room} bytes of room, spare={spare}: {found}")
                click.echo(faults[-1])
            standing.restore()
    click.echo(
        f"{codes.total()} disks with 0 to {enough} bytes of room; exit code and whether a tree was"
        f" kept: {dict(codes)}; faults {len(faults)}"
    )
    return bool(faults)


def fill(ballast: Path, room: int) -> None:
    """Leave so many bytes of the disk, and what the file of the output takes."""
    found = os.statvfs(ballast.parent)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, found.f_bavail * found.f_frsize - room - 65536)


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    sys.exit(main())
