"""Who meets an effect and what it is, in sentences that the renderers share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.diff.changes.things import named
from generator.diff.impact.effects import Earliest, Effects, Listing, Move, Shift, Turn
from generator.diff.impact.samples import Asker
from generator.model.catalogue import Catalogue
from generator.model.lead_time import Duration
from generator.plan.plan import Verdict
from generator.views import words
from generator.views.chain import titles

_VERDICTS: Final = {
    Verdict.YES: "hinner",
    Verdict.NO: "hinner inte",
    Verdict.UNKNOWN: "går inte att säga",
}
_NO_DAY: Final = "ingen dag räcker"
_MOST_STEPS: Final = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and what belongs under it."""

    text: str
    details: tuple[str, ...] = ()
    minor: bool = False
    """Whether it only follows from another: told short, unless somebody asks."""


class Teller:
    """Tells the effects of a change with the names that both catalogues give."""

    def __init__(self, old: Catalogue, new: Catalogue) -> None:
        self.new = new
        self.titles = {**titles(old), **titles(new)}
        self.services = {id_: s.name for id_, s in {**old.services, **new.services}.items()}

    def effects(self, effects: Effects) -> Iterator[Told]:
        """What comes first is what a unit must act on."""
        yield from map(self.turn, effects.turns)
        yield from map(self.shift, effects.shifts)
        yield from map(self.listing, effects.listings)
        yield from map(self.earliest, effects.earliest)

    def shift(self, shift: Shift) -> Told:
        days = [move.days for move in shift.moves if move.days is not None]
        text = f"{self.who(shift.who)}: {self._moved_steps(shift)} {_how_much(days)}"
        return Told(text, tuple(map(_move, shift.moves)), minor=not shift.causes)

    def _moved_steps(self, shift: Shift) -> str:
        """The step where it begins, and how many there are before it on the same day."""
        if not shift.causes:
            many = words.counted(len(shift.steps), "steg", "steg")
            return f"{many} dessförinnan, först {self.step(shift.steps[0])},"
        lead = shift.causes[:_MOST_STEPS]
        rest = len(shift.steps) - len(lead)
        more = f" med {words.counted(rest, 'steg', 'steg')} dessförinnan" if rest else ""
        return f"{words.listed(map(self.step, lead))}{more}"

    def listing(self, listing: Listing) -> Told:
        many = words.counted(len(listing.steps), "steg", "steg")
        what = "kommer till på listan" if listing.comes else "försvinner från listan"
        when = "" if len(listing.starts) > 1 else f" vid start {_day(listing.starts[0])}"
        details = tuple(map(self.step, listing.steps))
        return Told(f"{self.who(listing.who)}: {many} {what}{when}", details)

    def turn(self, turn: Turn) -> Told:
        when = words.listed(map(_day, turn.starts))
        says = f"svaret blir «{_VERDICTS[turn.after]}» i stället för «{_VERDICTS[turn.before]}»"
        return Told(f"{self.who(turn.who)}, start {when}: {says}")

    def earliest(self, earliest: Earliest) -> Told:
        says = f"tidigaste möjliga start flyttas: {_day(earliest.before)} → {_day(earliest.after)}"
        return Told(f"{self.who(earliest.who)}: {says}")

    def step(self, id_: str) -> str:
        service = self.services.get(id_.partition("/")[0], id_)
        return f"{service} «{self.titles.get(id_, id_)}»"

    def who(self, askers: Iterable[Asker]) -> str:
        """«Alla», «Vårdval Rehab», «VG Primärvård (privat)», with the service wanted besides."""
        by_extra: dict[str | None, list[Asker]] = {}
        for asker in askers:
            by_extra.setdefault(asker.extra, []).append(asker)
        return words.listed(self._with(extra, many) for extra, many in by_extra.items())

    def _with(self, extra: str | None, askers: list[Asker]) -> str:
        operators: dict[tuple[str, ...], list[str]] = {}
        for model in dict.fromkeys(asker.model for asker in askers):
            own = tuple(a.operator for a in askers if a.model == model)
            operators.setdefault(own, []).append(model)
        who = words.listed(self._models(m, own) for own, m in operators.items())
        everyone = len(askers) == len(self.new.models) * len(self.new.operators)
        who = "Alla" if everyone else who
        return (
            who if extra is None else f"{who} (den som vill ha {self.services.get(extra, extra)})"
        )

    def _models(self, models: list[str], operators: tuple[str, ...]) -> str:
        names = words.listed(named(self.new, "models", model) for model in models)
        if len(operators) == len(self.new.operators):
            return names
        short = (self.new.operators[id_].short_name.lower() for id_ in operators)
        return f"{names} ({words.listed(short)})"


def _how_much(days: list[int]) -> str:
    if not days:
        return "får en annan sista dag"
    least, most = min(map(abs, days)), max(map(abs, days))
    span = words.duration(Duration(most)) if least == most else f"{least}–{most} dagar"
    if all(number < 0 for number in days):
        return f"måste börjas {span} tidigare"
    return f"kan börjas {span} senare" if all(number > 0 for number in days) else "byter sista dag"


def _move(move: Move) -> str:
    near = move.start.year
    return f"start {_day(move.start)}: {_day(move.before, near)} → {_day(move.after, near)}"


def _day(day: date | None, near: int | None = None) -> str:
    """With its year, unless that is the one that everybody thinks of."""
    return words.day(day, year=day.year != near) if day is not None else _NO_DAY
