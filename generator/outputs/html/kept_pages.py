"""Pages of the last build that nothing has changed are the standing files, and are not made again.

A page is made of the program, the theme, the settings and the day; of the shell; of what its list
says of it (`Page`), its prints, and the catalogue. When all of the catalogue but texts is as it
was, a page stays that has read none of those that changed (`model/prose.py`). Of it is kept what it
had read, the hash of its bytes and what identifies its file without reading it; the bytes are taken
from the published site, and read for their hash only if the file is not identified so (`Writer`).
So a page that somebody has changed by hand is made anew. Whatever is missing, damaged or other than
expected has the page made, as without anything kept, to the same bytes.

What is filled into a hand-written page is kept whole by the same knowledge: of the start page, the
way through the whole guide.

What is kept lies in the user's own folder (`kept/place.py`), out of reach for what comes with a
pull request, and sealed with a secret of the user's own.

At 2,500 services a build after a changed line takes 9.5 s of processor instead of 16.7; files
known without reading them took .5 s of what was left, what is filled in .35 s.
"""

import marshal
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.model.prose import PLACES, REPORT, UNKNOWN, Readers, Reading, reading
from generator.outputs.html.rendering import Document
from generator.outputs.html.shell import Kind, Shell
from generator.outputs.paper.prints import Print
from generator.outputs.site.writer import GONE, Identity, Writer
from generator.pages.page import Page
from generator.store import Store

NAME: Final = "pages"
"""Of the store that it lies in."""
_MOST: Final = 256 * 2**20
"""Bytes of what is kept for all projects and settings: 7 MB for 2,500 services."""


class Kept(NamedTuple):
    """What one build knows of a page for the next."""

    head: str
    """The hash of what the list of pages and the prints say of it."""
    kind: Kind
    shell: str
    """The hash of what is around it."""
    whole: str
    """The hash of its bytes."""
    file: Identity
    read: Collection[str]


class Made(NamedTuple):
    """A page that has been made and written."""

    document: Document
    whole: bytes
    file: Identity
    read: Reading


class Filled(NamedTuple):
    """What one build knows of a hand-written page for the next."""

    body: str
    read: Collection[str]


class Known(NamedTuple):
    """What the last build kept."""

    pages: Mapping[str, Kept]
    """By address."""
    filled: Mapping[str, Filled]
    """By the hash of what was to be filled."""
    changed: frozenset[str]
    """What has changed since, told as readings are."""
    state: bytes
    """Of the catalogue then: the hash of its texts."""


NOTHING: Final = Known({}, {}, frozenset(), b"")


@dataclass(slots=True)
class KeptPages:
    """What the last build with the same makings kept, and what this one will."""

    store: Store
    key: str
    """What of the store is this guide's."""
    known: Known
    """Nothing if the catalogue has changed in more than texts."""
    texts: Mapping[str, str]
    """The files of the catalogue as they are now, by name."""
    readers: Readers
    prints: Mapping[str, tuple[Print, ...]] = field(default_factory=dict)
    """When they are made: what they show is asked for before."""
    told: dict[str, Kept] = field(default_factory=dict)
    """Of every page that this process has made or left standing."""
    filled: dict[str, Filled] = field(default_factory=dict)
    settled: Known | None = None
    """What the next build will know, when this one has kept it."""
    whole: bytes = b""
    """The texts joined, once for all that is kept of their state."""

    def listed(self, read: Reading) -> None:
        """Note what has been read for the list of pages, so for every page.

        The places that are asked for then are the pages' own (`Page.source`) and compared by page;
        so is what is told of the report (`Page.data`).
        """
        told = {each for each in self.readers.told(read) if not each.startswith(PLACES)}
        if not (told - {REPORT}).isdisjoint({*self.known.changed, UNKNOWN}):
            self.known = NOTHING

    def recall(self, name: str) -> bytes:
        """What was remembered by that name for the same state of the catalogue as the pages."""
        kept = self.store.get(self.store.key(self.key + name)) or b""
        state = self.known.state
        return kept[len(state) :] if state and kept.startswith(state) else b""

    def remember(self, name: str, content: bytes) -> None:
        """Keep it for the next build beside the pages."""
        self.store.put(self.store.key(self.key + name), _state(self._texts()) + content)

    def _texts(self) -> bytes:
        self.whole = self.whole or b"".join([text.encode() for text in self.texts.values()])
        return self.whole

    def stand(self, pages: Iterable[Page], shell: Shell, writer: Writer) -> Collection[str]:
        """The addresses of those that are as the last build left them; the new site has them."""
        same = {file_name(page): page.address for page in pages if self._is_same(page, shell)}
        known = self.known.pages
        left = writer.leave({name: known[address].file for name, address in same.items()})
        standing: dict[str, Kept] = {}
        for name, address in same.items():
            file = left.get(name) or _written(writer, name, known[address].whole)
            if file:
                standing[address] = known[address]._replace(file=file)
        self.told.update(standing)
        return standing.keys()

    def begin(self) -> None:
        """In a process that has just been made, which tells what it makes alone."""
        self.told.clear()

    def _is_same(self, page: Page, shell: Shell) -> bool:
        known = self.known.pages.get(page.address)
        return (
            known is not None
            and self.known.changed.isdisjoint(known.read)
            and known.head == self._head(page)
            and known.shell == shell.seal(page, known.kind)
        )

    def made(self, page: Page, shell: Shell, made: Made) -> None:
        """Remember how a listed page was made, unless it has read what is not known."""
        head, kind, told = self._head(page), shell.kind(made.document), self.readers.told(made.read)
        if head and told.isdisjoint({UNKNOWN, REPORT}):
            self.told[page.address] = Kept(
                head=head,
                kind=kind,
                shell=shell.seal(page, kind),
                whole=_hash(made.whole),
                file=made.file,
                read=told,
            )

    def fill(self, fill: Callable[[str, str], str], body: str, here: str) -> str:
        """What `fill` gives of a hand-written page, or of a part of the shell, and its address.

        What has read no texts is small, and not kept.
        """
        head = _hash(repr((body, here, self._printed(here.strip("/")))).encode())
        known = self.known.filled.get(head)
        if known is None or not self.known.changed.isdisjoint(known.read):
            with reading() as read:
                known = Filled(fill(body, here), self.readers.told(read))
        if known.read and {UNKNOWN, REPORT}.isdisjoint(known.read):
            self.filled[head] = known
        return known.body

    def keep(self, others: Iterable[Mapping[str, Kept]]) -> None:
        """What this process and others tell, for the next build."""
        told = {address: kept for each in (self.told, *others) for address, kept in each.items()}
        said = {
            "texts": {name: len(text.encode()) for name, text in self.texts.items()},
            "whole": self._texts(),
            "pages": {address: _row(kept) for address, kept in told.items()},
            "filled": {head: (body, (*read,)) for head, (body, read) in self.filled.items()},
        }
        self.settled = Known(told, self.filled, frozenset(), _state(self._texts()))
        self.store.keep({self.key: marshal.dumps(said)}, _MOST)

    def _head(self, page: Page) -> str:
        """Empty of a page whose facts cannot be compared."""
        at = page.source
        source = at and (at.file, at.line, at.column, at.end_line, at.end_column)
        listed = (page.title, page.description, page.template, source, page.glossed)
        try:
            data = _plain(page.data) if page.data else ()
        except TypeError:
            return ""
        return _hash(repr((listed, data, self._printed(page.address))).encode())

    def _printed(self, address: str) -> list[tuple[str, str, str]]:
        found = self.prints.get(address, ())
        return [(each.address, each.detail, _hash(each.pdf.content)) for each in found]


def file_name(page: Page) -> str:
    """Where a page is written, from the root of the site."""
    return f"{page.address}/index.html".lstrip("/")


def recalled(
    kept: bytes | None, changed: Callable[[Mapping[str, str]], frozenset[str] | None]
) -> Known:
    """What was kept, and what has changed since; nothing if that is not known.

    `changed` is asked about the texts of the catalogue's files at that time, by name.
    """
    try:
        found = marshal.loads(kept or b"")  # noqa: S302 - sealed by the user's own
        since = changed(dict(_texts(found["texts"], found["whole"])))
        pages = {address: _kept(row) for address, row in found["pages"].items()}
        filled = {head: Filled(*row) for head, row in found["filled"].items()}
        state = _state(found["whole"])
    except (EOFError, ValueError, KeyError, TypeError, AttributeError):
        return NOTHING
    return NOTHING if since is None else Known(pages, filled, since, state)


def _texts(lengths: Mapping[str, int], whole: bytes) -> Iterator[tuple[str, str]]:
    at = 0
    for name, length in lengths.items():
        yield name, whole[at : at + length].decode()
        at += length


def _state(texts: bytes) -> bytes:
    return sha256(texts).digest()


def _row(kept: Kept) -> tuple[Any, ...]:
    """In containers that Python writes and reads in half of JSON's time."""
    head, kind, shell, whole, file, read = kept
    return head, (*kind,), shell, whole, (*file,), (*read,)


def _kept(row: tuple[Any, ...]) -> Kept:
    head, kind, shell, whole, file, read = row
    return Kept(head, Kind(*kind), shell, whole, file, read)


def made_of(theme: Path, *others: object) -> str:
    """The theme, and what else every page is made of."""
    whole = sha256()
    for file in sorted(each for each in theme.rglob("*") if each.is_file()):
        whole.update(f"{file.relative_to(theme).as_posix()}\0".encode())
        whole.update(sha256(file.read_bytes()).digest())
    return repr((whole.hexdigest(), others))


def _plain(value: Any) -> object:  # noqa: ANN401 - whatever a template is given
    """The value in containers whose `repr` says all of it. Raises TypeError if there is more."""
    if value is None or isinstance(value, str | int | float | date):
        return value
    if isinstance(value, list | tuple | Mapping):
        items = value.items() if isinstance(value, Mapping) else value
        return [_plain(each) for each in items]
    if is_dataclass(value):
        told = [_plain(getattr(value, each.name)) for each in fields(value)]
        return type(value).__qualname__, told
    raise TypeError(type(value))


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _written(writer: Writer, name: str, whole: str) -> Identity:
    """The file in the new site, if the published one has bytes of that hash."""
    file = writer.published / name
    try:
        content = file.read_bytes() if stat.S_ISREG(file.lstat().st_mode) else None
    except OSError:
        return GONE
    if content is None or _hash(content) != whole:
        return GONE
    writer.write(name, content)
    return writer.identity(name)
