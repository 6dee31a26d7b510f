"""What was promised, as ratios in one run, and whether it holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

Results = dict[str, Any]
_LARGE = "2500"
_MEGABYTE = 1_000_000
_KILOBYTE = 1_000


@dataclass(frozen=True, slots=True)
class Target:
    what: str
    limit: float
    unit: str = "times"
    measured: float | None = None
    """None: it was not measured."""

    @property
    def verdict(self) -> str:
        if self.measured is None:
            return "not measured"
        return "yes" if self.measured <= self.limit else "**no**"

    @property
    def share(self) -> str:
        """How much of what is allowed is used up."""
        return "" if self.measured is None else f"{self.measured / self.limit:.2f}"


def targets(results: Results) -> Iterator[Target]:
    for what, limit, unit, measure in _TARGETS:
        try:
            measured = float(measure(results))
        except (KeyError, IndexError, ValueError, ZeroDivisionError):
            measured = None
        yield Target(what, limit, unit, measured)


def wall(results: Results, services: str, generator: str) -> float:
    """The median of a cold build's seconds. Raises KeyError if it was not measured."""
    found = results["builds"][services]["generators"][generator]["wall"]
    if not found:
        raise KeyError(generator)
    return float(median(found))


def _against(generator: str) -> Callable[[Results], float]:
    def ratio(results: Results) -> float:
        return wall(results, _LARGE, "startklar") / wall(results, _LARGE, generator)

    return ratio


def _check(services: str, what: str, beside: str) -> Callable[[Results], float]:
    def ratio(results: Results) -> float:
        found = results["checks"][services]["seconds"]
        return float(median(found[what]["wall"]) / median(found[beside]["wall"]))

    return ratio


def _changed(results: Results) -> float:
    found = results["changed"][_LARGE]
    ratio = median(found["wall"]) / median(found["cold"])
    return float("inf") if found["differing"] else float(ratio)


_TARGETS: tuple[tuple[str, float, str, Callable[[Results], float]], ...] = (
    (
        "Cold build at 2,500 beside Hugo, the same menu made on every page",
        0.8,
        "times",
        _against("hugo"),
    ),
    ("— beside Hugo with the menu cached per section", 1.5, "times", _against("hugo-tuned")),
    ("— beside MkDocs with Material", 1 / 7, "times", _against("mkdocs")),
    (
        "Cold build at 25,000 beside 2,500",
        11,
        "times",
        lambda r: r["huge"]["wall"] / wall(r, _LARGE, "startklar"),
    ),
    ("Memory at 2,500", 200, "MB", lambda r: r["memory"][_LARGE] / _MEGABYTE),
    ("Memory at 25,000", 1_000, "MB", lambda r: r["huge"]["memory"] / _MEGABYTE),
    ("Build after one changed line at 2,500 beside cold, same bytes", 0.25, "times", _changed),
    ("Preview after a change, real catalogue", 500, "ms", lambda r: 1000 * median(r["serve"]["0"])),
    ("— at 2,500", 500, "ms", lambda r: 1000 * median(r["serve"][_LARGE])),
    (
        "`check` at 2,500 beside CSafeLoader's reading",
        0.5,
        "times",
        _check(_LARGE, "check", "read"),
    ),
    (
        "— one changed file of many beside all of it",
        0.2,
        "times",
        _check(_LARGE, "changed", "check"),
    ),
    ("— real catalogue beside `import yaml`", 4, "times", _check("0", "check", "import")),
    ("— the same, one line changed", 4, "times", _check("0", "changed", "import")),
    ("— the same, checked again", 4, "times", _check("0", "again", "import")),
    ("`plan` at 2,500", 50, "ms", lambda r: median(r["plan"][_LARGE]["milliseconds"])),
    ("— with the graph at hand", 50, "ms", lambda r: median(r["plan"][_LARGE]["given"])),
    (
        "Planner's answer, real catalogue, processor at a quarter",
        16,
        "ms",
        lambda r: median(r["planner"]["0"]["handled"]),
    ),
    ("— at 2,500", 100, "ms", lambda r: median(r["planner"][_LARGE]["handled"])),
    (
        "Search before the first answer at 2,500",
        100,
        "kB",
        lambda r: (r["readers"]["search"]["index"] + r["readers"]["search"]["scripts"]) / _KILOBYTE,
    ),
    (
        "Largest page at 2,500, compressed",
        150,
        "kB",
        lambda r: max(each["sent"] for each in r["readers"]["pages"].values()) / _KILOBYTE,
    ),
)
