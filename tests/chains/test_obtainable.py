"""What is given is met whatever it rests on, and leads on; what is left out is not."""

from generator.chains.obtainable import obtainable
from tests.chains.small import graph_of, service


def test_what_is_given_is_met_without_what_it_rests_on() -> None:
    steps = "{id: ask, title: A}, {id: wait, title: W}, {id: use, title: U}"
    graph = graph_of(service("net", steps=steps))
    ask, wait = graph.numbers["net/ask"], graph.numbers["net/wait"]

    def met(**but: set[int]) -> list[str]:
        return [graph.ids[node] for node in obtainable(graph, **but)]

    assert met() == ["net", "net/ask", "net/wait", "net/use", "net"]
    assert met(without={ask}) == ["net"]
    assert met(without={ask}, given={wait}) == ["net", "net/wait", "net/use"]
