"""Each peer in an environment of its own, with the versions in `pinned/`."""

import sys
from pathlib import Path

from bench.process import FailedError, run

PINNED = Path(__file__).parent / "pinned"


def environment(name: str, folder: Path) -> Path:
    """The environment's folder, made or renewed if need be. Raises FailedError."""
    pinned = PINNED / f"{name}.txt"
    made, stamp = folder / name, folder / name / "pinned.txt"
    if stamp.is_file() and stamp.read_bytes() == pinned.read_bytes():
        return made
    folder.mkdir(parents=True, exist_ok=True)
    run((sys.executable, "-m", "venv", "--clear", made), folder)
    pip = (made / "bin/python", "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes")
    run((*pip, "--requirement", pinned), folder)
    stamp.write_bytes(pinned.read_bytes())
    return made


def version(name: str) -> str:
    """The peer's own version, the first that its list of pins is named after."""
    package = {"mkdocs": "mkdocs-material"}.get(name, name)
    for line in (PINNED / f"{name}.txt").read_text("utf-8").splitlines():
        pinned, _, number = line.partition("==")
        if pinned == package:
            return number.split()[0]  # its hashes follow
    raise FailedError(f"{name} is not pinned")
