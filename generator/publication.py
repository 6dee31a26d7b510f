"""A guide ready to be put into a host's shell, page by page."""

from collections.abc import Callable, Collection, Mapping
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
    """What is published beside the pages; waits for what is in print."""
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
        """Every generated page and file; a page is forgotten as soon as it is written.

        Those that wait for prints come last. Raises TemplateFaultError, and OSError.
        """
        clock = self.clock

        def put(page: Page) -> None:
            document = self.document(page)
            clock.begin("shell")
            whole = shell.page(document)
            clock.begin("write")
            writer.write(f"{page.address}/index.html".lstrip("/"), whole)

        work = Work(put, clock.again, clock.end, progress)
        for spent in work.on([page for page in self.pages if page.address not in self.printed]):
            clock.add(spent)
        clock.begin("prints")
        files = self.files()
        clock.begin("write")
        for name, content in files.items():
            writer.write(name, content.encode() if isinstance(content, str) else content)
        for spent in work.on([page for page in self.pages if page.address in self.printed]):
            clock.add(spent)
        clock.begin("host")
