"""Which option is the faster is told in days, as if every week were like another."""

import pytest
from hypothesis import given, settings

from generator.chains.graph import Role, build
from generator.checks.rivals import _steps
from generator.checks.rules.dominated_option import dominated_option
from generator.model.catalogue import Catalogue
from generator.model.profile import profiles
from generator.model.step import Step
from tests.chains.catalogues import catalogues
from tests.rule_page import Example

CHOICE = """\
services:
  natet:
    name: Nätet
    summary: Nätet.
    source: seed
    obligation: {rehab: mandatory}
    steps:
      - choose: vag
        title: Välj väg
        options:
          - {id: a, title: A, steps: [{id: x, title: X, lead_time: ONE}]}
          - {id: b, title: B, steps: [{id: x, title: X, lead_time: OTHER}]}
"""


@pytest.mark.parametrize(
    ("one", "other", "slower"),
    [
        ("9wd", "10wd", "b"),
        ("10wd", "9wd", "a"),
        ("9wd", "10d", "a"),
        ("10d", "9wd", "b"),
        ("9d", "10d", "b"),
        ("5wd", "7d", ""),
        ("5wd", "8d", "b"),
        ("3wd", "5d", ""),
        ("3wd", "4d", "a"),
        ("none", "1d", "b"),
    ],
)
def test_the_slower_of_two_that_are_alike_is_told(one: str, other: str, slower: str) -> None:
    text = CHOICE.replace("ONE", one).replace("OTHER", other)
    found = Example("", {"a.yaml": text}, None).run(dominated_option).diagnostics
    assert [each.message.partition(" ")[0].strip("`") for each in found] == [slower] * bool(slower)


@settings(max_examples=50, deadline=None)
@given(catalogues())
def test_the_steps_of_an_option_are_those_that_are_written_in_it(catalogue: Catalogue) -> None:
    for graph in (build(catalogue, profile) for profile in profiles(catalogue)):
        for end in (node for node, role in enumerate(graph.roles) if role is Role.OPTION):
            here = graph.paths[end]
            inside = (node for node, path in enumerate(graph.paths) if path[: len(here)] == here)
            items = (graph.items.get(node) for node in inside)
            assert [*_steps(graph, end)] == [each for each in items if isinstance(each, Step)]
