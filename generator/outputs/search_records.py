"""What a reader can find: every page, and every place that is worth a result of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import markdown

from generator.model.catalogue import Catalogue
from generator.outputs import text
from generator.outputs.html import Document, url
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.site import Site

_TITLE: Final = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_LISTS: Final = {
    "forms",
    "contacts",
    "glossary",
    "services_list",
    "checklists",
    "gather_index",
    "compare",
    "dependency_map",
    "parts",
}
"""Templates of pages that list what is found by itself, or what is made up."""


class Kind(StrEnum):
    """What is found. `theme/parts/search/search.js` has the word for each, and its weight."""

    SERVICE = "tjanst"
    WAY = "vag"
    PAGE = "sida"
    FORM = "blankett"
    CONTACT = "kontakt"
    TERM = "ord"
    CHECKLIST = "checklista"
    EDITOR = "redaktor"
    """For those who look after the catalogue; units do not meet it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    address: str
    """Relative to the root of the site: `tjanster/sjunet/`, `ordlista/#hsa`."""
    kind: Kind
    title: str
    names: tuple[str, ...] = ()
    """What else it is called or looked for as; found, and not shown."""
    body: str
    """What it says, as HTML that can be trusted."""


def records(
    site: Site, pages: Iterable[Page], documents: Mapping[str, Document], content: Path
) -> tuple[Record, ...]:
    """Everything that can be found, in the order of the addresses.

    Documents are asked for by address, and not those of checklists, which may still be in print.
    """
    catalogue = site.catalogue
    found = [*_pages(catalogue, pages, documents), *_written(content), *_forms(catalogue)]
    found += [*_links(catalogue), *_contacts(catalogue), *_terms(catalogue)]
    return tuple(sorted(found, key=lambda record: record.address))


def _pages(
    catalogue: Catalogue, pages: Iterable[Page], documents: Mapping[str, Document]
) -> Iterator[Record]:
    for page in pages:
        kind = _KINDS.get(page.template, _kind(page.address))
        said = text.inline(page.description)
        body = f"<p>{said}</p>"
        # A checklist says what its service's page says already, and would be found beside it.
        if kind is not Kind.CHECKLIST and page.template not in _LISTS:
            whole = _TITLE.sub("", documents[page.address].body)
            body = whole if said in whole else body + whole
        yield Record(
            address=url("", page.address),
            kind=kind,
            title=page.title,
            names=(*page.search_words, *_names(catalogue, page.address)),
            body=body,
        )


_KINDS: Final = {
    "service": Kind.SERVICE,
    "model": Kind.WAY,
    "checklist_model": Kind.CHECKLIST,
    "checklist_start": Kind.CHECKLIST,
    "checklist_service": Kind.CHECKLIST,
    "gather": Kind.CHECKLIST,
    "month": Kind.CHECKLIST,
}
"""By template; the rest are pages."""


def _kind(address: str) -> Kind:
    """Of a page, by who it is for."""
    return Kind.EDITOR if address.partition("/")[0] == addresses.EDITORS else Kind.PAGE


def _names(catalogue: Catalogue, address: str) -> tuple[str, ...]:
    """Of a service, if the address is the page of one."""
    folder, _, id_ = address.rpartition("/")
    service = catalogue.services.get(id_) if folder == "tjanster" else None
    if service is None:
        return ()
    newer = (service.replaced_by.name,) if service.replaced_by else ()
    return (*service.also_called, *service.formerly, *newer, *service.search_words)


def _written(content: Path) -> Iterator[Record]:
    """The hand-written pages, without what the catalogue puts into them."""
    for file in sorted(content.glob("*.md")):
        reader = markdown.Markdown(extensions=["meta", "attr_list", "fenced_code", "tables"])
        body = reader.convert(_COMMENT.sub("", file.read_text(encoding="utf-8")))
        meta: dict[str, list[str]] = getattr(reader, "Meta", {})
        title = meta.get("title") or _TITLE.findall(body) or [file.stem]
        address = "" if file.stem == "index" else file.stem
        yield Record(
            address=url("", address),
            kind=_kind(address),
            title=title[0],
            names=tuple(meta.get("search_words", ())),
            body=f"<p>{''.join(meta.get('description', ()))}</p>{_TITLE.sub('', body)}",
        )


def _forms(catalogue: Catalogue) -> Iterator[Record]:
    for form in catalogue.forms.values():
        to = (catalogue.contacts[id_].organisation for id_ in form.recipients)
        sent = words.listed(dict.fromkeys(words.organisation(catalogue, id_) for id_ in to))
        yield Record(
            address=url("", addresses.form(form.id)),
            kind=Kind.FORM,
            title=form.title,
            names=(form.title_in_source,) if form.title_in_source else (),
            body=text.block(form.explanation) + (f"<p>Skickas till: {sent}.</p>" if sent else ""),
        )


def _links(catalogue: Catalogue) -> Iterator[Record]:
    for link in catalogue.links.values():
        yield Record(
            address=url("", addresses.document(link.id)),
            kind=Kind.FORM,
            title=link.title,
            names=(link.title_in_source,) if link.title_in_source else (),
            body=f"<p>{words.LINK[link.kind]}.</p>" + text.block(link.note or ""),
        )


def _contacts(catalogue: Catalogue) -> Iterator[Record]:
    for contact in catalogue.contacts.values():
        reach = filter(None, (contact.person, contact.email, contact.phone))
        note = text.block(contact.note or "")
        yield Record(
            address=url("", addresses.contact(contact.id)),
            kind=Kind.CONTACT,
            title=f"{words.organisation(catalogue, contact.organisation)}: {contact.role}",
            names=catalogue.organisations[contact.organisation].former_names,
            body=text.block(", ".join(reach)) + note,
        )
    for found in catalogue.organisations.values():
        yield Record(
            address=url("", addresses.organisation(found.id)),
            kind=Kind.CONTACT,
            title=found.name,
            names=found.former_names,
            body=text.block(found.note or ""),
        )


def _terms(catalogue: Catalogue) -> Iterator[Record]:
    for term in catalogue.terms.values():
        yield Record(
            address=url("", addresses.term(term.id)),
            kind=Kind.TERM,
            title=term.word,
            names=term.also_called,
            body=text.block(term.explanation),
        )
