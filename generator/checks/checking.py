from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from generator.checks.case import Case
from generator.checks.in_force import boundaries, in_force
from generator.checks.registry import RULES
from generator.checks.rule import Reads, Rule
from generator.checks.telling import in_order, told
from generator.checks.weighing import weigh
from generator.diagnostics import Diagnostic, Report
from generator.load.loaded import Loaded
from generator.model.catalogue import Catalogue
from generator.side_by_side import both, one_after_the_other
from generator.source import Places

MANY: Final = 500
"""So many services make it worth while to look at the graphs in a process beside this one."""


def _nothing(*_: object) -> None:
    """What is done beside the graphs when nobody has anything to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedCatalogue:
    """A catalogue without errors: what pages, plans and outputs may be made of."""

    catalogue: Catalogue
    places: Places
    report: Report


def check(loaded: Loaded, *, as_of: date, strict: bool = False) -> CheckedCatalogue | Report:
    """The catalogue, proven on that day; or the report that says why nothing may be published."""
    case = case_of(loaded, as_of)
    return checked(in_force(case, as_of).loaded, report_of(case), strict=strict)


def checked(now: Loaded, found: Report, *, strict: bool) -> CheckedCatalogue | Report:
    """What is in force, if that is what was found of it; or else the report."""
    if found.fails(strict=strict):
        return found
    return CheckedCatalogue(catalogue=now.catalogue, places=now.places, report=found)


def report(loaded: Loaded, rules: Iterable[Rule] = RULES, *, as_of: date) -> Report:
    """Every diagnostic of the rules on that day, sorted by place.

    What will be wrong only when something later begins or ends is told now too. A rule that
    cannot judge is left out.
    """
    return report_of(case_of(loaded, as_of), rules)


def case_of(loaded: Loaded, as_of: date) -> Case:
    return Case(loaded, as_of, {rule.name: rule.severity for rule in RULES})


def report_of(
    case: Case, rules: Iterable[Rule] = RULES, beside: Callable[[Case], object] = _nothing
) -> Report:
    """As `report`, of what has been made ready for it; beside the graphs something else is done."""
    loaded = case.loaded
    able = [rule for rule in rules if rule.reads <= _readable(loaded)]
    found = _found(able, in_force(case, case.as_of), partial(beside, case))
    known = set(found)
    for day in boundaries(case):
        then = _found(able, in_force(case, day)) if day > case.as_of else set()
        found |= {d._replace(message=f"från `{day}`: {d.message}") for d in then - known}
        known |= then
    shown, silenced = weigh(in_order(found), case)
    return Report(shown, loaded.places.texts, loaded.catalogue.guide.site, silenced)


def _found(
    rules: Iterable[Rule], case: Case, beside: Callable[[], object] = _nothing
) -> set[Diagnostic]:
    on_graphs = [rule for rule in rules if rule.on_graphs]
    others = [rule for rule in rules if not rule.on_graphs]
    is_large = len(case.catalogue.services) >= MANY
    do = both if is_large else one_after_the_other

    def rest() -> list[Diagnostic]:
        found = found_by(others, case)
        beside()
        return found

    return set().union(*do(partial(found_by, on_graphs, case), rest))


def found_by(rules: Iterable[Rule], case: Case) -> list[Diagnostic]:
    """What the rules find in the case as it stands, not yet weighed."""
    return [each for rule in rules for each in told(rule, rule.find(case), case.places)]


def _readable(loaded: Loaded) -> Reads:
    if not loaded.whole:
        return Reads.ENTRY
    return Reads.CATALOGUE if loaded.broken else Reads.WHOLE
