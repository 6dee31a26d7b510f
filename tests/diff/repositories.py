"""Catalogues in folders, and a git repository around them that nobody's settings reach."""

import os
import subprocess
from pathlib import Path

from tests.diff.worlds import WORLD
from tests.pages.rendered import BASE

LONGER = WORLD.replace("lead_time: 14d", "lead_time: 28d")


def write(folder: Path, text: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "base.yaml").write_text(BASE, encoding="utf-8")
    (folder / "test.yaml").write_text(text, encoding="utf-8")
    return str(folder)


def begin(folder: Path) -> None:
    """Makes the folder a repository, and all that is in it the first commit of `main`."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "En")


def git(folder: Path, *arguments: str) -> None:
    env = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    who = ["-c", "user.name=R", "-c", "user.email=r@example.se", "-c", "protocol.file.allow=always"]
    command = ["git", *who, "-C", str(folder), *arguments]
    subprocess.run(command, check=True, capture_output=True, env=env)  # noqa: S603
