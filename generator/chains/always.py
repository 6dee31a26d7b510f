"""What every way of getting something contains.

A node always needs a mark when each of its ways passes a node that bears it. That is the greatest
fixpoint of: a node bears its own marks and, for ALL, those of everything it rests on, for ANY those
that all its obtainable alternatives share. Marks are bits of one integer, so that a union or an
intersection costs a machine word per 64 marks; the passes are linear in the edges. (Without
alternatives this is transitive closure, for which no linear method is known.)
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from generator.chains.graph import Gate, Graph, Node

Marks = int
"""A set of marks; mark n is bit n."""
Nodes = frozenset[Node]
_M = TypeVar("_M", Marks, Nodes)
_NONE: Final = Nodes()


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
    return _spread(graph, order, lambda node, inherited: own[node] | inherited, 0)


def work_needed(graph: Graph, order: Sequence[Node], work: Iterable[Node]) -> dict[Node, Nodes]:
    """The same, where each piece of work bears a mark of its own and few of very many are met.

    Bits take memory by the square of the nodes, 700 MB at 25,000 services; these took 60.
    """
    own = {node: Nodes((node,)) for node in work}

    def bear(node: Node, inherited: Nodes) -> Nodes:
        return inherited | own[node] if node in own else inherited

    return _spread(graph, order, bear, _NONE)


def _spread(
    graph: Graph, order: Sequence[Node], bear: Callable[[Node, _M], _M], nothing: _M
) -> dict[Node, _M]:
    """The marks of each node; `bear` adds its own to those that it has of what it rests on."""
    needed: dict[Node, _M] = {}
    straight, tangled = untangled(graph, order)
    for node in straight:
        needed[node] = bear(node, _inherited(graph, node, needed, nothing))
    changed = bool(tangled)
    while changed:
        # An alternative met for the first time later in the order counts as bearing every mark.
        changed = False
        for node in tangled:
            marks = bear(node, _inherited(graph, node, needed, nothing))
            if needed.get(node) != marks:
                needed[node] = marks
                changed = True
    return needed


def _inherited(graph: Graph, node: Node, needed: dict[Node, _M], nothing: _M) -> _M:
    known = [needed[inner] for inner in graph.before[node] if inner in needed]
    if not known:
        return nothing
    marks = known[0]
    if graph.gates[node] is Gate.ALL:
        for other in known[1:]:
            marks |= other
    else:
        for other in known[1:]:
            marks &= other
    return marks


def untangled(graph: Graph, order: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """The obtainable nodes so that each comes after all of them that it rests on, and the rest.

    The rest lies in a loop, which then runs through an ANY, or rests on one.
    """
    is_met = [False] * len(graph)
    for node in order:
        is_met[node] = True
    waiting = [sum([is_met[inner] for inner in before]) for before in graph.before]
    straight = [node for node in order if not waiting[node]]
    resting = graph.resting
    for node in straight:
        for dependent in resting[node]:
            waiting[dependent] -= 1
            if not waiting[dependent] and is_met[dependent]:
                straight.append(dependent)
    if len(straight) == len(order):
        return straight, []
    return straight, [node for node in order if waiting[node]]
