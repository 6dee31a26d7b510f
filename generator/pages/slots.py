"""The slots of hand-written pages: the name of the part that fills it, and the part's facts."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from generator.pages.site import Site

SLOTS: Final[Mapping[str, Callable[[Site], Mapping[str, Any]]]] = {
    "report": lambda site: {"report": site.report},
}
