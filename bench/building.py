"""Cold builds of Startklar and its peers in alternation, and Startklar's builds after a change."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench import places, site_files
from bench.one_line import one_line
from bench.peers import hugo, mkdocs, sphinx_needs
from bench.peers.environments import environment
from bench.peers.peer import Peer
from bench.process import FailedError, peak, run
from bench.progress import say
from bench.startklar_kept import FOLDER, kept_there

Measured = dict[str, Any]

_HALF = 250
_LARGE = 2_500
_ROUNDS = {25: 5, 250: 5, 2_500: 5}
_SLOW = {
    "mkdocs": {250: 3, 2_500: 2},
    "zensical": {250: 3, 2_500: 2},
    "sphinx-needs": {25: 3, 250: 2},
    "hugo-whole": {2_500: 0},
}
"""Peers that take long are run fewer times, so that the whole stays short.

With every service on every page Hugo writes gigabytes at 2,500, which is no page of ours.
"""
_CHANGES = 5
_LONGEST = 240.0
"""Seconds that one build may take; what takes longer is told as not measured."""
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
STARTKLAR: tuple[str | Path, ...] = (sys.executable, "-m", "generator")


def startklar(catalogue: Path) -> Peer:
    site = catalogue / "site"
    kept = (catalogue / FOLDER, site.with_name(f".{site.name}-aside"))
    environment = {**QUIET, **kept_there(catalogue)}
    return Peer("startklar", (*STARTKLAR, "build"), catalogue, site, environment, kept)


def built(services: int, root: Path = places.ROOT) -> Path:
    """The site of the catalogue of that size, as it is built now."""
    own = startklar(places.catalogue(services, root))
    run(own.command, own.folder, own.environment)
    return own.output


def builds(services: int, root: Path = places.ROOT, rounds: int | None = None) -> Measured:
    """Wall and processor seconds by generator, in the order run, and what each leaves on disk."""
    own = startklar(places.catalogue(services, root))
    built(services, root)  # the peers are given what this leaves
    met, failed = _peers(services, root, own.output)
    spent: dict[str, Any] = {each.name: {"wall": [], "processor": []} for each in (own, *met)}
    for number in range(rounds or _ROUNDS.get(services, 1)):
        for each in (own, *met):
            if number >= _SLOW.get(each.name, {}).get(services, number + 1):
                continue
            say(f"{services} services, round {number + 1}: {each.name}")
            each.forget()
            os.sync()
            try:
                cost = run(each.command, each.folder, each.environment, longest=_LONGEST)
            except FailedError as error:
                failed[each.name] = _briefly(error)
                continue
            spent[each.name]["wall"].append(cost.wall)
            spent[each.name]["processor"].append(cost.processor)
    for each in (own, *met):
        spent[each.name] |= _left(each.output)
    for each in met:
        each.forget()  # gigabytes, at thousands of services
    return {"generators": spent, "failed": failed}


def _peers(services: int, root: Path, site: Path) -> tuple[list[Peer], dict[str, str]]:
    """Those that can be installed and given the pages, and why the others cannot."""
    found: list[Peer] = []
    failed: dict[str, str] = {}
    for name, settle in _MAKERS.items():
        if name == "sphinx-needs" and services > _HALF:
            continue
        say(f"{services} services: the pages for {name}")
        try:
            made = environment(name, root / "env")
            found += settle(site, made, places.peer(name, services, root))
        except (FailedError, OSError, StopIteration) as error:
            failed[name] = _briefly(error)
    return found, failed


def _hugo(site: Path, made: Path, folder: Path) -> Iterator[Peer]:
    hugo.make(site, folder)
    return (hugo.contender(name, made, folder) for name in hugo.NAVIGATIONS)


def _mkdocs(site: Path, made: Path, folder: Path) -> list[Peer]:
    mkdocs.make(site, folder)
    return [mkdocs.mkdocs(made, folder)]


def _zensical(site: Path, made: Path, folder: Path) -> list[Peer]:
    mkdocs.make(site, folder)
    return [mkdocs.zensical(made, folder)]


def _sphinx_needs(site: Path, made: Path, folder: Path) -> list[Peer]:
    sphinx_needs.make(site, folder)
    return [sphinx_needs.contender(made, folder)]


_MAKERS: dict[str, Callable[[Path, Path, Path], Any]] = {
    "hugo": _hugo,
    "mkdocs": _mkdocs,
    "zensical": _zensical,
    "sphinx-needs": _sphinx_needs,
}


def _briefly(error: Exception) -> str:
    """The last thing that the program said."""
    return ([*str(error).splitlines(), type(error).__name__])[-2 if str(error) else -1].strip()


def _left(output: Path) -> Measured:
    files = [each for each in output.rglob("*") if each.is_file()]
    return {
        "files": len(files),
        "pages": sum(1 for each in files if each.suffix == ".html"),
        "bytes": sum(each.stat().st_size for each in files),
    }


def memory(services: int, root: Path = places.ROOT) -> int:
    """The most bytes that a cold build has at once, all its processes together."""
    own = startklar(places.catalogue(services, root))
    own.forget()
    say(f"{services} services: memory")
    return peak(own.command, own.folder, own.environment)


def once(services: int, root: Path = places.ROOT) -> Measured:
    """One cold build, with its memory looked at on the way."""
    own = startklar(places.catalogue(services, root))
    own.forget()
    say(f"{services} services: one build")
    os.sync()
    begin = time.perf_counter()
    most = peak(own.command, own.folder, own.environment)
    return {"wall": time.perf_counter() - begin, "memory": most, **_left(own.output)}


def changed(services: int, root: Path = places.ROOT) -> Measured:
    """Builds after one changed line with the site standing, and what they do to its files.

    `cold` are the builds before and after them, of nothing. `moved` are those that the last change
    made new or other; `differing` those that a cold build of the changed catalogue has otherwise,
    by a single byte.
    """
    own = startklar(places.catalogue(services, root))
    line = one_line(own.folder)
    line.write(0)
    own.forget()
    colds = [_settled(own)]
    walls, before = [], site_files.digests(own.output)
    for number in range(1, _CHANGES + 1):
        say(f"{services} services, changed line {number}")
        line.write(number)
        walls.append(_settled(own))
    warm = site_files.digests(own.output)
    own.forget()
    colds.append(_settled(own))
    cold = site_files.digests(own.output)
    moved = site_files.differing(before, cold)
    new = [own.output / each for each in moved if each in cold]
    line.write(0)
    return {
        "wall": walls,
        "cold": colds,
        "files": len(cold),
        "differing": site_files.differing(warm, cold),
        "moved": {
            "files": len(new),
            "pages": sum(1 for each in new if each.suffix == ".html"),
            "sent": sum(map(site_files.sent, new)),
        },
    }


def _settled(own: Peer) -> float:
    """The wall seconds of a build, when all that others wrote is on the disk: it waits for that."""
    os.sync()
    return run(own.command, own.folder, own.environment).wall
