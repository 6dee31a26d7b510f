"""The steps of a service as things to tick off, each with what is said of it on paper."""

from collections.abc import Iterable, Iterator

from generator.model.record import record
from generator.sheets.sheet import (
    Branch,
    Choice,
    Entry,
    Fact,
    HowTo,
    Line,
    Link,
    Missing,
    Prose,
    Run,
    Tick,
)
from generator.views.chain import Requirement
from generator.views.directory import ContactView, LinkView
from generator.views.grounds import Ground
from generator.views.order import OrderView, Place
from generator.views.steps import ItemView, OptionView, WorkView, every
from generator.views.words import MISSING, UNKNOWN

WEB = "på webben"
"""How a form is handed in that needs no recipient."""
_COPY = Fact("Guidens råd", (("Spara en kopia av det ni skickar.",),))


@record(frozen=True, slots=True)
class Entries:
    """Reads steps for one kind of sheet."""

    card: bool
    """Whether it is of one service, so that also the short list says what no order of stages does:
    what each requires, and everything about an order."""

    def of(self, items: Iterable[ItemView]) -> tuple[Entry, ...]:
        return tuple(self._entry(item) for item in items)

    def _entry(self, item: ItemView) -> Entry:
        return self._choice(item) if item.work is None else self._tick(item, item.work)

    def _tick(self, item: ItemView, work: WorkView) -> Tick:
        order = tuple(_order(work.order)) if work.order else ()
        return Tick(
            id=item.id,
            title=Link(item.title, item.address),
            who=work.who,
            own=work.own,
            tags=_tags(item),
            stops=tuple(f"Stopp {stop.period}" for stop in work.stops),
            facts=(
                *self._needs(item.requires, brief=True),
                *_facts(work),
                *self._answers(work),
                *(order if self.card else ()),
            ),
            how_to=self._how_to(item, (*(() if self.card else order), *_more(work))),
        )

    def _choice(self, item: ItemView) -> Choice:
        return Choice(
            id=item.id,
            title=Link(item.title, item.address),
            continued=item.continued,
            tags=_tags(item),
            branches=tuple(self._branch(option, item) for option in item.options),
            how_to=HowTo() if item.continued else self._how_to(item, ()),
        )

    def _branch(self, option: OptionView, item: ItemView) -> Branch:
        later = (f"Görs i omgång {option.later}",) if option.later else ()
        facts = (*self._needs(option.requires), *why(option.ground))
        return Branch(
            title=option.title,
            recommended=option.recommended and not item.continued,
            tags=(*((option.applies,) if option.applies else ()), *later),
            entries=self.of(option.items),
            how_to=HowTo() if item.continued else HowTo(text=_prose(option.text), facts=facts),
        )

    def _how_to(self, item: ItemView, more: Iterable[Fact]) -> HowTo:
        return HowTo(
            text=_prose(item.text),
            facts=(
                *([Fact("När", ((item.begins,),))] if item.begins else ()),
                *self._needs(item.requires, brief=False),
                *more,
                *why(item.ground),
            ),
            questions=tuple(map(Prose, item.open_questions)),
        )

    def _needs(
        self, requires: tuple[Requirement, ...], *, brief: bool | None = None
    ) -> Iterator[Fact]:
        """What is required first, in the one detail where it belongs."""
        if requires and brief in (None, self.card):
            yield Fact("Kräver", tuple(tuple(required(need)) for need in requires))

    def _answers(self, work: WorkView) -> Iterator[Fact]:
        """On a card at the order, as on screen; else where it is waited for."""
        own: tuple[str, ...] = (work.answer,) if work.answer else ()
        if self.card:
            own = work.order.answers if work.order else () if work.ordered_in else own
        if own:
            yield Fact("Svar", tuple((Prose(text),) for text in own))


def advice(items: Iterable[ItemView]) -> tuple[Fact, ...]:
    """What is said once, at the head of a list on which something is sent."""
    orders = (item.work.order for item in every(items) if item.work)
    return (_COPY,) if any(order and not order.sent_in for order in orders) else ()


def required(need: Requirement) -> Iterator[Run]:
    """«Sjunet», «Kort: Hämta kortet», or «ett av detta: Sjunet eller Kort»."""
    if need.title:
        yield f"{need.title}: "
    if parts := need.one_of or need.all_of:
        yield "ett av detta: " if need.one_of else "allt detta: "
        for position, part in enumerate(parts):
            if position:
                yield " eller " if need.one_of else " och "
            yield from required(part)
    elif need.service and need.address:
        named = f"{need.service}: {need.step}" if need.step else need.service
        yield Link(named, need.address)
    if need.applies:
        yield f" ({need.applies})"


def contact(view: ContactView) -> Line:
    """Who, and how to reach them."""
    reach = list(_reach(view)) or [(Missing(),)]
    line: list[Run] = [Link(view.organisation, view.page), ": "]
    for position, runs in enumerate(reach):
        line += [", ", *runs] if position else runs
    return tuple(line)


def _reach(view: ContactView) -> Iterator[Line]:
    if view.email:
        yield (Link(view.email, f"mailto:{view.email}"),)
    if view.phone:
        yield (Link(view.phone, f"tel:{view.dial}"),)
    if view.postal_address:
        aged = f" ({view.person_age})" if view.person_age else ""
        person = (f"{view.person}{aged}",) if view.person else ()
        yield (", ".join((*person, *view.postal_address)),)


def _facts(work: WorkView) -> Iterator[Fact]:
    """What belongs on the wall."""
    if work.form:
        yield Fact("Blankett", ((Link(work.form.title, work.form.page),),))
    if work.order:
        yield _sent(work.order)
    if work.contacts:
        yield Fact("Kontakt", tuple(map(contact, work.contacts)))
    if work.time:
        yield Fact(work.time_term, ((_time(work),),))


def _sent(order: OrderView) -> Fact:
    if order.sent_in:
        return Fact("Skickas i steget", tuple((_place(place),) for place in order.sent_in))
    if order.recipients:
        return Fact("Skickas till", tuple(map(contact, order.recipients)))
    if order.online:
        return Fact("Lämnas", ((WEB,),))
    return Fact("Skickas till", ((Missing(),),))


def _place(place: Place) -> Link:
    return Link(place.title, place.address)


def _order(order: OrderView) -> Iterator[Fact]:
    """What a unit must know of an order beside where it goes and what comes back."""
    if order.signer:
        yield Fact("Vem hos er", ((Prose(order.signer),),))
    if order.chases:
        yield Fact("Om svaret dröjer", tuple((Prose(text),) for text in order.chases))
    if order.unknown:
        yield Fact(MISSING, tuple((Missing(text),) for text in order.unknown))


def _time(work: WorkView) -> Run:
    time = work.time or UNKNOWN
    return time if work.time_known else Missing(time)


def _more(work: WorkView) -> Iterator[Fact]:
    """What belongs to how it is done."""
    form = work.form
    if form:
        fetched: Run = Link(form.address, form.address) if form.address else Missing()
        yield Fact("Hämta blanketten", ((fetched,),))
    if work.asks_for:
        yield Fact("Ha till hands", tuple((fact,) for fact in work.asks_for))
    if work.links:
        yield Fact("Se", tuple(map(_link, work.links)))
    if work.chase and not work.order and not work.ordered_in:
        yield Fact("Om svaret dröjer", ((Prose(work.chase),),))
    if work.time_ground:
        yield Fact(f"Om {work.time_term.lower()}en", (ground(work.time_ground),))


def _link(view: LinkView) -> Line:
    if view.address is None:
        return (f"{view.title}: ", Missing())
    applies = f" ({view.applies})" if view.applies else ""
    return (f"{view.title}{applies}: ", Link(view.address, view.address))


def ground(view: Ground) -> Line:
    """Why, and on what that rests where it is not the service's own source."""
    because: Line = (Prose(view.because),) if view.because else ()
    if view.source and not because:
        return (f"Källa: {view.source.title}.",)
    if view.source:
        return (*because, f" (Enligt {view.source.title}.)")
    return (*because, f" ({view.basis.capitalize()}.)") if view.basis else because


def why(view: Ground) -> Iterator[Fact]:
    """A ground as a row of its own; a source that stands alone is told as one."""
    if view.source and not view.because:
        yield Fact("Källa", ((f"{view.source.title}.",),))
    elif view:
        yield Fact("Varför", (ground(view),))


def _tags(item: ItemView) -> tuple[str, ...]:
    optional = ("Valfritt",) if item.optional else ()
    return (*optional, item.applies) if item.applies else optional


def _prose(text: str | None) -> Prose | None:
    return Prose(text) if text else None
