"""What there is a node for, in which service it lies and where it is written."""

from generator.chains.graph import Role
from generator.model.outline import DataPath
from tests.chains.small import graph_of, service

SERVICES = service("card", steps="{id: order, title: Order}") + service(
    "net",
    needs="{any: [card, {all: [card/order, card]}]}",
    steps="{choose: how, title: How, options: ["
    "{id: own, title: Own, steps: [{id: do, title: Do}]}, {id: bought, title: B}]}, "
    "{id: use, title: Use, prerequisites: [{any: [card, card/order]}]}",
)
NET: DataPath = ("services", "net")
CHOICE: DataPath = (*NET, "steps", 0)
OWN, BOUGHT = (*CHOICE, "options", 0), (*CHOICE, "options", 1)
USE: DataPath = (*NET, "steps", 1)


def test_every_node_has_its_id_role_service_and_place() -> None:
    graph = graph_of(SERVICES)
    found = zip(graph.ids, graph.roles, graph.services, graph.paths, strict=True)
    assert [each for each in found if each[2] != "card"] == [
        ("net", Role.BEGIN, "net", NET),
        ("net/how", Role.BEGIN, "net", CHOICE),
        ("net/own", Role.BEGIN, "net", OWN),
        ("net/own/do", Role.STEP, "net", (*OWN, "steps", 0)),
        ("net/own", Role.OPTION, "net", OWN),
        ("net/bought", Role.BEGIN, "net", BOUGHT),
        ("net/bought", Role.OPTION, "net", BOUGHT),
        ("net/how", Role.CHOICE, "net", CHOICE),
        ("net/use", Role.STEP, "net", USE),
        ("net", Role.END, "net", NET),
        ("net/1", Role.ALL_OF, "net", (*NET, "prerequisites", 0, "any", 1)),
        ("net/0", Role.ANY_OF, "net", (*NET, "prerequisites", 0)),
        ("net/use/0", Role.ANY_OF, "net", (*USE, "prerequisites", 0)),
    ]


def test_what_is_asked_for_knows_where_it_is_written() -> None:
    graph = graph_of(SERVICES)
    asked = [edge.path for edges in graph.asking.values() for edge in edges]
    needs: DataPath = (*NET, "prerequisites", 0)
    assert sorted(asked, key=str) == sorted(
        [
            needs,
            (*needs, "any", 0),
            (*needs, "any", 1),
            (*needs, "any", 1, "all", 0),
            (*needs, "any", 1, "all", 1),
            (*USE, "prerequisites", 0),
            (*USE, "prerequisites", 0, "any", 0),
            (*USE, "prerequisites", 0, "any", 1),
        ],
        key=str,
    )
