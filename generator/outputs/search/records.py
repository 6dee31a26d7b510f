"""What a reader can find: every page, and every place that is worth a result of its own.

Made of the catalogue and of what pages hold, never of finished HTML.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

import markdown

from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.model.service import Service
from generator.model.step import Step
from generator.outputs.html.ways import url
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.site import Site

_WRITTEN_WITH: Final = ("meta", "attr_list", "fenced_code", "tables", "toc")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING: Final = re.compile(r'<h([1-6])(?: id="([^"]*)")?[^>]*>(.*?)</h[1-6]>', re.DOTALL)
_MARKUP: Final = re.compile(r"[*_`#\[<\n&|]")
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS: Final = re.compile(r"<[^>]*>|\*+|`+|(?m:^[ \t]*(?:#+|[-|:]+(?=\s)))|\b_|_\b|\|")
_STOPS: Final = (".", "?", "!", ":", "…")
_SPACE: Final = re.compile(r"\s+")
_CHARACTERS: Final = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}


class Kind(StrEnum):
    """What is found."""

    SERVICE = "tjanst"
    WAY = "vag"
    PAGE = "sida"
    FORM = "blankett"
    CONTACT = "kontakt"
    TERM = "ord"
    CHECKLIST = "checklista"
    EDITOR = "redaktor"
    """For those who look after the catalogue; units do not meet it."""


class Section(NamedTuple):
    """A part of a page that a result can lead to."""

    anchor: str
    """Empty for what stands first on the page."""
    heading: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    address: str
    """Relative to the root of the site: `tjanster/sjunet/`, `ordlista/#hsa`."""
    kind: Kind
    title: str
    names: tuple[str, ...] = ()
    """What else it is called or looked for as; found, and not shown."""
    sections: tuple[Section, ...]
    """What it says, as plain text; the first is the lead."""


def is_found(page: Page) -> bool:
    """A service's checklist says what its page says, and would stand beside it in every answer."""
    return page.template != "checklist_service"


def page_record(site: Site, page: Page) -> Record:
    """Of one page, from nothing but the page and the catalogue."""
    said = _SAID.get(page.template)
    lead = Section("", "", plain(page.description))
    return Record(
        address=url("", page.address),
        kind=_KINDS.get(page.template, _kind(page.address)),
        title=page.title,
        names=(*page.search_words, *_names(site.catalogue, page)),
        sections=(lead, *(said(site.catalogue, page) if said else ())),
    )


_KINDS: Final = {
    "service": Kind.SERVICE,
    "model": Kind.WAY,
    "checklist_model": Kind.CHECKLIST,
    "checklist_start": Kind.CHECKLIST,
    "gather": Kind.CHECKLIST,
    "month": Kind.CHECKLIST,
}
"""By template; the rest are pages."""


def _kind(address: str) -> Kind:
    """Of a page, by who it is for."""
    return Kind.EDITOR if address.partition("/")[0] == addresses.EDITORS else Kind.PAGE


def plain(text: str) -> str:
    """An author's Markdown, or the page that came of it, without signs and in one line."""
    if not _MARKUP.search(text):
        return text
    text = _SIGNS.sub(" ", _LINK.sub(r"\1", text))
    for written, meant in _CHARACTERS.items():
        text = text.replace(written, meant)
    return _SPACE.sub(" ", text).strip()


def _section(anchor: str, heading: str, *texts: str | None) -> Section:
    said = (plain(text) for text in texts if text)
    whole = " ".join(text if text.endswith(_STOPS) else f"{text}." for text in said if text)
    return Section(anchor, plain(heading), whole)


def _names(catalogue: Catalogue, page: Page) -> tuple[str, ...]:
    """Of the service or the care model that a page is about."""
    id_ = page.address.rpartition("/")[2]
    if page.template == "model":
        model = catalogue.models[id_]
        return (model.short_name, *filter(None, [model.now_called]))
    if page.template != "service":
        return ()
    service = catalogue.services[id_]
    newer = (service.replaced_by.name,) if service.replaced_by else ()
    return (*service.also_called, *service.formerly, *newer, *service.search_words)


def _service(catalogue: Catalogue, page: Page) -> Iterator[Section]:
    service = catalogue.services[page.address.rpartition("/")[2]]
    provider = words.organisation(catalogue, service.provider) if service.provider else None
    replaced = service.replaced_by.note if service.replaced_by else None
    yield _section("", "", service.no_action, service.text, replaced, provider)
    for part in service.functions:
        yield _section("delar", part.name, part.text)
    yield from _steps(catalogue, service)
    if test := service.self_test:
        yield _section("sjalvtest", "Så ser ni att det fungerar", test.question, test.conclusion)
    for found in (catalogue.recurring[id_] for id_ in service.recurring):
        yield _section("aterkommande", found.title, found.text)
    payer = words.PAYER[service.cost.payer]
    yield _section("kostnad", "Kostnad och betalning", payer, service.cost.note)
    links = (catalogue.links[id_].title for id_ in service.links)
    if said := " · ".join(links):
        yield _section("hjalp", "Kontakt, blanketter och länkar", said)
    if service.open_questions:
        yield _section("oppna-fragor", "Källan svarar inte på", *service.open_questions)


def _steps(catalogue: Catalogue, service: Service) -> Iterator[Section]:
    for spot in outline(service):
        item, texts = spot.item, [spot.item.text, spot.item.because]
        if isinstance(item, Step):
            texts += [catalogue.forms[item.form].title] if item.form else []
            texts += [catalogue.links[id_].title for id_ in item.links]
            texts += [catalogue.stops[id_].title for id_ in item.stop]
            texts += [item.signer, item.answer, item.chase]
        yield _section(addresses.anchor(spot.id), item.title, *texts)
    if service.steps:
        yield _section("steg", "Så här gör ni", "Checklista att skriva ut")


def _calendar(catalogue: Catalogue, _: Page) -> Iterator[Section]:
    for stop in catalogue.stops.values():
        yield _section("", "", f"{stop.title}: {words.period(stop)}.", stop.text)
    for found in catalogue.recurring.values():
        anchor = addresses.fragment(addresses.recurring(found.id))
        yield _section(anchor, found.title, found.text)


def _planner(catalogue: Catalogue, _: Page) -> Iterator[Section]:
    for stop in catalogue.stops.values():
        yield _section("stopp", stop.title, f"{words.period(stop)}.", stop.text)


def _rule(_: Catalogue, page: Page) -> Iterator[Section]:
    yield _section("", "", page.data["text"])


def _format(_: Catalogue, page: Page) -> Iterator[Section]:
    for part in (*page.data["sections"], *page.data["parts"]):
        keys = (f"{key.name}: {key.description}" for key in part.keys)
        yield _section(part.anchor, part.name, part.description, *keys)


_SAID: Final[Mapping[str, Callable[[Catalogue, Page], Iterator[Section]]]] = {
    "service": _service,
    "calendar": _calendar,
    "planner": _planner,
    "rule": _rule,
    "format_reference": _format,
}
"""By template. The others are found by title, names and lead: they list what is found by itself."""


def written_texts(content: Path) -> Iterator[tuple[str, str]]:
    """The hand-written pages, each by its name."""
    for file in sorted(content.glob("*.md")):
        yield file.stem, file.read_text(encoding="utf-8")


def written_record(name: str, text: str) -> Record:
    """Of a hand-written page, without what the catalogue puts into it."""
    reader = markdown.Markdown(extensions=_WRITTEN_WITH)
    body = reader.convert(_COMMENT.sub("", text))
    meta: dict[str, list[str]] = getattr(reader, "Meta", {})
    before, *cut = _HEADING.split(body)
    title, sections = (
        meta.get("title", []),
        [_section("", "", *meta.get("description", ()), before)],
    )
    for level, anchor, heading, said in zip(*(cut[n::4] for n in range(4)), strict=True):
        if level == "1":
            title = [*title, heading]
            sections.append(_section("", "", said))
        else:
            sections.append(_section(anchor, heading, said))
    address = "" if name == "index" else name
    return Record(
        address=url("", address),
        kind=_kind(address),
        title=plain([*title, name][0]),
        names=tuple(meta.get("search_words", ())),
        sections=tuple(sections),
    )


def entry_records(catalogue: Catalogue) -> Iterator[Record]:
    """Forms, documents, contacts and words, which stand on pages of many."""
    yield from _forms(catalogue)
    yield from _links(catalogue)
    yield from _contacts(catalogue)
    yield from _organisations(catalogue)
    yield from _terms(catalogue)


def _entry(
    address: str, kind: Kind, title: str, names: Iterable[str | None], *texts: str | None
) -> Record:
    return Record(
        address=url("", address),
        kind=kind,
        title=title,
        names=tuple(filter(None, names)),
        sections=(_section("", "", *texts),),
    )


def _forms(catalogue: Catalogue) -> Iterator[Record]:
    for form in catalogue.forms.values():
        to = (catalogue.contacts[id_].organisation for id_ in form.recipients)
        sent = words.listed(dict.fromkeys(words.organisation(catalogue, id_) for id_ in to))
        to_whom = f"Skickas till: {sent}." if sent else None
        address, names = addresses.form(form.id), [form.title_in_source]
        yield _entry(address, Kind.FORM, form.title, names, form.explanation, to_whom)


def _links(catalogue: Catalogue) -> Iterator[Record]:
    for link in catalogue.links.values():
        address, names = addresses.document(link.id), [link.title_in_source]
        said = f"{words.LINK[link.kind]}."
        yield _entry(address, Kind.FORM, link.title, names, said, link.note)


def _contacts(catalogue: Catalogue) -> Iterator[Record]:
    for contact in catalogue.contacts.values():
        reach = ", ".join(filter(None, (contact.person, contact.email, contact.phone)))
        title = f"{words.organisation(catalogue, contact.organisation)}: {contact.role}"
        names = catalogue.organisations[contact.organisation].former_names
        address = addresses.contact(contact.id)
        yield _entry(address, Kind.CONTACT, title, names, reach, contact.note)


def _organisations(catalogue: Catalogue) -> Iterator[Record]:
    for found in catalogue.organisations.values():
        address = addresses.organisation(found.id)
        yield _entry(address, Kind.CONTACT, found.name, found.former_names, found.note)


def _terms(catalogue: Catalogue) -> Iterator[Record]:
    for term in catalogue.terms.values():
        address = addresses.term(term.id)
        yield _entry(address, Kind.TERM, term.word, term.also_called, term.explanation)
