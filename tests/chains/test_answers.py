"""Which waits answer which orders."""

import pytest

from generator.chains.answers import answers
from tests.pages.rendered import BOTH, real, small

ORDERS = """
contacts:
  it: {role: IT, organisation: vgr, source: seed}
services:
  a:
    name: A
    summary: Den.
    obligation: {pv: mandatory, rehab: mandatory}
    source: seed
    steps:
      - {id: think, title: Tänk}
      - {id: order, title: Beställ, recipients: [it]}
      - {id: sign, title: Skriv under}
      - {id: yes, title: Få ja, actor: vgr}
      - {id: done, title: Få den, actor: vgr}
      - {id: use, title: Använd den}
"""


def waits(text: str) -> dict[str, tuple[str, ...]]:
    site = small(text)
    return dict(answers(site.catalogue, site.catalogue.services["a"]))


def test_a_wait_answers_the_order_before_it_past_the_units_own_work() -> None:
    assert waits(ORDERS) == {"a/order": ("a/yes", "a/done")}


def test_a_wait_that_rests_on_two_things_answers_only_the_order_right_before_it() -> None:
    text = ORDERS.replace(
        "{id: done, title: Få den, actor: vgr}",
        "{id: other, title: Ansök, after: [], recipients: []}\n"
        "      - {id: done, title: Få den, actor: vgr, after: [yes, other]}",
    )
    assert waits(text) == {"a/order": ("a/yes",), "a/other": ("a/done",)}


def test_every_alternative_s_order_has_the_answer_that_follows() -> None:
    text = ORDERS.replace(
        "{id: order, title: Beställ, recipients: [it]}",
        "{choose: how, title: Välj, options: ["
        "{id: x, title: X, steps: [{id: o, title: Mejla, recipients: [it]}]},"
        "{id: y, title: Y, steps: [{id: o, title: Posta, recipients: [it]}]}]}",
    )
    assert waits(text) == {"a/x/o": ("a/yes", "a/done"), "a/y/o": ("a/yes", "a/done")}


def test_two_ways_back_to_one_order_hide_no_other() -> None:
    text = ORDERS.replace(
        "{id: sign, title: Skriv under}",
        "{id: more, title: Ansök, after: [], recipients: []}\n"
        "      - {id: sign, title: Skriv under, after: [order]}\n"
        "      - {id: pack, title: Packa, after: [order, more]}",
    ).replace(
        "{id: yes, title: Få ja, actor: vgr}",
        "{id: yes, title: Få ja, actor: vgr, after: [sign, pack]}",
    )
    assert waits(text) == {"a/order": ("a/yes", "a/done"), "a/more": ("a/yes", "a/done")}


def test_a_wait_that_nobody_ordered_answers_nothing() -> None:
    assert not waits(ORDERS.replace(", recipients: [it]", ""))


def test_an_order_of_a_service_is_not_answered_in_another() -> None:
    other = f"name: B, {BOTH}, prerequisites: [a], steps: [{{id: w, title: Få, actor: vgr}}]"
    site = small(f"{ORDERS}  b: {{{other}}}")
    assert not answers(site.catalogue, site.catalogue.services["b"])


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("sjunet/egen/bestall", ("sjunet/egen/koppling",)),
        ("tillgang-vgr/post/skicka", ("tillgang-vgr/godkannande", "tillgang-vgr/oppnat")),
        ("kiv/uppgifter", ("kiv/enhet-registrerad",)),
        ("kiv/ansokan", ("kiv/administrator-registrerad",)),
    ],
)
def test_the_real_orders_have_their_answers(order: str, expected: tuple[str, ...]) -> None:
    service = real().catalogue.services[order.partition("/")[0]]
    assert answers(real().catalogue, service)[order] == expected
