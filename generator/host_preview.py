"""What a preview does otherwise than MkDocs' own, so that a change is seen sooner.

What a build imports too: it has no server, and looks at no files.
"""

import gc
from collections.abc import Iterable, Mapping
from threading import Timer
from types import CodeType
from typing import TYPE_CHECKING, Final

from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.structure.pages import Page

from generator.outputs.template_fault import TemplateFaultError

if TYPE_CHECKING:  # or who reads the settings would wait for all that makes a guide
    from generator.outputs.html.shell import Shell
    from generator.publication import Publication

_SHOWN: Final = 1.0
"""Seconds in which a browser has fetched a page anew."""


class Pages:
    """The pages of a guide that is to be published, each by itself."""

    def __init__(
        self, publication: "Publication", shell: "Shell", written: Iterable[Page | None] = ()
    ) -> None:
        """Of those written by hand the ones that have been read."""
        self.publication, self.shell = publication, shell
        self.listed = {page.address: page for page in publication.pages}
        self.written = {page.url.strip("/"): page for page in written if page}

    @property
    def beside(self) -> Mapping[str, str]:
        """What they are shown with: styles and scripts, by path."""
        return self.publication.look.files if self.publication.look else {}

    def page(self, address: str) -> bytes | None:
        """As it will be published; None of one that is not known, or has a fault to be told of."""
        if page := self.written.get(address):
            return self.shell.template(page).encode(errors="xmlcharrefreplace")  # type: ignore[arg-type]
        if (listed := self.listed.get(address)) is None:
            return None
        try:
            return self.shell.page(self.publication.document(listed))
        except TemplateFaultError:  # it is told when the page's turn comes
            del self.listed[address]
            return None


class Superseded(Exception):  # noqa: N818 - nothing is wrong
    """There is a newer change, and nobody waits for what is being made of this one."""


class ShellCode(BytecodeCache):
    """The shell's templates, which MkDocs compiles at each build: an eighth of the wait for a page.

    Of each the text that it had last: whoever works on one has written many.
    """

    def __init__(self) -> None:
        self.last: dict[str, tuple[str, CodeType | None]] = {}
        """By file, the text's hash and what it became."""

    def load_bytecode(self, bucket: Bucket) -> None:
        text, code = self.last.get(bucket.key, ("", None))
        if text == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.last[bucket.key] = bucket.checksum, bucket.code


class Collector:
    """Python's collector of cycles rests while somebody waits: it took an eighth of a rebuild."""

    def __init__(self) -> None:
        self.later = Timer(0, _collect)

    def wait(self) -> None:
        self.later.cancel()
        gc.disable()

    def go_on(self) -> None:
        """Soon, when what was built has been fetched."""
        self.later = Timer(_SHOWN, _collect)
        self.later.daemon = True
        self.later.start()


def _collect() -> None:
    gc.enable()
    gc.collect()


collector: Final = Collector()
shell_code: Final = ShellCode()
