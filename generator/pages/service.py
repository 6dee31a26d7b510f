"""`/tjanster/<id>/`: everything about one service, in the order in which a unit asks for it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.prose import compared
from generator.model.record import record
from generator.model.service import Service
from generator.pages.page import Page
from generator.views import addresses, directory, words
from generator.views.chain import Before
from generator.views.dependents import Dependent, dependents
from generator.views.directory import ContactView, FormView, LinkView
from generator.views.endings import SelfTestView, self_test
from generator.views.grounds import Grounds, SourceView, citations
from generator.views.offer import offer
from generator.views.reading import readings
from generator.views.site import Site
from generator.views.steps import ItemView, StopView, every
from generator.views.whole_chain import WholeChain, whole_chains


@record(frozen=True, kw_only=True, slots=True)
class Wait:
    """A step that takes time."""

    title: str
    anchor: str
    time: str
    known: bool


@record(frozen=True, kw_only=True, slots=True)
class RecurringView:
    title: str
    text: str
    applies: str | None


@record(frozen=True, kw_only=True, slots=True)
class Doing:
    """What a unit does to get the service and to keep it, and how long that takes."""

    items: tuple[ItemView, ...]
    sends: bool
    """Whether anything is ordered or handed in."""
    waits: tuple[Wait, ...]
    stops: tuple[StopView, ...]
    recurring: tuple[RecurringView, ...]
    self_test: SelfTestView | None


@record(frozen=True, kw_only=True, slots=True)
class LeadsOn:
    """A service further on, which needs this one through others."""

    name: str
    address: str


@record(frozen=True, kw_only=True, slots=True)
class Chained:
    """What comes before the service and after it."""

    before: tuple[Before, ...]
    whole: tuple[WholeChain, ...]
    dependents: tuple[Dependent, ...]
    leads_on: tuple[LeadsOn, ...]


@record(frozen=True, kw_only=True, slots=True)
class Help:
    """Who and what to turn to, and what nobody has answered yet."""

    contacts: tuple[ContactView, ...]
    forms: tuple[FormView, ...]
    links: tuple[LinkView, ...]
    open_questions: tuple[str, ...]


@record(frozen=True, kw_only=True, slots=True)
class Origin:
    checked: str
    home: SourceView
    others: tuple[SourceView, ...]


def service_pages(site: Site) -> Iterator[Page]:
    ground = partial(_ground, site)
    for service in site.catalogue.services.values():
        yield Page(
            address=addresses.service(service.id),
            title=service.name,
            description=compared(service, "summary"),
            template="service",
            later=partial(_facts, site, service),
            ground=ground,
            about=service.id,
            source=site.place(("services", service.id)),
        )


def _ground(site: Site) -> None:
    whole_chains(site).read()
    dependents(site)


def _facts(site: Site, service: Service) -> Mapping[str, Any]:
    catalogue, told = site.catalogue, readings(site).told(service.id)
    doing = _doing(site, service, told.items)
    return {
        "offer": offer(catalogue, service, told.obligations),
        "doing": doing,
        "chained": _chained(site, service.id, told.before),
        "help": _help(catalogue, service, doing.items),
        "origin": _origin(catalogue, service),
    }


def _chained(site: Site, id_: str, before: tuple[Before, ...]) -> Chained:
    services, whole = site.catalogue.services, whole_chains(site)
    direct = dependents(site).get(id_, ())
    known = {dependent.id for dependent in direct}
    further = (after for after in whole.after(id_) if after not in known)
    return Chained(
        before=before,
        whole=whole.of(id_),
        dependents=direct,
        leads_on=tuple(
            LeadsOn(name=services[after].name, address=addresses.service(after))
            for after in further
        ),
    )


def _doing(site: Site, service: Service, items: tuple[ItemView, ...]) -> Doing:
    works = [(item, item.work) for item in every(items) if item.work is not None]
    return Doing(
        items=items,
        sends=any(work.order for _, work in works),
        waits=tuple(
            Wait(title=item.title, anchor=item.anchor, time=work.time, known=work.time_known)
            for item, work in works
            if work.time is not None
        ),
        stops=tuple(dict.fromkeys(stop for _, work in works for stop in work.stops)),
        recurring=tuple(_recurring(site.catalogue, id_) for id_ in service.recurring),
        self_test=self_test(site, service),
    )


def _recurring(catalogue: Catalogue, id_: str) -> RecurringView:
    found = catalogue.recurring[id_]
    return RecurringView(
        title=found.title, text=found.text, applies=words.applies(catalogue, found)
    )


def _help(catalogue: Catalogue, service: Service, items: Iterable[ItemView]) -> Help:
    works = [item.work for item in every(items) if item.work is not None]
    forms = tuple(dict.fromkeys(work.form for work in works if work.form))
    own = [directory.contact(catalogue, id_) for id_ in service.contacts]
    received = [recipient for form in forms for recipient in form.recipients]
    others = [contact for work in works for contact in (*work.recipients, *work.contacts)]
    links = [directory.link(catalogue, id_) for id_ in service.links]
    links += [link for work in works for link in work.links]
    return Help(
        contacts=tuple(dict.fromkeys([*own, *received, *others])),
        forms=forms,
        links=tuple(dict.fromkeys(links)),
        open_questions=service.open_questions,
    )


def _origin(catalogue: Catalogue, service: Service) -> Origin:
    grounds = Grounds(catalogue, service.source.ref)
    others = {cited.ref: cited for cited in citations(service) if cited.ref != service.source.ref}
    return Origin(
        checked=words.checked(catalogue, service.source, service.verified),
        home=grounds.source(service.source),
        others=tuple(grounds.source(cited) for cited in others.values()),
    )
