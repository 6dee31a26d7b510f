"""What templates may ask of any text or list."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from markupsafe import Markup, escape

from generator.outputs import text


def series(items: Iterable[Any], word: str = "och") -> Markup:
    """A list as running text: «a, b och c»."""
    parts = [escape(item) for item in items]
    if len(parts) < 2:  # noqa: PLR2004 - one thing needs no word between
        return Markup("").join(parts)
    return Markup(", ").join(parts[:-1]) + f" {word} " + parts[-1]


FILTERS: Final[Mapping[str, Callable[..., Markup]]] = {
    "block": text.block,
    "inline": text.inline,
    "manual": text.manual,
    "series": series,
}
"""By the names that templates know them by."""
