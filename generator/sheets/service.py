"""The order card of a service: its steps, and what must be ready before them."""

from collections.abc import Iterator

from generator.model.service import Service
from generator.sheets.entries import Entries, advice, required
from generator.sheets.notes import replaced_note, stop_note
from generator.sheets.sheet import Checklist, Fact, Group, Missing, Note, Prose, Run, Section, Sheet
from generator.views import addresses, words
from generator.views.chain import Before
from generator.views.reading import Told, readings
from generator.views.site import Site
from generator.views.steps import ItemView, every

_READ = Entries(card=True)


def service_sheets(site: Site) -> Iterator[Sheet]:
    for service in site.catalogue.services.values():
        if service.steps:
            yield service_sheet(site, service)


def title(service: Service) -> str:
    return f"Checklista: {service.name}"


def description(service: Service) -> str:
    return f"Stegen för {service.name}, att bocka av."


def service_sheet(site: Site, service: Service) -> Sheet:
    """For every care model and operator; of a service that has steps."""
    told = readings(site).told(service.id)
    items = told.items
    steps = Group(notes=tuple(_notes(service, items)), entries=_READ.of(items))
    return Sheet(
        kind="service",
        address=addresses.service_checklist(service.id),
        name=f"checklista-{service.id}",
        title=title(service),
        description=description(service),
        blanks=("Enhet", "Ansvarig"),
        body=Checklist(
            facts=(*_facts(site, service, told), *advice(items)),
            sections=(Section(heading="Steg", anchor="steg", groups=(steps,)),),
        ),
    )


def _facts(site: Site, service: Service, told: Told) -> Iterator[Fact]:
    for view in told.obligations:
        condition = f". {view.condition}" if view.condition else ""
        yield Fact(view.model, ((f"{view.label}{condition}",),))
    provider: Run = Missing()
    if service.provider:
        provider = words.organisation(site.catalogue, service.provider)
    yield Fact("Levereras av", ((provider,),))
    payer = words.PAYER[service.cost.payer]
    note = (Prose(service.cost.note),) if service.cost.note else ()
    yield Fact("Kostnad", ((f"{payer}. ", *note) if note else (payer,),))
    if told.before:
        yield Fact("Klart innan", tuple(tuple(_before(view)) for view in told.before))


def _before(view: Before) -> Iterator[Run]:
    yield from required(view.requirement)
    if view.step:
        whom = f", {view.applies}" if view.applies else ""
        yield f" – före {view.noun} «{view.step}»{whom}"


def _notes(service: Service, items: tuple[ItemView, ...]) -> Iterator[Note]:
    if service.replaced_by:
        yield replaced_note(service.replaced_by.name)
    works = [item.work for item in every(items) if item.work is not None]
    yield from map(stop_note, dict.fromkeys(stop for work in works for stop in work.stops))
