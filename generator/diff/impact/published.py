"""Which pages and papers of the guide say something else than before."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from generator.checks import CheckedCatalogue
from generator.outputs.html.rendering import Html
from generator.pages.page import Page
from generator.pages.registry import all_pages
from generator.sheets.registry import all_sheets
from generator.sheets.sheet import Detail, HowTo
from generator.views import addresses
from generator.views.site import Site

_OF_THE_EDITORS: Final = (addresses.RULES, addresses.VERIFICATION)
"""Pages that show the faults and the lines of the files, which are told by themselves."""


@dataclass(frozen=True, slots=True)
class Published:
    """Addresses from the root of the guide, in its own order."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.new or self.gone or self.changed)

    @property
    def counts(self) -> tuple[int, int]:
        """How many pages, and how many papers."""
        every = (*self.new, *self.gone, *self.changed)
        prints = sum(is_print(address) for address in every)
        return len(every) - prints, prints


def is_print(address: str) -> bool:
    """Whether the address is a paper's and not a page's."""
    return not address.endswith("/")


def published(
    old: CheckedCatalogue, new: CheckedCatalogue, as_of: date, theme: Path | None
) -> Published:
    """Papers are compared by what they are made of, pages by that and then as they are rendered.

    Without the theme's folder, pages that are made of something else are taken to be changed.
    Hand-written pages are left out: only the data is compared.
    """
    was, now = (_Guide(each, as_of, theme) for each in (old, new))
    return Published(
        new=tuple(address for address in now.facts if address not in was.facts),
        gone=tuple(address for address in was.facts if address not in now.facts),
        changed=tuple(a for a in now.facts if a in was.facts and _differs(was, now, a)),
    )


def _differs(was: "_Guide", now: "_Guide", address: str) -> bool:
    if was.facts[address] == now.facts[address]:
        return False
    shown = was.shown(address), now.shown(address)
    return shown[0] is None or shown[0] != shown[1]


class _Guide:
    """Every page and paper of a catalogue, without the places in the files."""

    def __init__(self, checked: CheckedCatalogue, as_of: date, theme: Path | None) -> None:
        guide = checked.catalogue.guide.model_copy(update={"repository": None})
        catalogue = replace(checked.catalogue, guide=guide)
        site = Site(replace(checked, catalogue=catalogue), as_of)
        self.html = Html(theme, site) if theme is not None else None
        self.pages = {f"{page.address}/": page for page in _pages(site)}
        self.facts = {**self.pages, **dict(_papers(site))}

    def shown(self, address: str) -> str | None:
        """The page as a reader meets it; None if that cannot be told."""
        if self.html is None or address not in self.pages:
            return None
        page = self.pages[address]
        return f"{page.title}\n{page.description}\n{self.html.render(page).body}"


def _pages(site: Site) -> Iterator[Page]:
    for page in all_pages(site):
        if not page.address.startswith(_OF_THE_EDITORS):
            yield replace(page.whole(), source=None)


def _papers(site: Site) -> Iterator[tuple[str, Any]]:
    for sheet in all_sheets(site):
        for detail in sheet.details:
            body = sheet.body if detail is Detail.HOW_TO else _brief(sheet.body)
            yield sheet.file(detail), (sheet.title, sheet.description, sheet.blanks, body)


def _brief(value: Any) -> Any:  # noqa: ANN401 - whatever a paper is made of
    """Without what only the longer print says."""
    if isinstance(value, HowTo):
        return None
    if isinstance(value, tuple):
        return tuple(_brief(each) for each in value)
    if is_dataclass(value):
        return [_brief(getattr(value, field.name)) for field in fields(value)]
    return value
