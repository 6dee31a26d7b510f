"""What the forms and orders on a unit's list ask for: each fact once, with all that ask for it."""

from collections.abc import Iterable, Iterator

from generator.chains.graph import offered
from generator.model.catalogue import Catalogue
from generator.model.fact import Asked, Fact
from generator.model.outline import outline
from generator.model.profile import Profile, somebody
from generator.model.record import record
from generator.model.scalars import Basis
from generator.model.service import Service
from generator.model.step import Choice, Option, Step
from generator.views import addresses, words
from generator.views.grounds import Ground, Grounds, SourceView
from generator.views.site import Site, once
from generator.views.stages import on_the_way


@record(frozen=True, kw_only=True, slots=True)
class Asker:
    """A form, or a step that orders or registers something without one."""

    title: str
    page: str
    is_form: bool
    service: str
    """The service that it is for, the first if there are several."""
    conditions: tuple[str, ...]
    """«Om ni väljer: Med en egen koppling»; what the unit decides that makes it meet this."""
    is_certain: bool
    """Whether it is met on the way that the guide recommends, by whoever adds nothing to it."""


@record(frozen=True, kw_only=True, slots=True)
class Use:
    asker: Asker
    ground: Ground
    """Beyond what the fact's own source says: nothing, as a rule."""


@record(frozen=True, kw_only=True, slots=True)
class GatheredFact:
    id: str
    name: str
    explanation: str | None
    where: str | None
    """Where the unit finds it, or who decides it."""
    personal: bool
    source: SourceView
    uses: tuple[Use, ...]

    @property
    def is_certain(self) -> bool:
        return any(use.asker.is_certain for use in self.uses)


@record(frozen=True, kw_only=True, slots=True)
class Gathered:
    facts: tuple[GatheredFact, ...]
    """In the order of the catalogue."""
    silent: tuple[Asker, ...]
    """Those of which no source says outright what they ask for, in the order of the services."""


@record(frozen=True, slots=True)
class _Met:
    """A step in which the unit meets an asker."""

    service: Service
    id: str
    step: Step
    parts: tuple[Step | Choice | Option, ...]
    """The choices and options that it lies in, the outermost first, and the step itself."""

    def exists(self, profile: Profile) -> bool:
        return offered(self.service, profile) and all(map(profile.has, self.parts))

    @property
    def chosen(self) -> list[Option]:
        return [part for part in self.parts if isinstance(part, Option)]


@record(frozen=True, slots=True)
class _Asking:
    asker: Asker
    asks: tuple[Asked, ...]


@once
def gathered(site: Site, model: str, operator: str) -> Gathered:
    """Everything asked for in what a unit of the model, run by the operator, orders or hands in."""
    catalogue, profile = site.catalogue, somebody(site.catalogue, model, operator)
    own, asking = frozenset(on_the_way(site, model, operator)), _met(site, profile)
    askings = [_asking(catalogue, profile, page, met, own) for page, met in asking.items()]
    uses = _uses(catalogue, askings)
    facts = (_fact(catalogue, fact, uses.get(fact.id, ())) for fact in catalogue.facts.values())
    return Gathered(
        facts=tuple(fact for fact in facts if fact.uses),
        silent=tuple(each.asker for each in askings if not any(map(_is_stated, each.asks))),
    )


def _met(site: Site, profile: Profile) -> dict[str, list[_Met]]:
    """By the page of each asker, the steps of the profile in which it is met."""
    found: dict[str, list[_Met]] = {}
    for met in _asking_steps(site):
        if met.exists(profile):
            for page in _askers(met.id, met.step):
                found.setdefault(page, []).append(met)
    return found


@once
def _asking_steps(site: Site) -> tuple[_Met, ...]:
    """Every step that something is asked for in, read once for all profiles."""
    found = []
    for service in site.catalogue.services.values():
        around: list[Step | Choice | Option] = []
        for spot in outline(service):
            del around[len(spot.path) // 2 - 2 :]  # `services/id/steps/0/options/0/steps/0`
            around.append(spot.item)
            if isinstance(spot.item, Step) and any(_askers(spot.id, spot.item)):
                found.append(_Met(service, spot.id, spot.item, tuple(around)))
    return tuple(found)


def _askers(id_: str, step: Step) -> Iterator[str]:
    """The pages of what asks for facts in a step: its form, and the step itself."""
    if step.form is not None:
        yield addresses.form(step.form)
    if step.asks_for or (step.is_order and step.form is None):
        yield addresses.target(id_)


def _asking(
    catalogue: Catalogue, profile: Profile, page: str, met: list[_Met], own: frozenset[str]
) -> _Asking:
    first, added = met[0], all(each.service.id not in own for each in met)
    chosen = [o for o in first.chosen if all(o in other.chosen for other in met)]
    optional = all(each.step.optional for each in met)
    form = catalogue.forms[first.step.form] if first.step.form else None
    if form is not None and page != addresses.form(form.id):
        form = None
    source = form or first.step
    asker = Asker(
        title=source.title,
        page=page,
        is_form=form is not None,
        service=first.service.name,
        conditions=(
            *([f"Om ni lägger till: {first.service.name}"] if added else ()),
            *(f"Om ni väljer: {option.title}" for option in chosen),
            *(["Valfritt"] if optional else ()),
        ),
        is_certain=not added and not optional and all(o.recommended for o in chosen),
    )
    asks = tuple(asked for asked in source.asks_for if profile.has(asked))
    return _Asking(asker, asks)


def _is_stated(asked: Asked) -> bool:
    return asked.basis in (None, Basis.SEED, Basis.EXTERNAL)


def _uses(catalogue: Catalogue, askings: list[_Asking]) -> dict[str, list[Use]]:
    """For a fact's id, all that ask for it."""
    found: dict[str, list[Use]] = {}
    for asking in askings:
        for asked in asking.asks:
            ground = _ground(catalogue, asked, catalogue.facts[asked.fact])
            found.setdefault(asked.fact, []).append(Use(asker=asking.asker, ground=ground))
    return found


def _fact(catalogue: Catalogue, fact: Fact, uses: Iterable[Use]) -> GatheredFact:
    return GatheredFact(
        id=fact.id,
        name=fact.name,
        explanation=fact.explanation,
        where=fact.where,
        personal=fact.personal,
        source=Grounds(catalogue, "").source(fact.source),
        uses=tuple(uses),
    )


def _ground(catalogue: Catalogue, asked: Asked, fact: Fact) -> Ground:
    cited, basis = asked.source, None if _is_stated(asked) else asked.basis
    if cited is not None and cited.ref == fact.source.ref:
        cited = None
    return Ground(
        because=asked.because,
        basis=words.BASIS[basis] if basis else None,
        source=Grounds(catalogue, "").source(cited) if cited else None,
    )
