"""The slots of hand-written pages: the name of the part that fills it, and the part's facts."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from generator.pages.all_sources import all_sources
from generator.pages.footer import footer
from generator.pages.review import review
from generator.pages.start import start
from generator.views.site import Site

SLOTS: Final[Mapping[str, Callable[[Site], Mapping[str, Any]]]] = {
    "start": start,
    "footer": footer,
    "review": lambda site: {"review": review(site)},
    "all-sources": lambda site: {"sources": all_sources(site)},
    "feedback": lambda _: {},
    "publisher": lambda _: {},
    "change": lambda _: {},
    "fault": lambda _: {},
}
