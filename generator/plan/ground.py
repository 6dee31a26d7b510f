"""What all plans of one profile stand on, made once for however many questions.

At 2,500 services it costs as much as the plan itself, and the plans of all alternatives share it.
"""

from dataclasses import dataclass

from generator.chains.graph import Graph, Node, build
from generator.model.catalogue import Catalogue
from generator.model.profile import Profile, must_have
from generator.model.step import Step
from generator.plan.timetable import Timetable, timetables


@dataclass(frozen=True, slots=True)
class Ground:
    graph: Graph
    steps: dict[Node, Step]
    times: dict[Node, Timetable]
    must: list[str]
    """Ids of the services that the profile must have."""


def ground(catalogue: Catalogue, profile: Profile) -> Ground:
    graph = build(catalogue, profile)
    steps = {node: item for node, item in graph.items.items() if isinstance(item, Step)}
    return Ground(graph, steps, timetables(catalogue, steps), must_have(catalogue, profile))
