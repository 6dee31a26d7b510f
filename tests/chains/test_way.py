from typing import Any

from generator.chains.way import Wish, way
from tests.chains.small import graph_of


def waves(services: str, goal: str) -> dict[str, int]:
    it = graph_of(services)
    return {it.ids[n]: wave for n, wave in way(it, [it.numbers[goal]]).waves.items()}


NET = """
  net:
    name: Net
    summary: Net.
    obligation: {pv: mandatory}
    source: seed
    steps:
      - choose: how
        title: How
        options:
          - id: own
            title: Own
            steps: [{id: order, title: Order}]
          - id: bought
            title: Bought
            recommended: true
            {needs}
            steps: [{id: ask, title: Ask}, {id: wait, title: Wait}]
      - {id: done, title: Done}
"""


def test_the_recommended_option_is_taken_though_it_is_longer() -> None:
    expected = {"net/bought/ask": 0, "net/bought/wait": 1, "net/done": 2}
    assert expected == waves(NET.replace("{needs}", "text: Best."), "net")


def test_a_recommended_option_that_leads_nowhere_is_passed_by() -> None:
    services = NET.replace("{needs}", "prerequisites: [net]")
    assert waves(services, "net") == {"net/own/order": 0, "net/done": 1}


def test_without_a_recommendation_the_nearest_option_is_taken() -> None:
    services = NET.replace("recommended: true", "recommended: false").replace("{needs}", "text: B.")
    assert waves(services, "net") == {"net/own/order": 0, "net/done": 1}


def test_steps_that_may_begin_at_once_stand_side_by_side() -> None:
    services = """
  net:
    name: Net
    summary: Net.
    obligation: {pv: mandatory}
    source: seed
    steps:
      - {id: one, title: One}
      - {id: two, title: Two, after: []}
      - {id: three, title: Three, after: [one, two]}
"""
    assert waves(services, "net") == {"net/one": 0, "net/two": 0, "net/three": 1}


def test_an_optional_step_holds_nothing_up() -> None:
    services = """
  net:
    name: Net
    summary: Net.
    obligation: {pv: mandatory}
    source: seed
    steps:
      - {id: one, title: One}
      - {id: course, title: Course, optional: true}
      - {id: two, title: Two}
"""
    assert waves(services, "net") == {"net/one": 0, "net/two": 1}


def test_what_does_not_exist_for_the_profile_drops_out() -> None:
    services: Any = """
  net:
    name: Net
    summary: Net.
    obligation: {pv: mandatory}
    source: seed
    steps:
      - {id: one, title: One, models: [other]}
      - {id: two, title: Two, prerequisites: [net/one]}
"""
    assert waves(services, "net") == {"net/two": 0}


def test_groups_inside_groups_rest_on_their_own_parts() -> None:
    services = """
  net:
    name: Net
    summary: Net.
    obligation: {pv: mandatory}
    source: seed
    prerequisites:
      - any: [{all: [card, {any: [phone]}]}]
  card: {name: Card, summary: C., obligation: {pv: mandatory}, source: seed}
  phone: {name: Phone, summary: P., obligation: {pv: mandatory}, source: seed}
"""
    it = graph_of(services)
    rests = {it.ids[n]: [it.ids[e.node] for e in edges] for n, edges in enumerate(it.edges)}
    assert rests["net/0"] == ["net/0"]  # the any-of, which is written last under this id
    groups = [(it.roles[n].value, [it.ids[e.node] for e in it.edges[n]]) for n in range(len(it))]
    assert ("all-of", ["card", "net/1"]) in groups
    assert ("any-of", ["phone"]) in groups


def choosing(id_: str, best_needs: str, needs: str = "") -> str:
    """A service with a recommended option of no steps, and two others of two steps and one."""
    return f"""
  {id_}:
    name: {id_}
    summary: S.
    obligation: {{pv: mandatory}}
    source: seed
    prerequisites: [{needs}]
    steps:
      - choose: how
        title: How
        options:
          - {{id: best, title: B, recommended: true, prerequisites: [{best_needs}]}}
          - {{id: slow, title: S, steps: [{{id: one, title: One}}, {{id: two, title: Two}}]}}
          - {{id: quick, title: Q, steps: [{{id: one, title: One}}]}}
"""


TIED = choosing("card", "net") + choosing("net", "card")


def test_recommended_options_that_wait_for_each_other_are_passed_by() -> None:
    assert waves(TIED, "net") == {"net/quick/one": 0}
    assert waves(TIED, "card") == {"card/quick/one": 0}


def test_so_is_one_that_leads_nowhere_behind_them() -> None:
    services = TIED + choosing("phone", "phone", needs="card")
    assert waves(services, "phone") == {"card/quick/one": 0, "phone/quick/one": 1}


def test_what_can_be_recommended_after_one_that_leads_nowhere_is_still_taken() -> None:
    services = choosing("card", "card") + choosing("net", "card")
    assert waves(services, "net") == {"card/quick/one": 0}


def test_an_option_that_waits_for_what_is_done_already_leads_on() -> None:
    services = choosing("card", "net, badge/get") + choosing("net", "card")
    badge = """
  badge:
    name: Badge
    summary: B.
    obligation: {pv: mandatory}
    source: seed
    prerequisites: [card]
    steps: [{id: get, title: Get}]
"""
    it = graph_of(services + badge)

    def taken(*done: str) -> list[str]:
        wish = Wish(done=frozenset(it.numbers[id_] for id_ in done))
        return [it.ids[node] for node in way(it, [it.numbers["net"]], wish=wish).work]

    assert taken() == ["card/quick/one"]
    assert taken("badge/get") == ["net/quick/one"]
