"""What lies beneath some services is all that their ways can need."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.chains.beneath import beneath
from generator.chains.graph import Graph, build
from generator.chains.way import way
from generator.model.catalogue import Catalogue
from generator.model.profile import profiles
from tests.chains.catalogues import SERVICES, catalogues


@given(catalogues(), st.lists(st.sampled_from(SERVICES), unique=True))
def test_the_ways_are_those_in_the_whole_catalogue(catalogue: Catalogue, wanted: list[str]) -> None:
    part = replace(catalogue, services=beneath(catalogue, wanted))
    assert [id_ for id_ in catalogue.services if id_ in part.services] == list(part.services)
    for profile in profiles(catalogue):
        whole, alone = build(catalogue, profile), build(part, profile)
        assert _told(whole, wanted) == _told(alone, wanted)


def _told(graph: Graph, wanted: list[str]) -> Any:
    found = way(graph, [graph.numbers[id_] for id_ in wanted if id_ in graph.numbers])
    name = [(graph.ids[node], graph.roles[node]) for node in range(len(graph))]
    return (
        [(name[node], cost) for node, cost in found.costs.items()],
        [(name[choice], name[taken]) for choice, taken in found.chosen.items()],
        [name[node] for node in found.work],
    )
