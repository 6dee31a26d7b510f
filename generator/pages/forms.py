from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from generator.model.catalogue import Catalogue
from generator.model.directory import Form, Link, LinkKind
from generator.model.record import record
from generator.pages.page import Page
from generator.views import addresses, directory, words
from generator.views.directory import FormView, LinkView
from generator.views.grounds import Grounds, SourceView
from generator.views.site import Site
from generator.views.uses import USES, Use, Uses, uses

_HEADINGS: Final = {
    LinkKind.GUIDE: ("alla-lathundar", "Lathundar"),
    LinkKind.SPECIFICATION: ("alla-specifikationer", "Specifikationer"),
    LinkKind.TOOL: ("alla-verktyg", "Verktyg"),
    LinkKind.COURSE: ("alla-utbildning", "Utbildning"),
    LinkKind.PAGE: ("alla-sidor", "Sidor"),
}


@record(frozen=True, kw_only=True, slots=True)
class FormEntry:
    anchor: str
    form: FormView
    uses: tuple[Use, ...]
    source: SourceView
    checked: str


@record(frozen=True, kw_only=True, slots=True)
class DocumentEntry:
    anchor: str
    link: LinkView
    title_in_source: str | None
    """When the source gives it another title."""
    uses: tuple[Use, ...]
    source: SourceView


@record(frozen=True, kw_only=True, slots=True)
class DocumentGroup:
    anchor: str
    heading: str
    documents: tuple[DocumentEntry, ...]


def form_pages(site: Site) -> Iterator[Page]:
    """`/blanketter/`: every form, and every other named document and page."""
    yield Page(
        address="blanketter",
        title="Blanketter och dokument",
        description="Alla blanketter, lathundar och sidor: vad de är till för och vart de skickas.",
        search_words=("vem skriver under", "underskrift", "formulär", "mallar"),
        template="forms",
        later=partial(_facts, site),
        together=USES,
        source=site.place(("forms",)),
    )


def _facts(site: Site) -> Mapping[str, Any]:
    catalogue, used = site.catalogue, uses(site)
    addressed = [part.address for part in catalogue.forms.values()]
    addressed += [part.address for part in catalogue.links.values()]
    return {
        "forms": tuple(_form(catalogue, form, used) for form in catalogue.forms.values()),
        "groups": tuple(_groups(catalogue, used)),
        "without_recipient": sum(not form.recipients for form in catalogue.forms.values()),
        "without_address": addressed.count(None),
        "total": len(addressed),
    }


def _form(catalogue: Catalogue, form: Form, used: Uses) -> FormEntry:
    return FormEntry(
        anchor=addresses.fragment(addresses.form(form.id)),
        form=directory.form(catalogue, form.id),
        uses=used.get(("forms", form.id), ()),
        source=Grounds(catalogue, "").source(form.source),
        checked=words.verified(form.verified),
    )


def _groups(catalogue: Catalogue, used: Uses) -> Iterator[DocumentGroup]:
    for kind, (anchor, heading) in _HEADINGS.items():
        links = [link for link in catalogue.links.values() if link.kind is kind]
        if links:
            documents = tuple(_document(catalogue, link, used) for link in links)
            yield DocumentGroup(anchor=anchor, heading=heading, documents=documents)


def _document(catalogue: Catalogue, link: Link, used: Uses) -> DocumentEntry:
    return DocumentEntry(
        anchor=addresses.fragment(addresses.document(link.id)),
        link=directory.link(catalogue, link.id),
        title_in_source=link.title_in_source,
        uses=used.get(("links", link.id), ()),
        source=Grounds(catalogue, "").source(link.source),
    )
