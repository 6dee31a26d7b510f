"""Which prerequisites the others always need already, and which only look so."""

import pytest

from generator.chains.redundant import redundant
from tests.chains.small import graph_of, service


def told(services: str, of: str = "a") -> list[int]:
    """Which of the service's own prerequisites are redundant, by their place."""
    found = redundant(graph_of(services))
    return sorted(
        int(at)
        for section, id_, field, at in (path for path in found if len(path) == 4)
        if (section, id_, field) == ("services", of, "prerequisites")
    )


def steps(number: int, after: str = "") -> str:
    return ", ".join(f"{{id: s{n}, title: S{n}{after}}}" for n in range(1, number + 1))


def test_it_is_found_through_however_many_services() -> None:
    chain = service("b", "c") + service("c", "d") + service("d", "e") + service("e")
    assert told(service("a", "b, e") + chain) == [1]
    assert told(chain + service("a", "b, e")) == [1]
    assert told(service("e") + service("d", "e") + service("a", "d, e")) == [1]


def test_what_can_also_be_had_another_way_is_not() -> None:
    loop = service("x", "{any: [p, q]}") + service("q", "{any: [x, r]}")
    assert told(service("p") + service("r") + loop + service("a", "x, p")) == []
    assert told(service("p") + loop.replace("[x, r]", "[x, p]") + service("a", "x, p")) == [1]


def test_all_of_several_is_not_when_only_one_of_them_is_needed_already() -> None:
    rest = service("b") + service("c") + service("d", "c") + service("e", "b, c")
    assert told(service("a", "{all: [b, c]}, d") + rest) == []
    assert told(service("a", "{all: [c, b]}, d") + rest) == []
    assert told(service("a", "{all: [b, c]}, e") + rest) == [0]


def test_an_option_without_steps_asks_for_what_it_rests_on() -> None:
    net = service(
        "net",
        steps="{choose: how, title: H, options: [{id: own, title: O, prerequisites: [card]}, "
        "{id: lent, title: L}]}",
    )
    card, other = service("card"), service("b", "card")
    assert told(card + net + service("a", "net/own")) == []
    assert told(card + net + other + service("a", "net/own, b")) == [0]


@pytest.mark.parametrize(("number", "found"), [(64, [1]), (65, [0])])
def test_a_service_of_more_steps_than_are_counted_stands_as_it_is(
    number: int, found: list[int]
) -> None:
    assert told(service("big", steps=steps(number)) + service("a", f"big/s{number}, big")) == found


@pytest.mark.parametrize(("number", "found"), [(8, [1]), (9, [])])
def test_so_does_a_choice_of_more_ways_than_are_counted(number: int, found: list[int]) -> None:
    ways = service("p", steps=steps(8)) + service("q", steps=steps(number))
    assert told(ways + service("a", "p, {any: [p, q]}")) == found
