"""A plan of a unit's own: the question, the answer, and the steps by their last day to begin."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from generator.model.catalogue import Catalogue
from generator.model.record import record
from generator.plan.plan import Plan, PlannedStep
from generator.sheets.entries import Entries, advice
from generator.sheets.notes import stop_note
from generator.sheets.sheet import Checklist, Fact, Group, Link, Note, Section, Sheet, Tick
from generator.views import addresses, words
from generator.views.chain import Chain, titles
from generator.views.steps import ItemView, Steps, every

CRITICAL = "Avgör när ni kan starta"
IN_DOUBT = "Så snart ni kan"
_DOUBT = f"«{IN_DOUBT}» betyder att en tid längre fram är okänd. Dagen håller bara om den är kort."
_READ = Entries(card=False)


@record(frozen=True, kw_only=True, slots=True)
class Reason:
    """A link of the chain that decides the earliest start."""

    what: str
    spent: str
    """Who does it, and what the time goes to."""


@record(frozen=True, kw_only=True, slots=True)
class Told:
    """What an output says of a plan in words."""

    asker: str
    answer: tuple[str, ...]
    """Line by line, the answer itself first."""
    unknown: tuple[str, ...]
    """The steps whose time nobody knows, after a sentence that says so."""
    reasons: tuple[Reason, ...]
    help: tuple[str, ...]
    """What would make a plan that does not hold hold."""
    late: Mapping[str, str]
    """For the ids of steps that are too late, in which way."""


@record(frozen=True, kw_only=True, slots=True)
class Body:
    asked: tuple[Fact, ...]
    answer: tuple[str, ...]
    unknown: tuple[str, ...]
    reasons: tuple[Reason, ...]
    help: tuple[str, ...]
    doubt: str | None
    """What the mark on some steps means."""
    checklist: Checklist


def plan_sheet(catalogue: Catalogue, plan: Plan, told: Told) -> Sheet:
    """Not one of the guide's own sheets: it is made when somebody asks."""
    listed = _Listed(catalogue, plan, told.late)
    start = words.day(plan.question.start)
    return Sheet(
        kind="plan",
        address=addresses.PLANNER,
        name="plan",
        title=f"Plan inför start {start}: {told.asker}",
        description="Vad ni ska göra, och senast när.",
        blanks=("Enhet", "Ansvarig"),
        body=Body(
            asked=tuple(_asked(catalogue, plan)),
            answer=told.answer,
            unknown=told.unknown,
            reasons=told.reasons,
            help=told.help,
            doubt=_DOUBT if plan.in_doubt else None,
            checklist=listed.checklist(),
        ),
    )


def _asked(catalogue: Catalogue, plan: Plan) -> Iterator[Fact]:
    question, named = plan.question, titles(catalogue)
    yield Fact("Start", ((words.weekday(question.start),),))
    yield Fact("Räknat från", ((words.weekday(question.today),),))
    if question.extra:
        extra = (catalogue.services[id_].name for id_ in question.extra)
        yield Fact("Tjänster utöver de ni måste ha", tuple((service,) for service in extra))
    if plan.chosen:
        yield Fact(
            "Val", tuple((_chosen(catalogue, named, *each),) for each in plan.chosen.items())
        )
    if question.done:
        many = words.counted(len(question.done), "steg", "steg")
        yield Fact("Redan klart och inte med i listan", ((many,),))


def _chosen(catalogue: Catalogue, named: dict[str, str], choice: str, option: str) -> str:
    service = catalogue.services[choice.partition("/")[0]].name
    taken = named[f"{choice.rpartition('/')[0]}/{option}"]
    return f"{service}, {named[choice]}: {taken}"


@record(frozen=True, slots=True)
class _Listed:
    """The steps of a plan as things to tick off."""

    catalogue: Catalogue
    plan: Plan
    late: Mapping[str, str]

    def checklist(self) -> Checklist:
        views = self._views()
        planned = [views[step.id] for step in self.plan.steps]
        groups = tuple(self._groups(views))
        heading = "Att göra, i ordning efter sista dag"
        section = Section(heading=heading, anchor="lista", groups=groups)
        return Checklist(facts=advice(planned), sections=(section,) if groups else ())

    def _groups(self, views: Mapping[str, ItemView]) -> Iterator[Group]:
        """A month's steps in one; those that no day is early enough for come first."""
        stopped: set[str] = set()
        for month, steps in groupby(self.plan.steps, _month):
            here = [(step, views[step.id]) for step in steps]
            yield Group(
                heading=Link(month, addresses.PLANNER),
                notes=tuple(_stops([item for _, item in here], stopped)),
                entries=tuple(self._tick(step, item) for step, item in here),
            )

    def _views(self) -> dict[str, ItemView]:
        """The steps as the guide tells of them; a unit with two models, too, has each once."""
        named, profile = titles(self.catalogue), self.plan.question.profile
        model = next(iter(profile.models)) if len(profile.models) == 1 else None
        operator = next(iter(profile.operators))
        found: dict[str, ItemView] = {}
        for id_ in dict.fromkeys(step.service for step in self.plan.steps):
            chain = Chain(self.catalogue, self.catalogue.services[id_], named, model, operator)
            found.update((item.id, item) for item in every(Steps(chain).items()))
        return found

    def _tick(self, step: PlannedStep, item: ItemView) -> Tick:
        [tick] = (entry for entry in _READ.of([item]) if isinstance(entry, Tick))
        critical = (CRITICAL,) if step.critical else ()
        doubt = (IN_DOUBT,) if step.id in self.plan.in_doubt else ()
        service = self.catalogue.services[step.service]
        successor = service.replaced_by if item.work and item.work.own else None
        remarks = (successor and words.replaced(successor.name), self.late.get(step.id))
        return replace(
            tick,
            title=Link(f"{service.name}: {item.title}", item.address),
            order_by=words.day(step.order_by) if step.order_by else "Ingen dag",
            tags=(*critical, *doubt, *tick.tags),
            facts=(*(Fact("Observera", ((text,),)) for text in remarks if text), *tick.facts),
        )


def _month(step: PlannedStep) -> str:
    if step.order_by is None:
        return "Ingen dag är tidig nog"
    month = words.month(step.order_by)
    return f"{month[:1].upper()}{month[1:]}"


def _stops(items: list[ItemView], told: set[str]) -> Iterator[Note]:
    for stop in (stop for item in items if item.work for stop in item.work.stops):
        if stop.id not in told:
            told.add(stop.id)
            yield stop_note(stop)
