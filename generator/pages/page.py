from collections.abc import Callable, Mapping
from dataclasses import field, replace
from typing import Any

from generator.model.record import record
from generator.source import Span


@record(frozen=True, kw_only=True, slots=True)
class Page:
    """What a reader finds at an address: the facts, before any markup."""

    address: str
    """Where it is found, from the root and without slashes at the ends: `tjanster/sjunet`."""
    title: str
    """The heading, and with the guide's name the title of the window."""
    description: str
    """One sentence for search engines and link previews."""
    template: str
    """The name of its template in `theme/pages/`."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """What the template is given beside `page` and `site`."""
    later: Callable[[], Mapping[str, Any]] | None = None
    """The rest of it, worked out when the page is rendered and then forgotten.

    All at once they would fill the memory, and two processes share what is made page by page.
    """
    sections: Mapping[str, Callable[[], Mapping[str, Any]]] = field(default_factory=dict)
    """By their templates, the facts of what costs much and reads few texts.

    It is shown where the page's template says so, kept for the next build, and given no prints.
    """
    ground: Callable[[], object] | None = None
    """Works out what very many of its kind are made of; it is worth while for them alone.

    One process does it for both. The same function for all of the kind.
    """
    together: str | None = None
    """Pages of the same name here are made of the same, which costs much to work out."""
    about: str | None = None
    """What it is about, with other pages: they are made after one another, and share what is
    remembered of it until the next.
    """
    source: Span | None = None
    """The catalogue's line that the page was made of."""
    search_words: tuple[str, ...] = ()
    """What readers look for who mean this page, in words that it does not hold."""
    glossed: bool = True
    """Whether words of the glossary are explained where they first stand in its running text."""

    @property
    def facts(self) -> Mapping[str, Any]:
        """All that the template is given."""
        return {**self.data, **self.later()} if self.later else self.data

    def settled(self) -> "Page":
        """The same with all its facts worked out, once, but for those of its sections."""
        return replace(self, data=self.facts, later=None, ground=None)

    def whole(self) -> "Page":
        """The same with those too, to be compared with another."""
        told = dict(self.facts)
        for facts in self.sections.values():
            told |= facts()
        return replace(self, data=told, later=None, sections={}, ground=None)
