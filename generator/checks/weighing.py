"""Each diagnostic with the weight that the editors have given it where it stands."""

from collections.abc import Iterable, Mapping
from typing import Final

from generator.checks.case import Case
from generator.diagnostics import Diagnostic, Severity, Silenced
from generator.model.override import Override, Weight

EXPIRED: Final = "expired-override"
"""The rule that tells of overrides past their day; if it could be silenced, none would end."""
_LIGHTEST_FIRST: Final = tuple(Weight)


def weigh(
    found: Iterable[Diagnostic], case: Case
) -> tuple[tuple[Diagnostic, ...], tuple[Silenced, ...]]:
    """What is shown, weighed anew, and what is only counted. An override of one place wins."""
    shown: list[Diagnostic] = []
    silenced: list[Silenced] = []
    by_rule = _in_force(case)
    for diagnostic in found:
        override = _override(diagnostic, by_rule.get(diagnostic.rule, ()), case)
        if override is None:
            shown.append(diagnostic)
        elif override.severity is Weight.OFF:
            silenced.append(Silenced(diagnostic, override.because, override.until))
        else:
            shown.append(diagnostic._replace(severity=Severity(override.severity)))
    return tuple(shown), tuple(silenced)


def weakens_what_must_hold(override: Override, severities: Mapping[str, Severity]) -> bool:
    """Whether it would let something through that nothing may be published with."""
    own = severities.get(override.rule)
    must_hold = own is Severity.ERROR or override.rule == EXPIRED
    return must_hold and own is not None and _rank(override.severity) < _rank(Weight(own))


def _rank(weight: Weight) -> int:
    return _LIGHTEST_FIRST.index(weight)


def _in_force(case: Case) -> dict[str, list[Override]]:
    """The overrides of each rule, those of a place first."""
    found: dict[str, list[Override]] = {}
    overrides = case.catalogue.overrides.values()
    for override in sorted(overrides, key=lambda each: not each.places):
        if override.until >= case.as_of and not weakens_what_must_hold(override, case.severities):
            found.setdefault(override.rule, []).append(override)
    return found


def _override(found: Diagnostic, of_its_rule: Iterable[Override], case: Case) -> Override | None:
    for override in of_its_rule:
        if not override.places or case.loaded.places.entry(found.span) in override.places:
            return override
    return None
