"""What a unit in operation does every month, with what helps, and a year's dates to tick off."""

from collections.abc import Iterator

from generator.model.calendar import Recurring, Task
from generator.model.catalogue import Catalogue
from generator.model.record import record
from generator.plan.monthly import Occurrence
from generator.plan.year import recurring_of, year_of
from generator.views import addresses, dates, directory, named, words
from generator.views.directory import ContactView, LinkView
from generator.views.grounds import Ground, Grounds, SourceView
from generator.views.named import Named
from generator.views.site import Site


@record(frozen=True, kw_only=True, slots=True)
class TaskView:
    title: str
    text: str | None
    applies: str | None
    links: tuple[LinkView, ...]
    contacts: tuple[ContactView, ...]
    ground: Ground
    open_questions: tuple[str, ...]


@record(frozen=True, kw_only=True, slots=True)
class PartView:
    """Something that comes back every month, and what the unit does then."""

    id: str
    title: str
    text: str
    applies: str | None
    tasks: tuple[TaskView, ...]
    services: tuple[Named, ...]
    """Those that it belongs to."""
    rule: str
    """Where it is told how the days are worked out."""
    source: SourceView


@record(frozen=True, kw_only=True, slots=True)
class DayView:
    """A line to tick off: one thing of one month."""

    id: str
    what: str
    when: str
    why: str | None
    applies: str | None
    official: bool
    """Whether the days stand in an official timetable."""


@record(frozen=True, kw_only=True, slots=True)
class MonthView:
    name: str
    days: tuple[DayView, ...]


@record(frozen=True, kw_only=True, slots=True)
class MonthlyRoutine:
    parts: tuple[PartView, ...]
    months: tuple[MonthView, ...]
    """Twelve, the first being that of the guide's day: they do not change from day to day."""


def has_routine(catalogue: Catalogue, model: str) -> bool:
    """Whether anything comes back every month for the model."""
    return bool(recurring_of(catalogue, model))


def routines(catalogue: Catalogue) -> tuple[Named, ...]:
    """The models that have one, each with the page of its routine."""
    return tuple(
        Named(name=model.name, page=addresses.month(model.id))
        for model in catalogue.models.values()
        if has_routine(catalogue, model.id)
    )


def monthly_routine(site: Site, model: str) -> MonthlyRoutine:
    mine = recurring_of(site.catalogue, model)
    return MonthlyRoutine(
        parts=tuple(_part(site.catalogue, each, model) for each in mine),
        months=tuple(
            MonthView(
                name=words.month(month[0].month).capitalize(),
                days=tuple(_day(site.catalogue, each, model) for each in month),
            )
            for month in year_of(mine, site.as_of)
            if month
        ),
    )


def _part(catalogue: Catalogue, recurring: Recurring, model: str) -> PartView:
    return PartView(
        id=recurring.id,
        title=recurring.title,
        text=recurring.text,
        applies=words.applies(catalogue, recurring, model),
        tasks=tuple(
            _task(catalogue, recurring, task, model)
            for task in recurring.tasks
            if not task.models or model in task.models
        ),
        services=tuple(_services(catalogue, recurring, model)),
        rule=addresses.recurring(recurring.id),
        source=Grounds(catalogue, "").source(recurring.source),
    )


def _services(catalogue: Catalogue, recurring: Recurring, model: str) -> Iterator[Named]:
    for service in catalogue.services.values():
        if recurring.id in service.recurring and model in service.obligation:
            yield named.service(catalogue, service.id)


def _task(catalogue: Catalogue, recurring: Recurring, task: Task, model: str) -> TaskView:
    links = (catalogue.links[id_] for id_ in task.links)
    return TaskView(
        title=task.title,
        text=task.text,
        applies=words.applies(catalogue, task, model),
        links=tuple(
            directory.link(catalogue, link.id, model)
            for link in links
            if not link.models or model in link.models
        ),
        contacts=tuple(directory.contact(catalogue, id_) for id_ in task.contacts),
        ground=Grounds(catalogue, recurring.source.ref).of(task.because, task.basis, task.source),
        open_questions=task.open_questions,
    )


def _day(catalogue: Catalogue, occurrence: Occurrence, model: str) -> DayView:
    recurring = occurrence.recurring
    return DayView(
        id=f"{recurring.id}-{occurrence.month:%Y-%m}",
        what=recurring.action or recurring.title,
        when=dates.when(occurrence),
        why=dates.why(occurrence),
        applies=words.applies(catalogue, recurring, model),
        official=occurrence.timetable is not None,
    )
