"""What a unit goes through, step by step, as it is read on a page or ticked off on a list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.model.catalogue import Catalogue
from generator.model.record import record
from generator.model.step import UNIT, Choice, Item, Option, Step
from generator.views import addresses, directory, words
from generator.views.chain import Chain, Requirement
from generator.views.directory import ContactView, FormView, LinkView
from generator.views.grounds import Ground
from generator.views.order import Orders, OrderView, Place, orders, received

SIDE_BY_SIDE = "Kan göras samtidigt som steget före."
AT_ONCE = "Ni behöver inte vänta på stegen före."


@record(frozen=True, kw_only=True, slots=True)
class StopView:
    id: str
    title: str
    period: str
    text: str


@record(frozen=True, kw_only=True, slots=True)
class WorkView:
    """What is to be done in a step, by whom and with what."""

    who: str
    own: bool
    """Whether the unit does it, not somebody it waits for."""
    order: OrderView | None
    """All that is known of what is ordered or handed in, if anything is."""
    ordered_in: tuple[Place, ...]
    """The orders that this waits for the answer to."""
    form: FormView | None
    asks_for: tuple[str, ...]
    """The facts to have at hand; those of a form, in the step that fills it in."""
    recipients: tuple[ContactView, ...]
    """Who gets what is sent; of a form's, those that the step names, else all of them."""
    contacts: tuple[ContactView, ...]
    """Beside the recipients."""
    links: tuple[LinkView, ...]
    answer: str | None
    chase: str | None
    time_term: str
    time: str | None
    """«14 dagar», «okänd»; None when there is no time to wait."""
    time_known: bool
    time_unverified: bool
    """Whether a source gives the time and nobody has checked it."""
    time_ground: Ground
    stops: tuple[StopView, ...]


@record(frozen=True, kw_only=True, slots=True)
class OptionView:
    id: str
    anchor: str
    title: str
    text: str | None
    recommended: bool
    applies: str | None
    requires: tuple[Requirement, ...]
    ground: Ground
    items: tuple["ItemView", ...]
    later: int | None = None
    """The stage in which its steps come, where they are not here."""


@record(frozen=True, kw_only=True, slots=True)
class ItemView:
    """A step, with its work, or a choice, with its options."""

    id: str
    anchor: str
    address: str
    title: str
    text: str | None
    optional: bool
    applies: str | None
    begins: str | None
    """When it may begin, if not simply after the one before."""
    requires: tuple[Requirement, ...]
    ground: Ground
    open_questions: tuple[str, ...]
    work: WorkView | None = None
    options: tuple[OptionView, ...] = ()
    continued: bool = False
    """Whether a choice was shown, with all its options, in an earlier stage."""


def stop(catalogue: Catalogue, id_: str) -> StopView:
    found = catalogue.stops[id_]
    return StopView(id=id_, title=found.title, period=words.period(found), text=found.text)


@dataclass(frozen=True)
class Steps:
    """Reads the steps of one service."""

    chain: Chain

    @cached_property
    def orders(self) -> Orders:
        return orders(self.chain)

    @property
    def catalogue(self) -> Catalogue:
        return self.chain.catalogue

    def items(self) -> tuple[ItemView, ...]:
        service = self.chain.service
        return self._items(service.steps, service.id)

    def _items(self, items: tuple[Item, ...], scope: str) -> tuple[ItemView, ...]:
        here = tuple(item for item in items if self.chain.has(item))
        return tuple(
            self._item(item, scope, _begins(here, position)) for position, item in enumerate(here)
        )

    def _item(self, item: Item, scope: str, begins: str | None) -> ItemView:
        id_ = f"{scope}/{item.id}"
        options = item.options if isinstance(item, Choice) else ()
        return ItemView(
            id=id_,
            anchor=addresses.anchor(id_),
            address=addresses.target(id_),
            title=item.title,
            text=item.text,
            optional=item.optional,
            applies=self.chain.applies(item),
            begins=begins,
            requires=self.chain.requirements(item.prerequisites),
            ground=self.chain.grounds.of(item.because, item.basis, item.source),
            open_questions=item.open_questions,
            work=self._work(id_, item) if isinstance(item, Step) else None,
            options=tuple(
                self._option(option, scope) for option in options if self.chain.has(option)
            ),
        )

    def _work(self, id_: str, step: Step) -> WorkView:
        form = directory.form(self.catalogue, step.form) if step.form else None
        order = self.orders.by_step.get(id_)
        recipients = received(self.catalogue, step)
        known = {view.id for view in (form.recipients if form else recipients)}
        others = [other for other in step.contacts if other not in known]
        time = step.time
        return WorkView(
            who=words.actor(self.catalogue, step.actor),
            own=step.actor == UNIT,
            order=order,
            ordered_in=self.orders.ordered_in.get(id_, ()),
            form=form,
            asks_for=self._asks_for(step, order),
            recipients=recipients,
            contacts=tuple(directory.contact(self.catalogue, other) for other in others),
            links=self._links(step.links),
            answer=step.answer,
            chase=step.chase,
            time_term=words.lead_time_term(step.actor),
            time=words.lead_time(time) if time.is_wait else None,
            time_known=time.duration is not None,
            time_unverified=time.time is not None and self.chain.service.verified is None,
            time_ground=self.chain.grounds.of(time.because, time.basis, time.source),
            stops=tuple(stop(self.catalogue, stopped) for stopped in step.stop),
        )

    def _asks_for(self, step: Step, order: OrderView | None) -> tuple[str, ...]:
        of_form = order.form.asks_for if order and order.form and not order.filled_in else ()
        return tuple(dict.fromkeys((*of_form, *directory.asked(self.catalogue, step.asks_for))))

    def _links(self, ids: Iterable[str]) -> tuple[LinkView, ...]:
        here = (id_ for id_ in ids if self.chain.has(self.catalogue.links[id_]))
        return tuple(directory.link(self.catalogue, id_, self.chain.model) for id_ in here)

    def _option(self, option: Option, scope: str) -> OptionView:
        id_ = f"{scope}/{option.id}"
        return OptionView(
            id=id_,
            anchor=addresses.anchor(id_),
            title=option.title,
            text=option.text,
            recommended=option.recommended,
            applies=self.chain.applies(option),
            requires=self.chain.requirements(option.prerequisites),
            ground=self.chain.grounds.of(option.because, option.basis, option.source),
            items=self._items(option.steps, id_),
        )


def _before(items: tuple[Item, ...], position: int) -> set[str]:
    """The ids of the siblings that must be done before the item."""
    after = items[position].after
    if after is not None:
        return set(after)
    required = [item.id for item in items[:position] if not item.optional]
    return set(required[-1:])


def _apart(one: Item, other: Item) -> bool:
    """Whether no reader meets both."""
    models, operators = ({*one.models}, {*other.models}), ({*one.operators}, {*other.operators})
    return any(a and b and a.isdisjoint(b) for a, b in (models, operators))


def _begins(items: tuple[Item, ...], position: int) -> str | None:
    if items[position].after is None or position == 0:
        return None
    if _apart(items[position], items[position - 1]):
        return None
    before = _before(items, position)
    if before == _before(items, position - 1):
        return SIDE_BY_SIDE
    if not before:
        return AT_ONCE
    near = {item.id for item in items[position - len(before) : position]}
    if before == near:
        return None
    named = [item for item in items if item.id in before]
    word = "eller" if all(item.models or item.operators for item in named) else "och"
    return f"Görs efter {words.listed((f'«{item.title}»' for item in named), word)}."


def every(items: Iterable[ItemView]) -> Iterator[ItemView]:
    """The items and all that their options hold."""
    for item in items:
        yield item
        for option in item.options:
            yield from every(option.items)
