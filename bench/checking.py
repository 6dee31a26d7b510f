"""What `startklar check` costs beside a mere reading of the same files, in alternation."""

import sys
from pathlib import Path
from typing import Any

from bench import places
from bench.building import STARTKLAR
from bench.one_line import one_line
from bench.process import run
from bench.progress import say
from bench.startklar_kept import forget, kept_there

_ROUNDS = 7
_READ = """\
import pathlib, yaml
for file in sorted(pathlib.Path("data").glob("*.yaml")):
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
"""
_IMPORT = "import yaml"


def checks(services: int, root: Path = places.ROOT, rounds: int = _ROUNDS) -> dict[str, Any]:
    """Wall and processor seconds: nothing kept, again, after one changed line; and the bars."""
    folder = places.catalogue(services, root)
    line = one_line(folder)
    found: dict[str, dict[str, list[float]]] = {}

    def take(name: str, *command: str | Path) -> None:
        cost = run(command, folder, kept_there(folder))
        each = found.setdefault(name, {"wall": [], "processor": []})
        each["wall"].append(cost.wall)
        each["processor"].append(cost.processor)

    for number in range(rounds):
        say(f"{services or 'real'}: check, round {number + 1}")
        line.write(0)
        forget(folder)
        take("check", *STARTKLAR, "check")
        take("read", sys.executable, "-c", _READ)
        take("import", sys.executable, "-c", _IMPORT)
        take("again", *STARTKLAR, "check")
        line.write(number + 1)
        take("changed", *STARTKLAR, "check")
    line.write(0)
    sizes = [each.stat().st_size for each in (folder / "data").glob("*.yaml")]
    return {"files": len(sizes), "bytes": sum(sizes), "seconds": found}
