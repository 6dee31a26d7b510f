"""Pages of the last build that nothing has changed are the standing files, and are not made again.

A page is made of the program, the theme, the settings and the day; of the shell; of what its list
says of it (`Page`), its prints, and the catalogue. When all of the catalogue but texts is as it
was, a page stays that has read none of those that changed (`model/prose.py`). Of it is kept what it
had read and the hash of its bytes; they themselves are taken from the published site if their hash
is the same, so a page that somebody has changed by hand is made anew. Whatever is missing, damaged
or other than expected has the page made, as without anything kept, to the same bytes.

What is kept lies in the user's own folder (`kept/place.py`), out of reach for what comes with a
pull request, and nothing in it is run or shown: it says which standing files may stay.

At 2,500 services a build after a changed line takes 9.5 s of processor instead of 16.7.
"""

import json
import stat
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from generator.model.prose import PLACES, REPORT, UNKNOWN, Readers, Reading
from generator.outputs.html.rendering import Document
from generator.outputs.html.shell import Kind, Shell
from generator.outputs.paper.prints import Print
from generator.outputs.site.writer import Writer
from generator.pages.page import Page
from generator.store import Store

NAME: Final = "pages"
"""Of the store that it lies in."""
_MOST: Final = 256 * 2**20
"""Bytes of what is kept for all projects and settings: 5 MB for 2,500 services."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """What one build knows of a page for the next."""

    head: str
    """The hash of what the list of pages and the prints say of it."""
    kind: Kind
    shell: str
    """The hash of what is around it."""
    whole: str
    """The hash of its bytes."""
    read: frozenset[str]

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> "Kept":
        head, kind, shell, whole, read = row
        return cls(head=head, kind=Kind(*kind), shell=shell, whole=whole, read=frozenset(read))

    def row(self) -> tuple[Any, ...]:
        return self.head, self.kind, self.shell, self.whole, sorted(self.read)


@dataclass(frozen=True, slots=True)
class KeptPages:
    """What the last build with the same makings kept, and what this one will."""

    store: Store
    key: str
    """What of the store is this guide's."""
    known: Mapping[str, Kept]
    """By address; empty if the catalogue has changed in more than texts."""
    changed: frozenset[str]
    """What has, told as readings are."""
    texts: Mapping[str, str]
    """The files of the catalogue as they are now, by name."""
    readers: Readers
    prints: Mapping[str, tuple[Print, ...]]
    told: dict[str, Kept] = field(default_factory=dict)
    """Of every page that this process has made or left standing."""

    def after(self, listed: Reading) -> "KeptPages":
        """The same, when that has been read for the list of pages, so for every page.

        The places that are asked for then are the pages' own (`Page.source`) and compared by page;
        what is told of the report is `Page.data`, and pages with such are always made.
        """
        read = self.readers.told(listed) - {PLACES, REPORT}
        return self if read.isdisjoint({*self.changed, UNKNOWN}) else replace(self, known={})

    def stands(self, page: Page, shell: Shell, writer: Writer) -> bool:
        """Whether the page is as the last build left it, and is in the new site now."""
        known = self.known.get(page.address)
        if known is None or not known.read.isdisjoint(self.changed):
            return False
        if known.head != self._head(page) or known.shell != shell.seal(page, known.kind):
            return False
        name = file_name(page)
        content = _standing(writer.published / name)
        if content is None or _hash(content) != known.whole:
            return False
        writer.write(name, content)
        self.told[page.address] = known
        return True

    def made(self, document: Document, shell: Shell, whole: bytes, read: Reading) -> None:
        """Remember how a page was made, unless it has read what is not known."""
        page, kind, told = document.page, Kind.of(document), self.readers.told(read)
        if told.isdisjoint({UNKNOWN, REPORT}):
            self.told[page.address] = Kept(
                head=self._head(page),
                kind=kind,
                shell=shell.seal(page, kind),
                whole=_hash(whole),
                read=told,
            )

    def keep(self, others: Iterable[Mapping[str, Kept]]) -> None:
        """What this process and others tell, for the next build."""
        whole = {address: kept for told in (self.told, *others) for address, kept in told.items()}
        rows = {address: kept.row() for address, kept in whole.items()}
        said = json.dumps({"texts": dict(self.texts), "pages": rows}, ensure_ascii=False)
        self.store.put(self.key, said.encode())
        self.store.trim(_MOST)

    def _head(self, page: Page) -> str:
        listed = (page.title, page.description, page.template, page.source, page.glossed)
        printed = [
            (each.address, each.detail, _hash(each.pdf.content))
            for each in self.prints.get(page.address, ())
        ]
        return _hash(repr((listed, printed)).encode())


def file_name(page: Page) -> str:
    """Where a page is written, from the root of the site."""
    return f"{page.address}/index.html".lstrip("/")


def recalled(
    kept: bytes | None, changed: Callable[[Mapping[str, str]], frozenset[str] | None]
) -> tuple[Mapping[str, Kept], frozenset[str]]:
    """The pages that were kept, and what has changed since; no pages if that is not known.

    `changed` is asked about the texts of the catalogue's files at that time, by name.
    """
    try:
        found = json.loads(kept or b"{}")
        since = changed(found["texts"])
        pages = {address: Kept.of(row) for address, row in found["pages"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}, frozenset()
    return ({}, frozenset()) if since is None else (pages, since)


def made_of(theme: Path, *others: object) -> str:
    """The theme, and what else every page is made of."""
    whole = sha256()
    for file in sorted(each for each in theme.rglob("*") if each.is_file()):
        whole.update(f"{file.relative_to(theme).as_posix()}\0".encode())
        whole.update(sha256(file.read_bytes()).digest())
    return repr((whole.hexdigest(), others))


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _standing(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if stat.S_ISREG(file.lstat().st_mode) else None
    except OSError:
        return None
