"""What is asked about nodes in their part of a graph is answered as in the whole."""

from hypothesis import given
from hypothesis import strategies as st

from generator.chains.always import always_needed
from generator.chains.graph import Graph, Node
from generator.chains.obtainable import obtainable
from generator.chains.part import part
from generator.chains.way import way
from tests.chains.test_chains import graphs


@st.composite
def asked(draw: st.DrawFn) -> tuple[Graph, list[Node]]:
    graph = draw(graphs())
    return graph, draw(st.lists(st.integers(0, len(graph) - 1), max_size=3)) if graph.ids else []


@given(asked())
def test_the_way_is_the_same(about: tuple[Graph, list[Node]]) -> None:
    graph, goals = about
    it = part(graph, goals)
    whole, found = way(graph, goals), way(it.graph, it.among(goals))
    assert {it.nodes[node]: cost for node, cost in found.costs.items()} == whole.costs
    assert {it.nodes[n]: it.nodes[by] for n, by in found.chosen.items()} == whole.chosen
    assert tuple(it.nodes[node] for node in found.work) == whole.work
    assert [it.nodes[node] for node in found.waves] == [*whole.waves]


@given(asked())
def test_what_is_always_needed_is_the_same(about: tuple[Graph, list[Node]]) -> None:
    graph, goals = about
    it = part(graph, goals)
    order = obtainable(graph)
    whole = always_needed(graph, order, [[node] for node in range(len(graph))])
    marked = [it.among([node]) for node in range(len(graph))]
    found = always_needed(it.graph, it.among(order), marked)
    here = {it.nodes[node]: marks for node, marks in found.items()}
    assert here == {node: marks for node, marks in whole.items() if node in it.numbers}


@given(asked())
def test_what_each_of_it_is_is_the_same(about: tuple[Graph, list[Node]]) -> None:
    graph, goals = about
    it = part(graph, goals)
    assert it.nodes == sorted(it.nodes)
    for here, node in enumerate(it.nodes):
        back = [edge._replace(node=it.nodes[edge.node]) for edge in it.graph.edges[here]]
        assert (*back,) == graph.edges[node] == graph.edges_of(node)
        assert it.graph.ids[here] == graph.ids[node]
        assert it.graph.roles[here] is graph.roles[node]
        assert it.graph.paths[here] == graph.paths[node]
        assert it.graph.services[here] == graph.services[node]
        assert it.graph.items.get(here) is graph.items.get(node)
    for id_, here in it.graph.numbers.items():
        assert graph.numbers[id_] == it.nodes[here]
    assert it.among(range(len(graph))) == [*range(len(it.nodes))]
