"""`make bench`: measures what docs/performance.md and docs/scale.md tell, and writes them.

`python -m bench SECTION…` (`make bench ONLY=…`) measures those sections alone and keeps the rest of
the last results; `python -m bench page` only writes the pages anew. What cannot be measured is told
with its reason.
"""

import json
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import building, checking, leavings, places, plan, planner, reading, scale, serving
from bench.machine import machine, versions
from bench.progress import elapsed, say
from bench.report import PAGES, render

_SMALL, _MIDDLE, _LARGE, _HUGE = 25, 250, 2_500, 25_000
_PROFILED = 120
_LATEST = 900.0
"""No section begins so many seconds after the first, unless it is asked for."""


def _builds() -> dict[str, Any]:
    return {str(size): building.builds(size) for size in (_SMALL, _MIDDLE, _LARGE)}


def _huge() -> dict[str, Any]:
    """One cold build; a site of this size takes a gigabyte, so it goes when all is measured."""
    found = building.once(_HUGE)
    building.startklar(places.catalogue(_HUGE)).forget()
    return found


def _changed() -> dict[str, Any]:
    return {str(size): building.changed(size) for size in (_MIDDLE, _LARGE)}


def _memory() -> dict[str, Any]:
    return {str(size): building.memory(size) for size in (_MIDDLE, _LARGE)}


def _checks() -> dict[str, Any]:
    return {str(size): checking.checks(size) for size in (places.REAL, _MIDDLE, _LARGE)}


def _serve() -> dict[str, Any]:
    return {
        "0": serving.served(places.REAL),
        str(_LARGE): serving.served(_LARGE),
        f"hugo {_LARGE}": serving.served_by_hugo(_LARGE),
    }


def _plan() -> dict[str, Any]:
    return {str(size): plan.planned(size) for size in plan.SIZES}


def _readers() -> dict[str, Any]:
    return {"search": reading.search(_LARGE), "pages": reading.pages(_LARGE)}


def _profile() -> str:
    own = building.startklar(places.catalogue(_LARGE))
    own.forget()
    command = [*map(str, own.command), "--profile"]
    done = subprocess.run(  # noqa: S603 - Startklar itself
        command, cwd=own.folder, capture_output=True, text=True, check=True, timeout=_PROFILED
    )
    return "\n".join(line for line in (done.stdout + done.stderr).splitlines() if line.strip())


_SECTIONS: dict[str, Callable[[], Any]] = {
    "builds": _builds,
    "memory": _memory,
    "changed": _changed,
    "profile": _profile,
    "readers": _readers,
    "serve": _serve,
    "checks": _checks,
    "plan": _plan,
    "planner": planner.keystrokes,
    "scale": scale.measure,
    "huge": _huge,
}


def main(asked: list[str]) -> int:
    if unknown := [each for each in asked if each not in {*_SECTIONS, "page"}]:
        say(f"no such section: {', '.join(unknown)}; there are {', '.join(_SECTIONS)}")
        return 2
    results = _kept(places.RESULTS) if asked else {}
    results |= {} if asked == ["page"] else {"machine": machine(), "versions": versions()}
    results.setdefault("failed", {})
    try:
        _measure(results, asked)
    finally:
        leavings.delete()
    for page in PAGES:
        places.PAGE.with_name(page).write_text(render(results, page), "utf-8")
        say(f"written: {page}")
    return 0


def _measure(results: dict[str, Any], asked: list[str]) -> None:
    for name, measure in _SECTIONS.items():
        if not asked and elapsed() > _LATEST:
            results["failed"][name] = f"no time was left for it; `make bench ONLY={name}` takes it"
        elif not asked or name in asked:
            _take(results, name, measure)
            _keep(results)


def _take(results: dict[str, Any], name: str, measure: Callable[[], Any]) -> None:
    say(f"== {name}")
    results["failed"].pop(name, None)
    try:
        results[name] = measure()
    except Exception as error:  # noqa: BLE001 - one section must not cost the others theirs
        traceback.print_exc()
        results.pop(name, None)
        results["failed"][name] = str(error).splitlines()[0] if str(error) else repr(error)


def _kept(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text("utf-8"))) if file.is_file() else {}


def _keep(results: dict[str, Any]) -> None:
    text = json.dumps(results, indent=1, ensure_ascii=False)
    places.RESULTS.write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
