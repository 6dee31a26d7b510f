"""«Har ni …?»: how a unit sees for itself that a stage of the way is done.

A service's own test stands where its last step is taken. Every answer that a stage waits for is
asked about in the words of its step; nothing is asked that the catalogue does not say.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.chains.graph import Graph, Node, Role
from generator.model.record import record
from generator.model.service import Service
from generator.views import addresses
from generator.views.grounds import Grounds, SourceView
from generator.views.site import Site
from generator.views.stages import Group, Stage, Timing, timed
from generator.views.steps import ItemView

_GET: Final = "Få "


@record(frozen=True, kw_only=True, slots=True)
class SelfTestView:
    service: str
    question: str
    conclusion: str
    help: str
    """Where those are named who can be asked if the answer is no."""
    source: SourceView | None


@record(frozen=True, kw_only=True, slots=True)
class Expected:
    """An answer that should have come when a stage is done."""

    service: str
    question: str
    address: str
    chosen: str | None
    """The alternative that it comes in, if the unit has a choice."""
    applies: str | None
    optional: bool
    answer: str | None


@record(frozen=True, kw_only=True, slots=True)
class Ending:
    tests: tuple[SelfTestView, ...]
    expected: tuple[Expected, ...]

    def __bool__(self) -> bool:
        return bool(self.tests or self.expected)


def self_test(site: Site, service: Service) -> SelfTestView | None:
    found = service.self_test
    if found is None:
        return None
    foreign = found.source is not None and found.source.ref != service.source.ref
    grounds = Grounds(site.catalogue, service.source.ref)
    return SelfTestView(
        service=service.name,
        question=found.question,
        conclusion=found.conclusion,
        help=f"{addresses.service(service.id)}#hjalp",
        source=grounds.source(found.source) if found.source and foreign else None,
    )


def endings(site: Site, model: str, stages: tuple[Stage, ...]) -> Mapping[int, Ending]:
    """For each stage's number, what tells that it is done."""
    on_the_way = {group.id for stage in stages for group in stage.groups}
    tests = _tests(site, model, on_the_way)
    return {
        stage.number: Ending(
            tests=tuple(tests.get(stage.number, ())),
            expected=tuple(each for group in stage.groups for each in _expected(group)),
        )
        for stage in stages
    }


def _tests(site: Site, model: str, services: set[str]) -> dict[int, list[SelfTestView]]:
    graph, timing = site.graph_of(model, None), timed(site, model, None)
    found: dict[int, list[SelfTestView]] = {}
    for id_ in (id_ for id_ in site.catalogue.services if id_ in services):
        test = self_test(site, site.catalogue.services[id_])
        if test is None:
            continue
        own = (node for node in _before(graph, timing, id_) if graph.services[node] == id_)
        last = max((timing.begins[node] for node in own if node in timing.begins), default=None)
        if last is not None:
            found.setdefault(last + 1, []).append(test)
    return found


def _before(graph: Graph, timing: Timing, service: str) -> Iterator[Node]:
    """The steps on the default way to all of the service."""
    met, stack = set[Node](), [graph.numbers[service]]
    while stack:
        node = stack.pop()
        if node not in met:
            met.add(node)
            chosen = timing.chosen.get(node)
            stack += graph.before[node] if chosen is None else (chosen,)
            if graph.roles[node] is Role.STEP:
                yield node


def _expected(group: Group) -> Iterator[Expected]:
    for item in group.items:
        yield from _of(group, item, None)


def _of(group: Group, item: ItemView, chosen: str | None) -> Iterator[Expected]:
    work = item.work
    if work is not None and (not work.own or work.time is not None):
        yield Expected(
            service=group.name,
            question=_question(item.title),
            address=item.address,
            chosen=chosen,
            applies=item.applies,
            optional=item.optional,
            answer=work.answer,
        )
    for option in item.options:
        for inner in option.items:
            yield from _of(group, inner, option.title)


def _question(title: str) -> str:
    if title.startswith(_GET):
        return f"Har ni fått {title.removeprefix(_GET)}?"
    return f"Är steget «{title}» klart?"
