"""What in a service is only for some of the care models that are offered it."""

from collections.abc import Iterable, Iterator

from generator.model.catalogue import Catalogue
from generator.model.entry import Applies
from generator.model.need import AnyOf, Need, inner, references
from generator.model.outline import outline
from generator.model.record import record
from generator.model.service import Service
from generator.model.step import Choice, Option, Step
from generator.views import addresses, words


@record(frozen=True, kw_only=True, slots=True)
class PartView:
    kind: str
    """«Steg», «Lathund»: what sort of thing it is."""
    title: str
    page: str


@record(frozen=True, kw_only=True, slots=True)
class Side:
    """What a care model has of a service that not all the others have."""

    model: str
    parts: tuple[PartView, ...]


Told = tuple[Applies, PartView]


def differences(catalogue: Catalogue, service: Service) -> tuple[Side, ...]:
    """A side for each care model that is offered the service; none if nothing tells them apart."""
    offered = [model for model in catalogue.models if model in service.obligation]
    told = list(_parts(catalogue, service))
    sides = []
    for model in offered:
        own = (view for part, view in told if model in part.models and {*offered} - {*part.models})
        sides.append(Side(model=catalogue.models[model].name, parts=tuple(dict.fromkeys(own))))
    return tuple(sides) if any(side.parts for side in sides) else ()


def _parts(catalogue: Catalogue, service: Service) -> Iterator[Told]:
    """Those that are only for some models, which few are: the others are not looked into."""
    page = addresses.service(service.id)
    for need in service.prerequisites:
        yield from _needs(catalogue, need)
    for spot in outline(service):
        item = spot.item
        if item.models:
            place = addresses.target(spot.id)
            yield item, PartView(kind=_kind(item), title=item.title, page=place)
        for need in item.prerequisites:
            yield from _needs(catalogue, need)
        if isinstance(item, Step):
            yield from _papers(catalogue, item, spot.id)
    for function in service.functions:
        if function.models:
            yield function, PartView(kind="Ingår", title=function.name, page=f"{page}#delar")
    yield from _links(catalogue, service.links)
    yield from _monthly(catalogue, service)


def _papers(catalogue: Catalogue, step: Step, id_: str) -> Iterator[Told]:
    """What a step is given and asked for."""
    asked = [*step.asks_for]
    if step.form is not None:
        form = catalogue.forms[step.form]
        asked += form.asks_for
        if form.models:
            page = addresses.form(form.id)
            yield form, PartView(kind="Blankett", title=form.title, page=page)
    for each in asked:
        if each.models:
            title, page = catalogue.facts[each.fact].name, addresses.target(id_)
            yield each, PartView(kind="Uppgift", title=title, page=page)
    yield from _links(catalogue, step.links)


def _links(catalogue: Catalogue, ids: Iterable[str]) -> Iterator[Told]:
    for id_ in ids:
        link = catalogue.links[id_]
        if link.models:
            page = addresses.document(id_)
            yield link, PartView(kind=words.LINK[link.kind], title=link.title, page=page)


def _monthly(catalogue: Catalogue, service: Service) -> Iterator[Told]:
    for id_ in service.recurring:
        recurring, rule = catalogue.recurring[id_], addresses.recurring(id_)
        if recurring.models:
            yield recurring, PartView(kind="Återkommer", title=recurring.title, page=rule)
        for task in recurring.tasks:
            for model in task.models:
                page = f"{addresses.month(model)}#{id_}"
                only = Applies(models=(model,))
                yield only, PartView(kind="Varje månad", title=task.title, page=page)


def _needs(catalogue: Catalogue, need: Need) -> Iterator[Told]:
    named = list(references(need)) if need.models else []
    if named:
        names = dict.fromkeys(catalogue.services[ref.service].name for ref in named)
        word = "eller" if isinstance(need, AnyOf) else "och"
        page = addresses.target(named[0].need)
        yield need, PartView(kind="Kräver", title=words.listed(names, word), page=page)
    for part in inner(need):
        yield from _needs(catalogue, part)


def _kind(item: Step | Choice | Option) -> str:
    if isinstance(item, Step):
        return "Steg"
    return "Val" if isinstance(item, Choice) else "Alternativ"
