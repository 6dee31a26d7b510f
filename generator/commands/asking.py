"""What the command line asks, held against the catalogue: a question, or all its faults."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.chains.graph import build
from generator.checks.nearest import nearest
from generator.checks.wording import listing, quote
from generator.commands.options import written_day
from generator.model.catalogue import Catalogue
from generator.model.outline import Spot, outline
from generator.model.profile import Profile
from generator.model.step import Choice, Option, Step
from generator.plan.plan import Question
from generator.plan.today import today
from generator.views.former import former_ids


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """As it was written."""

    model: tuple[str, ...]
    operator: str | None
    start: str | None
    today: str | None
    with_: tuple[str, ...]
    choose: tuple[str, ...]
    done: tuple[str, ...]


def question(catalogue: Catalogue, asked: Asked) -> Question | tuple[str, ...]:
    """The question, or in Swedish everything that is wrong with it."""
    reading = _Reading(catalogue, asked)
    found = reading.question()
    return tuple(reading.faults) if found is None or reading.faults else found


class _Reading:
    def __init__(self, catalogue: Catalogue, asked: Asked) -> None:
        self.catalogue, self.asked = catalogue, asked
        self.faults: list[str] = []
        spots = (spot for service in catalogue.services.values() for spot in outline(service))
        self.spots: dict[str, Spot] = {spot.id: spot for spot in spots}
        self.former = former_ids(catalogue)

    def question(self) -> Question | None:
        asked = self.asked
        profile = self._profile()
        start = self._day("start", asked.start, None)
        now = self._day("today", asked.today, today(self.catalogue.guide))
        services = self._known("tjänsten", self._items(asked.with_), self.catalogue.services)
        options = self._options()
        done = self._known("steget", self._items(asked.done), self._ids(Step))
        if profile is None:
            return None
        self._exist(profile, services, options, done)
        if start is None or now is None:
            return None
        return Question(
            profile=profile,
            start=start,
            today=now,
            extra=services,
            options=options,
            done=frozenset(done),
        )

    def _profile(self) -> Profile | None:
        asked = _today(self.asked.model, self.former["models"])
        models = self._known("vårdvalsmodellen", asked, self.catalogue.models)
        if not self.asked.model:
            self._miss("--model", self.catalogue.models)
        operator = self._operator()
        return Profile(frozenset(models), frozenset({operator})) if models and operator else None

    def _operator(self) -> str | None:
        known, named = list(self.catalogue.operators), self.asked.operator
        if named is not None:
            asked = _today([named], self.former["operators"])
            return next(iter(self._known("driftsformen", asked, known)), None)
        if len(known) == 1:
            return known[0]
        self._miss("--operator", known)
        return None

    def _day(self, name: str, written: str | None, default: date | None) -> date | None:
        if written is None:
            if default is None:
                self.faults.append(f"`--{name}` saknas; skriv till exempel `--{name} 2027-09-01`")
            return default
        day = written_day(written)
        if isinstance(day, date):
            return day
        self.faults.append(f"`--{name}`: {day}")
        return None

    def _options(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for written in self.asked.choose:
            asked, sign, option = written.partition("=")
            if not sign:
                self.faults.append(f"{quote(written)} är inget val skrivet `val=alternativ`")
                continue
            for choice in self._known("valet", self._items([asked]), self._ids(Choice)):
                now = self.former["items"].get(f"{choice.rpartition('/')[0]}/{option}", option)
                self._choose(found, choice, now.rpartition("/")[2] if now != option else option)
        return found

    def _choose(self, found: dict[str, str], choice: str, option: str) -> None:
        item = self.spots[choice].item
        options = [each.id for each in item.options] if isinstance(item, Choice) else []
        known = self._known(f"i valet {quote(choice)}: alternativet", [option], options)
        if known and found.setdefault(choice, option) != option:
            self.faults.append(f"valet {quote(choice)} har fått två svar")

    def _items(self, written: Iterable[str]) -> list[str]:
        return _today(written, self.former["items"])

    def _known(self, noun: str, written: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
        ids, found = list(known), []
        for each in written:
            if each in ids:
                found.append(each)
            else:
                self.faults.append(_unknown(noun, each, ids))
        return tuple(dict.fromkeys(found))

    def _ids(self, kind: type[Step | Choice | Option]) -> list[str]:
        return [id_ for id_, spot in self.spots.items() if isinstance(spot.item, kind)]

    def _miss(self, name: str, known: Iterable[str]) -> None:
        self.faults.append(f"`{name}` saknas; skriv {listing(known)}")

    def _exist(
        self,
        profile: Profile,
        services: Iterable[str],
        options: Mapping[str, str],
        done: Iterable[str],
    ) -> None:
        """What exists in the catalogue may still not be for this unit."""
        here = build(self.catalogue, profile).numbers
        for noun, id_ in _asked_for(services, options, done):
            if id_ not in here:
                self.faults.append(f"{noun} {quote(id_)} finns inte för {self._who(profile)}")

    def _who(self, profile: Profile) -> str:
        models = [m.name for id_, m in self.catalogue.models.items() if id_ in profile.models]
        operators = [self.catalogue.operators[id_].name for id_ in profile.operators]
        return ", ".join([*models, *operators])


def _today(written: Iterable[str], former: Mapping[str, str]) -> list[str]:
    """The ids as they are called now."""
    return [former.get(id_, id_) for id_ in written]


def _asked_for(
    services: Iterable[str], options: Mapping[str, str], done: Iterable[str]
) -> Iterator[tuple[str, str]]:
    yield from (("tjänsten", id_) for id_ in services)
    for choice, option in options.items():
        yield "alternativet", f"{choice.rpartition('/')[0]}/{option}"
    yield from (("steget", id_) for id_ in done)


def _unknown(noun: str, written: str, known: list[str]) -> str:
    meant = nearest(written, known)
    hint = f"menar ni {quote(meant)}?" if meant else f"det finns {listing(known)}"
    return f"{noun} {quote(written)} finns inte; {hint}"
