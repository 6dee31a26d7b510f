"""A guide ready to be put into a host's shell, page by page."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.clock import Clock
from generator.model import prose
from generator.outputs.html.kept_pages import Filled, Kept, KeptPages, Made, file_name
from generator.outputs.html.rendering import Document
from generator.outputs.html.shell import Shell
from generator.outputs.kept_values import PAGES, KeptValues, Row
from generator.outputs.site.assets import Assets
from generator.outputs.site.policy import POLICY
from generator.outputs.site.writer import Writer
from generator.pages.model_way import WAYS
from generator.pages.page import Page
from generator.side_by_side import FEWEST, Work

Files = Mapping[str, str | bytes]
"""By address, from the root."""


class ByHand(NamedTuple):
    """A page that is written by hand, as it came."""

    address: str
    """As its host has it: from the root, with a slash at its end."""
    html: str


Thing = Page | ByHand | None
"""What is made one by one; None is all the files beside pages."""


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Everything a host needs to put a guide into its shell."""

    pages: tuple[Page, ...]
    """Every generated page, before it is rendered."""
    document: Callable[[Page], Document]
    """Renders one. Raises TemplateFaultError."""
    fill: Callable[[str, str], str]
    """Fills the slots of a hand-written page, given its HTML and its address."""
    files: Callable[[], Files] = dict
    """What is published beside the pages, worked out anew; waits for what is in print."""
    printed: Collection[str] = ()
    """The addresses of pages that wait for what is in print."""
    kept: KeptPages | None = None
    """What the last build kept of its pages."""
    facts: KeptValues = field(default_factory=lambda: KeptValues(None, PAGES))
    """What it kept of their facts."""
    lasting: Callable[[], Callable[[], object]] = lambda: lambda: None
    """What it has worked out lasts; gives what forgets what it works out after that."""
    look: Assets | None = None
    """The styles and scripts that the shell asks for."""
    search: str | None = None
    """Where the search's index begins, from the root."""
    start: str | None = None
    """What the start page says to machines."""
    address: str | None = None
    """Where the guide is published, if it says so."""
    notices: tuple[str, ...] = ()
    """What was left out, for whoever builds."""
    policy: str = POLICY
    """What its pages may do."""
    menu: list[Any] = field(default_factory=list)
    as_of: date | None = None
    """The day that its dates are counted from; of a report there is none."""
    clock: Clock = field(default_factory=Clock)

    def write(
        self,
        shell: Shell,
        writer: Writer,
        progress: Callable[[int, int], object],
        by_hand: Mapping[str, str] = MappingProxyType({}),
    ) -> dict[str, str]:
        """Every generated page and file; each is forgotten as soon as it is written.

        Gives the pages written by hand with their slots filled, by address as they came. What waits
        for prints comes last. Raises TemplateFaultError, and OSError.
        """
        making, clock = _Making(self, shell, writer), self.clock
        work = Work(
            making.make,
            making.begin,
            making.end,
            progress,
            _together,
            work_out_grounds,
            len(self.pages),
            self.lasting,
        )
        others, stays = [], self._standing(shell, writer)
        for things in self._in_turn(stays, by_hand):
            for told in work.on(things):
                clock.add(told.spent)
                making.filled.update(told.filled)
                if self.kept:
                    self.kept.filled.update(told.kept_filled)
                others.append(told)
        if self.kept:
            clock.begin("kept")
            self.kept.keep([told.kept for told in others])
            self.facts.keep([told.facts for told in others])
        clock.begin("host")
        return making.filled

    def _standing(self, shell: Shell, writer: Writer) -> Collection[str]:
        """The addresses of the pages that are not to be made."""
        self.clock.begin("kept")
        return self.kept.stand(self.pages, shell, writer) if self.kept else ()

    def _in_turn(
        self, stays: Collection[str], by_hand: Mapping[str, str] = MappingProxyType({})
    ) -> tuple[Sequence[Thing], ...]:
        """What does not wait for prints, then what does."""
        made = _beside([page for page in self.pages if page.address not in stays])
        waits = [page for page in made if page.address in self.printed]
        others: list[Thing] = [
            *(ByHand(*each) for each in by_hand.items()),
            *(page for page in made if page.address not in self.printed),
        ]
        return (others, [None, *waits]) if waits else ([*others, None],)


class _Told(NamedTuple):
    """What a process has spent and filled in, and what it knows for the next build."""

    spent: Mapping[str, float]
    filled: Mapping[str, str]
    kept: Mapping[str, Kept]
    kept_filled: Mapping[str, Filled]
    facts: Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class _Making:
    """Makes one thing after another, in each of the processes."""

    publication: Publication
    shell: Shell
    writer: Writer
    filled: dict[str, str] = field(default_factory=dict)

    def make(self, thing: Thing) -> None:
        if thing is None:
            self._files()
        elif isinstance(thing, ByHand):
            self.publication.clock.begin("html")
            self.filled[thing.address] = self.publication.fill(thing.html, thing.address)
        else:
            self._page(thing)

    def begin(self) -> None:
        """Tell of nothing that was before."""
        self.publication.clock.again()
        if self.publication.kept:
            self.publication.kept.begin()
        self.publication.facts.begin()

    def end(self) -> _Told:
        made, kept = self.publication, self.publication.kept
        return _Told(
            spent=made.clock.end(),
            filled=self.filled,
            kept=kept.told if kept else {},
            kept_filled=kept.filled if kept else {},
            facts=made.facts.told,
        )

    def _page(self, page: Page) -> None:
        clock, kept = self.publication.clock, self.publication.kept
        with prose.reading() as read:
            document = self.publication.document(page)
        clock.begin("shell")
        whole = self.shell.page(document)
        clock.begin("write")
        self.writer.write(file_name(page), whole)
        if kept:
            clock.begin("kept")
            file = self.writer.identity(file_name(page))
            kept.made(page, self.shell, Made(document, whole, file, read))

    def _files(self) -> None:
        self.publication.clock.begin("files")
        files = self.publication.files()
        self.publication.clock.begin("write")
        for name, content in files.items():
            self.writer.write(name, content.encode() if isinstance(content, str) else content)


def _beside(pages: Iterable[Page]) -> list[Page]:
    """Each after those before it that are about the same, and all of these after the others.

    They are many and alike. The others are some of them large: the last to be made, one kept a
    process waiting for .3 s.
    """
    alone: list[Page] = []
    found: dict[str, list[Page]] = {}
    for page in pages:
        (found.setdefault(page.about, []) if page.about else alone).append(page)
    return [*alone, *(page for many in found.values() for page in many)]


def work_out_grounds(pages: Sequence[Thing]) -> None:
    """What very many pages are made of: once, however often it is asked for."""
    if len(pages) < FEWEST:
        return
    for ground in dict.fromkeys(each.ground for each in pages if isinstance(each, Page)):
        if ground:
            ground()


def _together(thing: Thing) -> str | None:
    """The start page tells of the same ways as the pages of the models."""
    if isinstance(thing, Page):
        return thing.together
    return WAYS if thing else "files"
