"""What a preview knows of the guide that it made last: the next one is told from it.

What lies on the disk would have to be read, its seal looked at and all of it taken apart, and the
files of before read once more, before a page can be shown: at 2,500 services .09 s of processor.
What is worked out of all services and reads no texts (`views/site.py`, `steadily`) was .2 s more.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.outputs.html.kept_pages import NOTHING, KeptPages, Known, recalled
from generator.source import PlacedMap, Places

Changed = Callable[[Mapping[str, str], Mapping[str, PlacedMap]], frozenset[str] | None]
"""Asked which texts have changed since the files held these texts; what is known of what was read
of them is given too."""


@dataclass(slots=True)
class Version:
    """A guide that is made of the catalogue at these places."""

    places: Places
    known: Known
    """What the one before it knew."""
    steady: dict[object, Any] = field(default_factory=dict)
    """What has been worked out and is the same while nothing but texts changes."""
    pages: KeptPages | None = None


class Recent:
    """The last guide that this process has made to its end."""

    def __init__(self) -> None:
        self.whole: Version | None = None
        self.begun: Version | None = None
        """It may have been given up."""

    def begin(
        self, key: str, places: Places, changed: Changed, kept: Callable[[], bytes | None]
    ) -> Version:
        """The next; what an earlier process has kept under the key is asked for if there is none.

        It is the whole one when all its pages have been kept.
        """
        if self.begun and self.begun.pages and self.begun.pages.settled:
            self.whole = self.begun
        self.begun = self._next(key, places, changed, kept)
        return self.begun

    def _next(
        self, key: str, places: Places, changed: Changed, kept: Callable[[], bytes | None]
    ) -> Version:
        last = self.whole
        if last is None or last.pages is None or last.pages.key != key:
            return Version(places, recalled(kept(), lambda before: changed(before, {})))
        since = changed(last.pages.texts, last.places.roots)
        if since is None or last.pages.settled is None:
            return Version(places, NOTHING)
        return Version(places, last.pages.settled._replace(changed=since), last.steady)


RECENT: Final = Recent()
"""Of this process."""
