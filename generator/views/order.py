"""What is ordered or handed in: all that is known of it, in one place, and what is not."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.chains.answers import answers
from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.model.record import record
from generator.model.step import Step
from generator.views import addresses, directory, words
from generator.views.chain import Chain
from generator.views.directory import ContactView, FormView

NO_SIGNER: Final = "vem som får beställa eller skriva under"
NO_ANSWER: Final = "om ni får något svar"
NO_CHASE: Final = "vem ni frågar om svaret dröjer"


@record(frozen=True, kw_only=True, slots=True)
class Place:
    """Another step of the same service."""

    title: str
    address: str


@record(frozen=True, kw_only=True, slots=True)
class Awaited:
    """What the unit waits for when it has sent the order."""

    step: Place | None
    """None for the time that the order itself takes."""
    who: str
    time: str | None
    """None when there is no time to wait."""
    time_known: bool
    time_unverified: bool
    """Whether a source gives the time and nobody has checked it."""
    stops: tuple[str, ...]
    """«Sommarstopp hos VGR IT 1 juni–31 juli»."""


@record(frozen=True, kw_only=True, slots=True)
class OrderView:
    form: FormView | None
    sent_in: tuple[Place, ...]
    """The later steps that send the form, if it is only filled in here."""
    filled_in: bool
    """Whether an earlier step fills in the same form, and tells what that takes."""
    signer: str | None
    recipients: tuple[ContactView, ...]
    online: bool
    """Whether it is handed in on the web, so that nobody need be named as the recipient."""
    ways: str | None
    """How, where the form's recipients are not told apart by it."""
    awaited: tuple[Awaited, ...]
    answers: tuple[str, ...]
    """What comes back, or that nothing does."""
    chases: tuple[str, ...]
    contacts: tuple[ContactView, ...]
    """Whom else to turn to."""
    unknown: tuple[str, ...]
    """What no source says of it."""


@record(frozen=True, kw_only=True, slots=True)
class Orders:
    """The orders of a service, for one care model or for all."""

    by_step: Mapping[str, OrderView]
    ordered_in: Mapping[str, tuple[Place, ...]]
    """For the id of a wait, the orders that it answers."""


def orders(chain: Chain) -> Orders:
    """Every order of the service that the readers of the chain meet."""
    spots = {spot.id: spot.item for spot in outline(chain.service)}
    steps = {id_: item for id_, item in spots.items() if isinstance(item, Step) and chain.has(item)}
    if not any(step.is_order for step in steps.values()):
        return Orders(by_step={}, ordered_in={})
    waits = {
        order: tuple(id_ for id_ in awaited if id_ in steps)
        for order, awaited in answers(chain.catalogue, chain.service).items()
        if order in steps
    }
    asked: dict[str, list[Place]] = {}
    for order, awaited in waits.items():
        for id_ in awaited:
            asked.setdefault(id_, []).append(_place(order, steps[order]))
    made = {
        id_: _Order(chain, steps, id_, waits.get(id_, ())).view()
        for id_, step in steps.items()
        if step.is_order
    }
    return Orders(by_step=made, ordered_in={id_: tuple(many) for id_, many in asked.items()})


def received(catalogue: Catalogue, step: Step) -> tuple[ContactView, ...]:
    """Who gets what is sent: the step's own recipients, else those of the form that it names."""
    if step.form is None:
        return tuple(directory.contact(catalogue, id_) for id_ in step.recipients or ())
    form = catalogue.forms[step.form]
    named = [id_ for id_ in form.recipients if id_ in step.contacts]
    return tuple(directory.contact(catalogue, id_) for id_ in named or form.recipients)


def recipient_missing(catalogue: Catalogue, step: Step) -> bool:
    """Whether something is sent, other than on the web alone, and no source says to whom."""
    online = step.form is not None and directory.form(catalogue, step.form).online
    return step.is_order and not online and not received(catalogue, step)


@record(frozen=True, slots=True)
class _Order:
    chain: Chain
    steps: Mapping[str, Step]
    id: str
    waits: tuple[str, ...]

    @property
    def step(self) -> Step:
        return self.steps[self.id]

    @property
    def catalogue(self) -> Catalogue:
        return self.chain.catalogue

    def view(self) -> OrderView:
        step, sent_in = self.step, self._sent_in()
        form = directory.form(self.catalogue, step.form) if step.form else None
        recipients = () if sent_in else received(self.catalogue, step)
        steps = (step, *(self.steps[id_] for id_ in self.waits))
        return OrderView(
            form=form,
            sent_in=sent_in,
            filled_in=self._is_filled_in(),
            signer=self._signer(),
            recipients=recipients,
            online=form is not None and form.online,
            ways=form.ways if form and recipients == form.recipients else None,
            awaited=tuple(self._awaited(sent_in)),
            answers=tuple(each.answer for each in steps if each.answer),
            chases=tuple(each.chase for each in steps if each.chase),
            contacts=tuple(self._contacts(steps, recipients)),
            unknown=tuple(self._unknown(steps, sent_in)),
        )

    def _signer(self) -> str | None:
        form = self.catalogue.forms[self.step.form] if self.step.form else None
        of_form = form.signer if form and not self._is_filled_in() else None
        return self.step.signer or of_form

    def _unknown(self, steps: tuple[Step, ...], sent_in: tuple[Place, ...]) -> Iterator[str]:
        if not self._signer() and not self._is_filled_in():
            yield NO_SIGNER
        if sent_in:
            return
        answered = any(each.answer for each in steps)
        if not answered:
            yield NO_ANSWER
        if not any(each.chase for each in steps) and (self.waits or not answered):
            yield NO_CHASE

    def _same_form(self) -> Iterator[str]:
        form = self.step.form
        return (id_ for id_, step in self.steps.items() if form and step.form == form)

    def _is_filled_in(self) -> bool:
        """Whether an earlier step of the service is to fill in the same form."""
        return next(self._same_form(), self.id) != self.id

    def _sent_in(self) -> tuple[Place, ...]:
        if self._is_filled_in():
            return ()
        return tuple(_place(id_, self.steps[id_]) for id_ in self._same_form() if id_ != self.id)

    def _awaited(self, sent_in: tuple[Place, ...]) -> Iterator[Awaited]:
        if (self.step.lead_time is not None or self.step.stop) and not sent_in:
            yield self._wait(None, self.step)
        for id_ in self.waits:
            yield self._wait(_place(id_, self.steps[id_]), self.steps[id_])

    def _wait(self, place: Place | None, step: Step) -> Awaited:
        stops = [self.catalogue.stops[id_] for id_ in step.stop]
        return Awaited(
            step=place,
            who=words.actor(self.catalogue, step.actor),
            time=words.lead_time(step.time) if step.time.is_wait else None,
            time_known=step.time.duration is not None,
            time_unverified=step.time.time is not None and self.chain.service.verified is None,
            stops=tuple(f"{stop.title} {words.period(stop)}" for stop in stops),
        )

    def _contacts(
        self, steps: tuple[Step, ...], recipients: tuple[ContactView, ...]
    ) -> Iterator[ContactView]:
        known = {view.id for view in recipients}
        for id_ in dict.fromkeys(id_ for step in steps for id_ in step.contacts):
            if id_ not in known:
                yield directory.contact(self.catalogue, id_)


def _place(id_: str, step: Step) -> Place:
    return Place(title=step.title, address=addresses.target(id_))
