"""The chains' laws, over random catalogues and against slow oracles that follow the definitions."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.chains.always import always_needed, work_needed
from generator.chains.graph import Edge, Gate, Graph, Node, Role, build
from generator.chains.obtainable import obtainable
from generator.chains.redundant import redundant
from generator.chains.stuck import knots
from generator.chains.way import way
from generator.model.catalogue import Catalogue
from generator.model.profile import Profile, profiles
from tests.chains.catalogues import catalogues


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    catalogue: Catalogue = draw(catalogues())
    profile: Profile = draw(st.sampled_from(list(profiles(catalogue))))
    return build(catalogue, profile)


def by_definition(graph: Graph, without: frozenset[Node] = frozenset()) -> set[Node]:
    """Start with nothing; add what is met, until nothing is added."""
    met: set[Node] = set()
    while True:
        more = {n for n in range(len(graph)) if n not in met | without and _is_met(graph, n, met)}
        if not more:
            return met
        met |= more


def _is_met(graph: Graph, node: Node, met: set[Node]) -> bool:
    kind = all if graph.gates[node] is Gate.ALL else any
    return kind(edge.node in met for edge in graph.edges[node])


@given(graphs())
def test_obtainable_is_the_least_fixpoint(graph: Graph) -> None:
    assert by_definition(graph) == set(obtainable(graph))


@given(graphs())
def test_whatever_is_obtained_comes_after_enough_of_what_it_rests_on(graph: Graph) -> None:
    met: set[Node] = set()
    for node in obtainable(graph):
        assert _is_met(graph, node, met)
        met.add(node)


@given(graphs())
def test_always_needed_is_what_nothing_can_be_obtained_without(graph: Graph) -> None:
    everything = range(len(graph))
    needed = always_needed(graph, obtainable(graph), [[node] for node in everything])
    for left_out in everything:
        without = by_definition(graph, frozenset({left_out}))
        expected = {node for node in needed if node not in without}
        assert expected == {node for node, marks in needed.items() if marks >> left_out & 1}


@given(graphs(), st.sampled_from(Role))
def test_work_in_sets_is_the_work_in_bits(graph: Graph, role: Role) -> None:
    work, order = [n for n, r in enumerate(graph.roles) if r is not role], obtainable(graph)
    bits = always_needed(graph, order, [[node] for node in work])
    assert work_needed(graph, order, work) == {
        node: {work[mark] for mark in range(len(work)) if marks >> mark & 1}
        for node, marks in bits.items()
    }


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_redundant_is_what_every_way_of_meeting_the_others_meets(graph: Graph) -> None:
    work = [n for n in range(len(graph)) if _is_work(graph, n)]
    work = work[:9]  # the oracle tries every subset
    worlds = [
        by_definition(graph, frozenset(left_out))
        for size in range(len(work) + 1)
        for left_out in combinations(work, size)
    ]
    found = redundant(graph)
    for node in obtainable(graph):
        if graph.gates[node] is Gate.ALL and len(work) < 9:
            assert _unneeded(graph.edges[node], worlds) == {
                edge.path for edge in graph.edges[node] if edge.need and edge.path in found
            }


def _is_work(graph: Graph, node: Node) -> bool:
    """A service without steps counts as work: it is had by naming it."""
    role = graph.roles[node]
    return role is Role.STEP or (role is Role.END and len(graph.edges[node]) == 1)


def _unneeded(edges: tuple[Edge, ...], worlds: list[set[Node]]) -> set[tuple[str | int, ...]]:
    kept, found = list(edges), set()
    for edge in reversed(edges):
        others = [other.node for other in kept if other is not edge]
        enough = [world for world in worlds if all(other in world for other in others)]
        if edge.need is not None and all(edge.node in world for world in enough):
            kept.remove(edge)
            found.add(edge.path)
    return found


@given(graphs())
def test_there_is_a_knot_exactly_when_a_service_cannot_be_obtained(graph: Graph) -> None:
    met = by_definition(graph)
    ends = {n for n, role in enumerate(graph.roles) if role is Role.END}
    assert ends - met == {end for knot in knots(graph) for end in knot.blocked}


@given(graphs())
def test_a_knot_is_a_closed_loop_or_a_choice_of_nothing(graph: Graph) -> None:
    for knot in knots(graph):
        if knot.dead_end is not None:
            assert not graph.edges[knot.dead_end]
            continue
        nodes = [node for node, _ in knot.links]
        assert [*nodes[1:], nodes[0]] == [edge.node for _, edge in knot.links]
        assert len(set(nodes)) == len(nodes)


@given(graphs())
def test_the_way_reaches_every_goal_that_can_be_reached(graph: Graph) -> None:
    ends = [n for n, role in enumerate(graph.roles) if role is Role.END]
    found = way(graph, ends)
    off_it = {n for n, r in enumerate(graph.roles) if r is Role.STEP and n not in found.waves}
    assert {e for e in ends if e in by_definition(graph)} <= by_definition(graph, frozenset(off_it))


@given(graphs())
def test_a_step_comes_in_a_later_wave_than_the_work_it_waits_for(graph: Graph) -> None:
    found = way(graph, [n for n, role in enumerate(graph.roles) if role is Role.END])

    def latest(node: Node) -> int:
        if graph.roles[node] is Role.STEP:
            return found.waves[node]
        chosen = [found.chosen[node]] if node in found.chosen else None
        return max((latest(n) for n in chosen or [e.node for e in graph.edges[node]]), default=-1)

    for node, wave in found.waves.items():
        before = max((latest(edge.node) for edge in graph.edges[node]), default=-1)
        assert wave == before + 1
