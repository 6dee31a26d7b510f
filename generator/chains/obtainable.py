"""The least fixpoint: start with nothing; a node is obtainable when what it rests on is.

A loop through an `any:` with another way out is harmless, a loop with none is not: "has no cycle"
would be the wrong question. Dowling and Gallier 1984 give the counting method, linear in the edges.
"""

from collections.abc import Collection

from generator.chains.graph import Graph, Node


def obtainable(
    graph: Graph, without: Collection[Node] = frozenset(), given: Collection[Node] = frozenset()
) -> list[Node]:
    """The nodes that can be met, each after enough of what it rests on.

    Some may be left out, and some are given: they are met whatever they rest on.
    """
    waiting = graph.waiting.copy()
    for node in given:
        waiting[node] = 0
    order = [node for node, count in enumerate(waiting) if count == 0 and node not in without]
    resting = graph.resting
    for node in order:
        for dependent in resting[node]:
            waiting[dependent] -= 1
            if waiting[dependent] == 0 and dependent not in without:
                order.append(dependent)
    return order
