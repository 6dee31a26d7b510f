"""A guide ready to be put into a host's shell, page by page."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.clock import Clock
from generator.outputs.html.rendering import Document
from generator.outputs.html.shell import Shell
from generator.outputs.site.assets import Assets
from generator.outputs.site.policy import POLICY
from generator.outputs.site.publish import Writer
from generator.pages.page import Page
from generator.side_by_side import Work

Files = Mapping[str, str | bytes]
"""By address, from the root."""


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

    def write(self, shell: Shell, writer: Writer, progress: Callable[[int, int], object]) -> None:
        """Every generated page and file; each is forgotten as soon as it is written.

        What waits for prints comes last. Raises TemplateFaultError, and OSError.
        """
        clock = self.clock

        def put(page: Page) -> None:
            document = self.document(page)
            clock.begin("shell")
            whole = shell.page(document)
            clock.begin("write")
            writer.write(f"{page.address}/index.html".lstrip("/"), whole)

        def put_files() -> None:
            clock.begin("files")
            files = self.files()
            clock.begin("write")
            for name, content in files.items():
                writer.write(name, content.encode() if isinstance(content, str) else content)

        def make(page: Page | None) -> None:
            put(page) if page else put_files()

        work = Work(make, clock.again, clock.end, progress, together=_together)
        for things in self._in_turn():
            for spent in work.on(things):
                clock.add(spent)
        clock.begin("host")

    def _in_turn(self) -> tuple[Sequence[Page | None], ...]:
        """What does not wait for prints, then what does; None is all the files beside pages."""
        waits = [page for page in self.pages if page.address in self.printed]
        others = [page for page in self.pages if page.address not in self.printed]
        return (others, [None, *waits]) if waits else ([*others, None],)


def _together(page: Page | None) -> str | None:
    return page.together if page else "files"
