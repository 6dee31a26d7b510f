"""What every way of getting something contains.

A node always needs a mark when each of its ways passes a node that bears it. That is the greatest
fixpoint of: a node bears its own marks and, for ALL, those of everything it rests on, for ANY those
that all its obtainable alternatives share. Marks are bits of one integer, so that a union or an
intersection costs a machine word per 64 marks; the passes are linear in the edges. (Without
alternatives this is transitive closure, for which no linear method is known.)
"""

from collections.abc import Iterable, Sequence

from generator.chains.graph import Gate, Graph, Node

Marks = int
"""A set of marks; mark n is bit n."""


def always_needed(
    graph: Graph, order: Sequence[Node], marked: Sequence[Iterable[Node]]
) -> dict[Node, Marks]:
    """For each obtainable node, the marks that every way of obtaining it meets, its own included.

    `order` is what `obtainable` gave; `marked` holds, for each mark, the nodes that bear it.
    """
    own = dict.fromkeys(order, 0)
    for mark, nodes in enumerate(marked):
        for node in nodes:
            if node in own:
                own[node] |= 1 << mark
    needed: dict[Node, Marks] = {}
    changed = True
    while changed:
        # An alternative met for the first time later in the order counts as bearing every mark.
        # More than one pass is needed only where a loop runs through an ANY.
        changed = False
        for node in order:
            marks = own[node] | _inherited(graph, node, needed)
            if needed.get(node) != marks:
                needed[node] = marks
                changed = True
        if not _has_loop(graph, order):
            break
    return needed


def _inherited(graph: Graph, node: Node, needed: dict[Node, Marks]) -> Marks:
    known = [needed[edge.node] for edge in graph.edges[node] if edge.node in needed]
    if not known:
        return 0
    marks = known[0]
    if graph.gates[node] is Gate.ALL:
        for other in known:
            marks |= other
    else:
        for other in known:
            marks &= other
    return marks


def _has_loop(graph: Graph, order: Sequence[Node]) -> bool:
    rank = {node: position for position, node in enumerate(order)}
    return any(rank.get(edge.node, -1) > rank[node] for node in order for edge in graph.edges[node])
