"""The month's routine: a year's days to tick off, and how each thing is done."""

from collections.abc import Iterator

from generator.model.guide import CareModel
from generator.model.record import record
from generator.sheets.entries import contact, why
from generator.sheets.sheet import Fact, HowTo, Line, Link, Missing, Prose, Sheet
from generator.views import addresses
from generator.views.directory import LinkView
from generator.views.month import DayView, PartView, TaskView, has_routine, monthly_routine
from generator.views.site import Site


@record(frozen=True, kw_only=True, slots=True)
class Task:
    title: str
    tags: tuple[str, ...]
    how_to: HowTo


@record(frozen=True, kw_only=True, slots=True)
class Part:
    """Something that comes back every month, with what is done then, in order."""

    title: str
    tags: tuple[str, ...]
    tasks: tuple[Task, ...]
    how_to: HowTo


@record(frozen=True, kw_only=True, slots=True)
class Day:
    """A line to tick off."""

    what: str
    when: str
    tags: tuple[str, ...]
    note: str | None


@record(frozen=True, kw_only=True, slots=True)
class Month:
    name: str
    days: tuple[Day, ...]


@record(frozen=True, kw_only=True, slots=True)
class Body:
    parts: tuple[Part, ...]
    months: tuple[Month, ...]


def month_sheets(site: Site) -> Iterator[Sheet]:
    for model in site.catalogue.models.values():
        if has_routine(site.catalogue, model.id):
            yield month_sheet(site, model)


def title(model: CareModel) -> str:
    return f"Månadens rutin: {model.name}"


def month_sheet(site: Site, model: CareModel) -> Sheet:
    routine = monthly_routine(site, model.id)
    return Sheet(
        kind="month",
        address=addresses.month(model.id),
        name=f"manaden-{model.id}",
        title=title(model),
        description="Det som en enhet i drift gör varje månad, med datum för tolv månader.",
        blanks=("Enhet", "Gör det", "Ersättare"),
        body=Body(
            parts=tuple(map(_part, routine.parts)),
            months=tuple(
                Month(name=month.name, days=tuple(map(_day, month.days)))
                for month in routine.months
            ),
        ),
    )


def _part(view: PartView) -> Part:
    return Part(
        title=view.title,
        tags=_tags(view.applies),
        tasks=tuple(map(_task, view.tasks)),
        how_to=HowTo(text=Prose(view.text)),
    )


def _task(view: TaskView) -> Task:
    text = Prose(view.text) if view.text else None
    questions = tuple(map(Prose, view.open_questions))
    how_to = HowTo(text=text, facts=tuple(_facts(view)), questions=questions)
    return Task(title=view.title, tags=_tags(view.applies), how_to=how_to)


def _facts(view: TaskView) -> Iterator[Fact]:
    yield from why(view.ground)
    if view.links:
        yield Fact("Se", tuple(map(_link, view.links)))
    if view.contacts:
        yield Fact("Kontakt", tuple(map(contact, view.contacts)))


def _link(view: LinkView) -> Line:
    address = Link(view.address, view.address) if view.address else Missing()
    return (f"{view.title}: ", address)


def _day(view: DayView) -> Day:
    official = "Enligt officiell tidplan." if view.official else None
    return Day(
        what=view.what,
        when=view.when,
        tags=_tags(view.applies),
        note=view.why or official,
    )


def _tags(applies: str | None) -> tuple[str, ...]:
    return (applies,) if applies else ()
