"""Forms, contacts and links as a reader meets them beside a step or a service."""

import re
from collections.abc import Iterable
from typing import Final

from generator.model.catalogue import Catalogue
from generator.model.directory import Contact, Way
from generator.model.fact import Asked
from generator.model.record import record
from generator.views import addresses, words

_NOT_DIALLED: Final = re.compile(r"[^\d+]")


@record(frozen=True, kw_only=True, slots=True)
class ContactView:
    id: str
    page: str
    """Its place in the list of contacts."""
    role: str
    organisation: str
    person: str | None
    person_age: str | None
    """How old the name is, as long as nobody has checked it."""
    email: str | None
    phone: str | None
    dial: str
    postal_address: tuple[str, ...]
    note: str | None
    unverified: bool
    """Whether nobody has checked how to reach them."""

    @property
    def reachable(self) -> bool:
        """Whether any source says how."""
        return bool(self.email or self.phone or self.postal_address)


@record(frozen=True, kw_only=True, slots=True)
class FormView:
    id: str
    page: str
    """Its place in the list of forms."""
    title: str
    title_in_source: str | None
    explanation: str
    address: str | None
    recipients: tuple[ContactView, ...]
    ways: str | None
    """«med e-post eller med post»."""
    online: bool
    """Whether it is handed in on the web alone, so that it needs no recipient."""
    signer: str | None
    asks_for: tuple[str, ...]
    open_questions: tuple[str, ...]
    applies: str | None
    unverified: bool
    """Whether nobody has checked that this is the form."""


@record(frozen=True, kw_only=True, slots=True)
class LinkView:
    id: str
    title: str
    kind: str
    address: str | None
    note: str | None
    applies: str | None


def contact(catalogue: Catalogue, id_: str) -> ContactView:
    found = catalogue.contacts[id_]
    return ContactView(
        id=id_,
        page=addresses.contact(id_),
        role=found.role,
        organisation=words.organisation(catalogue, found.organisation),
        person=found.person,
        person_age=_person_age(catalogue, found),
        email=found.email,
        phone=found.phone,
        dial=_NOT_DIALLED.sub("", found.phone or ""),
        postal_address=found.postal_address,
        note=found.note,
        unverified=found.verified is None,
    )


def _person_age(catalogue: Catalogue, contact: Contact) -> str | None:
    if contact.person is None or contact.verified is not None:
        return None
    as_of = catalogue.sources[contact.source.ref].as_of
    return f"uppgift från {as_of}, inte kontrollerad" if as_of else "uppgiften är inte kontrollerad"


def form(catalogue: Catalogue, id_: str) -> FormView:
    found = catalogue.forms[id_]
    return FormView(
        id=id_,
        page=addresses.form(id_),
        title=found.title,
        title_in_source=found.title_in_source,
        explanation=found.explanation,
        address=found.address,
        recipients=tuple(contact(catalogue, recipient) for recipient in found.recipients),
        ways=words.listed((words.WAY[way] for way in found.ways), "eller") or None,
        online=found.ways == (Way.WEB,),
        signer=found.signer,
        asks_for=asked(catalogue, found.asks_for),
        open_questions=found.open_questions,
        applies=words.applies(catalogue, found),
        unverified=found.verified is None,
    )


def asked(catalogue: Catalogue, asks: Iterable[Asked]) -> tuple[str, ...]:
    """The names of the facts that are asked for, with whom each is for if not for everybody."""
    named = ((catalogue.facts[each.fact].name, words.applies(catalogue, each)) for each in asks)
    return tuple(f"{name} ({applies})" if applies else name for name, applies in named)


def link(catalogue: Catalogue, id_: str, model: str | None = None) -> LinkView:
    found = catalogue.links[id_]
    return LinkView(
        id=id_,
        title=found.title,
        kind=words.LINK[found.kind],
        address=found.address,
        note=found.note,
        applies=words.applies(catalogue, found, model),
    )
