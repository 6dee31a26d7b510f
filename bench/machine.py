"""The machine and the programs, without names of hosts or folders."""

import os
import platform
import time
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

from bench.peers.environments import version

_PEERS = ("hugo", "mkdocs", "zensical", "sphinx-needs")
_KILOBYTE = 1024
_LOOK = 2.0


def machine() -> dict[str, Any]:
    return {
        "processor": _field("/proc/cpuinfo", "model name"),
        "cores": os.cpu_count() or 0,
        "memory": int(_field("/proc/meminfo", "MemTotal").split()[0]) * _KILOBYTE,
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "disk": _disk(Path(__file__)),
        "python": platform.python_version(),
        "busy": round(_busy(), 2),
    }


def versions() -> dict[str, str]:
    own = {each: installed(each) for each in ("mkdocs", "pyyaml", "pydantic", "jinja2")}
    return own | {name: version(name) for name in _PEERS}


def _busy() -> float:
    """How many cores others keep busy, for a moment's look."""
    before = _spent()
    time.sleep(_LOOK)
    now = _spent()
    spent, idle = (now[at] - before[at] for at in (0, 1))
    return (os.cpu_count() or 1) * (1 - idle / spent) if spent else 0.0


def _spent() -> tuple[int, int]:
    """All ticks of all cores, and those in which nobody wanted them."""
    ticks = [int(each) for each in Path("/proc/stat").read_text("ascii").split("\n")[0].split()[1:]]
    return sum(ticks), ticks[3] + ticks[4]


def _field(file: str, name: str) -> str:
    for line in Path(file).read_text("utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return "unknown 0"


def _disk(file: Path) -> str:
    """The file system that the file lies on, and its kind of disk."""
    points = [line.split() for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    under = [each for each in points if file.resolve().is_relative_to(each[1])]
    return max(under, key=lambda each: len(each[1]))[2] if under else "unknown"
