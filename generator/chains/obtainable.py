"""The least fixpoint: start with nothing; a node is obtainable when what it rests on is.

A loop through an `any:` with another way out is harmless, a loop with none is not: "has no cycle"
would be the wrong question. Dowling and Gallier 1984 give the counting method, linear in the edges.
"""

from collections.abc import Collection

from generator.chains.graph import Gate, Graph, Node


def dependents(graph: Graph) -> list[list[Node]]:
    """For each node, the nodes that rest on it, once per edge."""
    found: list[list[Node]] = [[] for _ in graph.ids]
    for node, edges in enumerate(graph.edges):
        for edge in edges:
            found[edge.node].append(node)
    return found


def obtainable(
    graph: Graph, without: Collection[Node] = frozenset(), given: Collection[Node] = frozenset()
) -> list[Node]:
    """The nodes that can be met, each after enough of what it rests on.

    Some may be left out, and some are given: they are met whatever they rest on.
    """
    waiting = [
        1 if g is Gate.ANY else len(e) for g, e in zip(graph.gates, graph.edges, strict=True)
    ]
    for node in given:
        waiting[node] = 0
    order = [node for node, count in enumerate(waiting) if count == 0 and node not in without]
    resting = dependents(graph)
    for node in order:
        for dependent in resting[node]:
            waiting[dependent] -= 1
            if waiting[dependent] == 0 and dependent not in without:
                order.append(dependent)
    return order
