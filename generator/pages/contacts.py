from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.model.directory import Contact, Organisation
from generator.model.outline import outline
from generator.model.record import record
from generator.model.service import Service
from generator.model.step import Step
from generator.pages.page import Page
from generator.views import addresses, directory, named, words
from generator.views.directory import ContactView
from generator.views.grounds import Grounds, SourceView
from generator.views.named import Named
from generator.views.site import Site
from generator.views.uses import USES, Use, uses


@record(frozen=True, kw_only=True, slots=True)
class ContactEntry:
    anchor: str
    contact: ContactView
    forms: tuple[Named, ...]
    """What is sent there."""
    uses: tuple[Use, ...]
    source: SourceView
    checked: str


@record(frozen=True, kw_only=True, slots=True)
class OrganisationEntry:
    anchor: str
    name: str
    former_names: tuple[str, ...]
    note: str | None
    provides: tuple[Named, ...]
    takes_part_in: tuple[Named, ...]
    """Services of others that wait for a step of this organisation."""
    contacts: tuple[ContactEntry, ...]
    source: SourceView | None


def contact_pages(site: Site) -> Iterator[Page]:
    """`/kontakter/`: everybody that a source names, by organisation."""
    yield Page(
        address="kontakter",
        title="Kontakter",
        description="Vem ni vänder er till om varje tjänst, blankett och steg.",
        search_words=("telefonnummer support", "hjälp", "e-post", "ringa", "fråga"),
        template="contacts",
        later=partial(_facts, site),
        together=USES,
        source=site.place(("contacts",)),
    )


def _facts(site: Site) -> Mapping[str, Any]:
    read = _Organisations(site)
    organisations = [read.view(each) for each in site.catalogue.organisations.values()]
    return {"organisations": sorted(organisations, key=lambda o: words.collated(o.name))}


class _Organisations:
    """Reads once what of the catalogue belongs to each organisation and contact."""

    def __init__(self, site: Site) -> None:
        self.catalogue, self.uses = site.catalogue, uses(site)
        self.provides: dict[str, list[Named]] = {}
        self.takes_part_in: dict[str, list[Named]] = {}
        self.contacts: dict[str, list[Contact]] = {}
        self.forms: dict[str, list[Named]] = {}
        for service in self.catalogue.services.values():
            page = named.service(self.catalogue, service.id)
            if service.provider is not None:
                self.provides.setdefault(service.provider, []).append(page)
            for actor in _actors(service) - {service.provider}:
                self.takes_part_in.setdefault(actor, []).append(page)
        for contact in self.catalogue.contacts.values():
            self.contacts.setdefault(contact.organisation, []).append(contact)
        for form in self.catalogue.forms.values():
            for id_ in dict.fromkeys(form.recipients):
                page = Named(name=form.title, page=addresses.form(form.id))
                self.forms.setdefault(id_, []).append(page)

    def view(self, found: Organisation) -> OrganisationEntry:
        source = Grounds(self.catalogue, "").source(found.source) if found.source else None
        return OrganisationEntry(
            anchor=addresses.fragment(addresses.organisation(found.id)),
            name=found.name,
            former_names=found.former_names,
            note=found.note,
            provides=tuple(self.provides.get(found.id, ())),
            takes_part_in=tuple(self.takes_part_in.get(found.id, ())),
            contacts=tuple(map(self._contact, self.contacts.get(found.id, ()))),
            source=source,
        )

    def _contact(self, contact: Contact) -> ContactEntry:
        return ContactEntry(
            anchor=addresses.fragment(addresses.contact(contact.id)),
            contact=directory.contact(self.catalogue, contact.id),
            forms=tuple(self.forms.get(contact.id, ())),
            uses=self.uses.get(("contacts", contact.id), ()),
            source=Grounds(self.catalogue, "").source(contact.source),
            checked=words.verified(contact.verified),
        )


def _actors(service: Service) -> set[str]:
    return {spot.item.actor for spot in outline(service) if isinstance(spot.item, Step)}
