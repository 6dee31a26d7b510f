"""One mutant of each kind; `make mutants` has them by the thousand."""

from generator.checks import RULES
from tests.mutations.drawn import drawn
from tests.mutations.mutant import KINDS, wrong


def test_every_rule_has_a_slip_that_it_reports() -> None:
    assert {rule.name for rule in RULES} <= {kind.rule for kind in KINDS}


def test_what_changes_the_meaning_is_told_and_nothing_else() -> None:
    assert [
        (kind.name, mutant.at, fault)
        for world, kind, mutant in drawn(len(KINDS), seed=1)
        if (fault := wrong(world, kind, mutant))
    ] == []
