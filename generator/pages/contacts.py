from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.directory import Contact, Organisation
from generator.model.outline import outline
from generator.model.service import Service
from generator.model.step import Step
from generator.pages.page import Page
from generator.views import addresses, directory, named, words
from generator.views.directory import ContactView
from generator.views.grounds import Grounds, SourceView
from generator.views.named import Named
from generator.views.site import Site
from generator.views.uses import Use, Uses, uses


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactEntry:
    anchor: str
    contact: ContactView
    forms: tuple[Named, ...]
    """What is sent there."""
    uses: tuple[Use, ...]
    source: SourceView
    checked: str


@dataclass(frozen=True, kw_only=True, slots=True)
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
    catalogue = site.catalogue
    used = uses(catalogue)
    organisations = [_organisation(catalogue, o, used) for o in catalogue.organisations.values()]
    yield Page(
        address="kontakter",
        title="Kontakter",
        description="Vem ni vänder er till om varje tjänst, blankett och steg.",
        search_words=("telefonnummer support", "hjälp", "e-post", "ringa", "fråga"),
        template="contacts",
        data={"organisations": sorted(organisations, key=lambda o: words.collated(o.name))},
        source=site.place(("contacts",)),
    )


def _organisation(catalogue: Catalogue, found: Organisation, used: Uses) -> OrganisationEntry:
    services = catalogue.services.values()
    contacts = [c for c in catalogue.contacts.values() if c.organisation == found.id]
    return OrganisationEntry(
        anchor=addresses.fragment(addresses.organisation(found.id)),
        name=found.name,
        former_names=found.former_names,
        note=found.note,
        provides=tuple(named.service(catalogue, s.id) for s in services if s.provider == found.id),
        takes_part_in=tuple(
            named.service(catalogue, s.id)
            for s in services
            if s.provider != found.id and found.id in _actors(s)
        ),
        contacts=tuple(_contact(catalogue, contact, used) for contact in contacts),
        source=Grounds(catalogue, "").source(found.source) if found.source else None,
    )


def _actors(service: Service) -> set[str]:
    return {spot.item.actor for spot in outline(service) if isinstance(spot.item, Step)}


def _contact(catalogue: Catalogue, contact: Contact, used: Uses) -> ContactEntry:
    forms = [form for form in catalogue.forms.values() if contact.id in form.recipients]
    return ContactEntry(
        anchor=addresses.fragment(addresses.contact(contact.id)),
        contact=directory.contact(catalogue, contact.id),
        forms=tuple(Named(name=form.title, page=addresses.form(form.id)) for form in forms),
        uses=used.get(("contacts", contact.id), ()),
        source=Grounds(catalogue, "").source(contact.source),
        checked=words.verified(contact.verified),
    )
