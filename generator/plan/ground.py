"""What all plans of one profile stand on, made once for however many questions.

At 2,500 services it costs as much as the plan itself, and the plans of all alternatives share it.
Whatever the wanted services do not rest on is left out, which is most of a large catalogue; what
is left is numbered in the same order, so that ties fall alike.
"""

from dataclasses import dataclass, field, replace

from generator.chains.beneath import beneath
from generator.chains.graph import Graph, Node, build
from generator.model.catalogue import Catalogue
from generator.model.profile import Profile, must_have
from generator.model.step import Step
from generator.plan.timetable import Timetable, timetables


@dataclass(frozen=True, slots=True)
class Footing:
    """What plans of the same wanted services stand on."""

    graph: Graph
    steps: dict[Node, Step]
    times: dict[Node, Timetable]
    unknown: frozenset[Node]
    """Steps whose lead time nobody knows."""
    goals: dict[str, Node]
    """For each wanted service that is offered, its end."""


@dataclass(frozen=True, slots=True)
class Ground:
    catalogue: Catalogue
    profile: Profile
    must: list[str]
    """Ids of the services that the profile must have."""
    _footings: dict[tuple[str, ...], Footing] = field(default_factory=dict)

    def under(self, extra: tuple[str, ...]) -> Footing:
        """Of what the profile must have, and of that; unknown ids are passed over."""
        if extra not in self._footings:
            self._footings[extra] = self._footing([*self.must, *extra])
        return self._footings[extra]

    def _footing(self, wanted: list[str]) -> Footing:
        services = beneath(self.catalogue, [id_.partition("/")[0] for id_ in wanted])
        part = replace(self.catalogue, services=services)
        graph = build(part, self.profile)
        steps = {node: item for node, item in graph.items.items() if isinstance(item, Step)}
        times, unknown = timetables(self.catalogue, steps)
        return Footing(
            graph=graph,
            steps=steps,
            times=times,
            unknown=unknown,
            goals={id_: graph.numbers[id_] for id_ in wanted if id_ in graph.numbers},
        )


def ground(catalogue: Catalogue, profile: Profile) -> Ground:
    return Ground(catalogue, profile, must_have(catalogue, profile))
