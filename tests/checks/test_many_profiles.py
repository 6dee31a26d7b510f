"""What is passed by in a graph, or not asked again of another profile, changes no answer."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings

from generator.chains.graph import Graph, Node
from generator.chains.redundant import redundant
from generator.checks import RULES
from generator.checks.case import Case
from generator.checks.rivals import compared
from generator.checks.rule import Finding
from generator.load import load
from generator.load.loaded import Loaded
from generator.model.catalogue import Catalogue
from generator.source import Places
from tests.chains.catalogues import catalogues
from tests.plan.worlds import World, worlds

AS_OF = date(2027, 1, 1)
DATA = Path(__file__).parent.parent.parent / "data"
ON_GRAPHS = (
    "mandatory-rests-on-optional",
    "mandatory-rests-on-unspecified",
    "idle-alternative",
    "dominated-option",
    "redundant-prerequisite",
)


@contextmanager
def passing_nothing_by() -> Iterator[None]:
    def all_in_a_loop(_: Graph, order: Sequence[Node]) -> tuple[list[Node], list[Node]]:
        return [], list(order)

    slow = {
        "generator.chains.always.untangled": all_in_a_loop,
        "generator.chains.redundant._near_each_other": lambda _, nodes, __: nodes,
        "generator.checks.rests._may_be_lost": lambda *_: True,
        "generator.checks.rules.idle_alternative.untangled": all_in_a_loop,
        "generator.checks.rules.dominated_option.compared": lambda g, *_, **__: compared(g),
        "generator.checks.rules.redundant_prerequisite.redundant": lambda g, *_, **__: redundant(g),
    }
    with ExitStack() as patched:
        for name, function in slow.items():
            patched.enter_context(patch(name, function))
        yield


def findings(catalogue: Catalogue) -> list[Finding]:
    case = Case(Loaded(catalogue, Places()), AS_OF, {})
    return [each for rule in RULES if rule.name in ON_GRAPHS for each in rule.find(case)]


def both_agree(catalogue: Catalogue) -> None:
    fast = findings(catalogue)
    with passing_nothing_by():
        assert fast == findings(catalogue)


def test_of_the_real_data() -> None:
    both_agree(load(DATA).catalogue)


@settings(max_examples=100, deadline=None)
@given(catalogues())
def test_of_any_chains(catalogue: Catalogue) -> None:
    both_agree(catalogue)


@settings(max_examples=100, deadline=None)
@given(worlds())
def test_of_any_world(world: World) -> None:
    both_agree(world.catalogue)
