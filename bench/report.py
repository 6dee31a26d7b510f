"""docs/performance.md and docs/scale.md, from the results and docs/performance-tried.md."""

from pathlib import Path
from statistics import median
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bench.places import PAGE
from bench.targets import Results, targets

_HERE = Path(__file__).parent
_TRIED = "performance-tried.md"
PAGES = ("performance.md", "scale.md")
"""What is written from the results, and the names of its templates."""
_BUSY = 0.2
_NAMES = {
    "startklar": "Startklar",
    "hugo": "Hugo, menu made on every page",
    "hugo-tuned": "Hugo, menu cached per section",
    "hugo-whole": "Hugo, all services in every navigation",
    "mkdocs": "MkDocs with Material",
    "zensical": "Zensical",
    "sphinx-needs": "sphinx-needs",
}


def render(results: Results, page: str = PAGES[0], tried: Path | None = None) -> str:
    written = tried or PAGE.with_name(_TRIED)
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - Markdown
        keep_trailing_newline=True,
    )
    environment.filters |= {"seconds": seconds, "number": number, "megabytes": megabytes}
    return environment.get_template(f"{page}.jinja").render(
        r=results,
        names=_NAMES,
        targets=list(targets(results)),
        busy=results.get("machine", {}).get("busy", 0) > _BUSY,
        growth=list(_growth(results)),
        tried=written.read_text("utf-8").strip() if written.is_file() else "",
    )


def seconds(values: list[float]) -> str:
    """The median, and from the least to the most if there are several."""
    if not values:
        return "–"
    digits = 2 if median(values) < 10 else 1  # noqa: PLR2004 - three figures are enough
    middle = f"{median(values):.{digits}f}"
    spread = f" ({min(values):.{digits}f}–{max(values):.{digits}f})"
    return middle + (spread if len(values) > 1 else "")


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - as above


def megabytes(value: float) -> str:
    return f"{number(value / 1_000_000)} MB"


def _growth(results: Results) -> list[dict[str, Any]]:
    """Startklar's own builds by size: what each service costs."""
    found = []
    for services, each in results.get("builds", {}).items():
        own = each["generators"]["startklar"]
        if own["wall"]:
            found.append({"services": int(services), "wall": median(own["wall"]), **own})
            found[-1]["wall"] = median(own["wall"])
    if huge := results.get("huge"):
        found.append({"services": 25_000, **huge})
    return found
