"""What is built and served at each size, and how it grows: the numbers of docs/scale.md."""

import shutil
import time
from pathlib import Path
from typing import Any

from bench import places, site_files
from bench.building import QUIET, STARTKLAR, built
from bench.leavings import put_away
from bench.process import run
from bench.progress import say

_SIZES = (25, 250, 2_500)
_PAPERS = 25


def measure(root: Path = places.ROOT) -> dict[str, Any]:
    """By services: the site's files by kind, and the largest; and what papers add at one size."""
    found: dict[str, Any] = {"sites": {}, "largest": {}}
    for services in _SIZES:
        say(f"{services} services: what is built")
        site = built(services, root)
        found["sites"][str(services)] = site_files.by_kind(site)
        found["largest"][str(services)] = site_files.largest(site)
    return found | {"papers": _papers(root)}


def _papers(root: Path) -> dict[str, Any]:
    """One cold build with PDFs, which the others leave out."""
    made = places.catalogue(_PAPERS, root)
    folder = made.with_name(f"{made.name}-papers")
    put_away(folder)
    shutil.copytree(made, folder, ignore=shutil.ignore_patterns("site", ".*"))
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("pdf: false", "pdf: true"), "utf-8")
    say(f"{_PAPERS} services, with papers")
    begin = time.perf_counter()
    run((*STARTKLAR, "build"), folder, QUIET)
    wall = time.perf_counter() - begin
    return {"services": _PAPERS, "wall": wall, **site_files.by_kind(folder / "site")["papers"]}
