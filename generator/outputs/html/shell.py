"""Finished bodies in the site's shell, which is the same for many pages but for a few places.

Pages in one folder see the rest of the guide alike, so the shell's template is rendered once for
each folder, with marks where pages differ, and cut at the marks; a page is then put together of
texts. A page of a service costs 0.04 ms so, and 1.2 ms through the template.

Pages that the marks could not stand for go through the template itself: those at the top, which the
menu leads to and so look different to themselves, and those with signs in their title that the
template changes. `tests/outputs/html/test_shell.py` holds that both ways give the same bytes.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, NamedTuple
from uuid import uuid4

from markupsafe import escape

from generator.outputs.html.contents import Heading, contents
from generator.outputs.html.rendering import Document
from generator.pages.page import Page

_HEADING: Final = "<h1"
_SAME_IN_ADDRESSES: Final = re.compile(r"[a-z0-9-]+")
_CHANGED_IN_TITLES: Final = re.compile(r"[<>&]|\s\s|^\s|\s$|[^\S ]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Framed:
    """A page as the shell's templates read it; MkDocs' own pages have the same names."""

    url: str
    """From the root, with a slash at its end: `tjanster/sjunet/`."""
    title: str
    content: str
    edit_url: str | None
    canonical_url: str | None
    meta: Mapping[str, Any]
    is_homepage: bool = False


def framed(document: Document, site: str | None) -> Framed:
    """The document, in a guide that is published at the address, if it says so."""
    page, url = document.page, folder_url(document.page.address)
    return Framed(
        url=url,
        title=page.title,
        content=document.body,
        edit_url=document.edit_url,
        canonical_url=f"{site}{url}" if site else None,
        meta={
            "description": page.description,
            "json_ld": document.json_ld,
            "contents": contents(document.headings),
        },
        is_homepage=not url,
    )


def folder_url(address: str) -> str:
    """Pages are folders; the first is the root."""
    return f"{address}/" if address else ""


class Kind(NamedTuple):
    """What pages must have in common to share a frame."""

    folder: str
    """Empty of those that have none in common with others."""
    edited: bool
    described: bool
    linked: bool
    listed: bool

    @classmethod
    def of(cls, document: Document) -> "Kind":
        folder, _, name = document.page.address.rpartition("/")
        shared = folder and _SAME_IN_ADDRESSES.fullmatch(name) and _plain(document)
        return cls(
            folder=folder if shared else "",
            edited=bool(document.edit_url),
            described=bool(document.page.description),
            linked=bool(document.json_ld),
            listed=bool(document.headings),
        )


class _Frame:
    """The shell of a kind, cut where its pages differ."""

    def __init__(self, template: Callable[[Framed], str], kind: Kind, site: str | None) -> None:
        mark = uuid4().hex  # nobody can have written it

        def marked(name: str, *, here: bool = True) -> str:
            return f"{mark}{name}{mark}" if here else ""

        url = f"{kind.folder}/{marked('name')}/"
        page = Framed(
            url=url,
            title=marked("title"),
            content=marked("content") + f"{_HEADING}{mark}",
            edit_url=marked("edit", here=kind.edited) or None,
            canonical_url=f"{site}{url}" if site else None,
            meta={
                "description": marked("description", here=kind.described),
                "json_ld": marked("linked", here=kind.linked),
                "contents": marked("contents", here=kind.listed),
            },
        )
        cut = template(page).replace(f"{_HEADING}{mark}", "").split(mark)
        self.texts = [text.encode() for text in cut]
        self.names = tuple(enumerate(cut))[1::2]
        self.seal = sha256("\0".join(cut).encode()).hexdigest()

    def around(self, values: Mapping[str, str]) -> bytes:
        texts = self.texts.copy()
        for place, name in self.names:
            texts[place] = values[name].encode()
        return b"".join(texts)


class Shell:
    """Puts documents into the shell."""

    def __init__(self, template: Callable[[Framed], str], site: str | None) -> None:
        """With the shell's own template, in a guide that is published at the address."""
        self.template, self.site = template, site
        self.frames: dict[Kind, _Frame] = {}
        self.last: tuple[Document | None, Kind] = None, Kind("", *[False] * 4)
        """The document that was asked about last, which is soon asked about again."""

    def slowly(self, document: Document) -> bytes:
        """The document through the template: what `page` must give too."""
        return self.template(framed(document, self.site)).encode()

    def page(self, document: Document) -> bytes:
        """The whole HTML of the document, as it is written: the frame is encoded only once."""
        kind = self.kind(document)
        if not kind.folder:
            return self.slowly(document)
        frame = self._frame(kind)
        return frame.around(
            {
                "name": document.page.address.rpartition("/")[2],
                "title": str(escape(document.page.title)),
                "description": str(escape(document.page.description)),
                "content": document.body,
                "contents": contents(document.headings),
                "edit": str(escape(document.edit_url or "")),
                "linked": document.json_ld or "",
            }
        )

    def kind(self, document: Document) -> Kind:
        if self.last[0] is not document:
            self.last = document, Kind.of(document)
        return self.last[1]

    def _frame(self, kind: Kind) -> _Frame:
        if kind not in self.frames:
            self.frames[kind] = _Frame(self.template, kind, self.site)
        return self.frames[kind]

    def seal(self, page: Page, kind: Kind) -> str:
        """The hash of what is around a page of the kind, whatever is in it."""
        if kind.folder:
            return self._frame(kind).seal
        empty = Document(
            page=page,
            body=f"{_HEADING}></h1>",
            headings=(Heading(2, "", ""),) if kind.listed else (),
            edit_url=_HEADING if kind.edited else None,
            json_ld="{}" if kind.linked else None,
        )
        return sha256(self.slowly(empty)).hexdigest()


def _plain(document: Document) -> bool:
    """Whether the template shows its title as it is, and no other heading than its own."""
    title = document.page.title
    return bool(_HEADING in document.body and title and not _CHANGED_IN_TITLES.search(title))
