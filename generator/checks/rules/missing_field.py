from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.nearest import nearest
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote, sentence, spot
from generator.diagnostics import Severity
from generator.load.fault import ShapeFault, ShapeKind
from generator.model.outline import DataPath


@rule(Severity.ERROR, Reads.WRITING)
def missing_field(case: Case) -> Iterator[Finding]:
    strangers = _strangers(case)
    for fault in case.faults(ShapeFault):
        if fault.kind is ShapeKind.EMPTY:
            yield Finding(place=fault.place, message=_empty(fault.path), help=_filled(fault))
        elif fault.kind is ShapeKind.MISSING and not _misspelt(fault, strangers):
            yield Finding(place=fault.place, message=_message(fault.path), help=_help(fault))


def _strangers(case: Case) -> dict[DataPath, list[str]]:
    """The keys that no field has, by the mapping they stand in."""
    found: dict[DataPath, list[str]] = {}
    for fault in case.faults(ShapeFault):
        if fault.kind is ShapeKind.UNKNOWN:
            found.setdefault(fault.path[:-1], []).append(str(fault.path[-1]))
    return found


def _misspelt(fault: ShapeFault, strangers: dict[DataPath, list[str]]) -> bool:
    """Whether unknown-field has already suggested the missing name."""
    return nearest(str(fault.path[-1]), strangers.get(fault.path[:-1], ())) is not None


def _empty(path: DataPath) -> str:
    return f"{spot(path)} är {'tomt' if isinstance(path[-1], str) else 'tom'}"


def _message(path: DataPath) -> str:
    if len(path) == 1:
        return f"avsnittet {quote(path[0])} saknas"
    return f"{quote(path[-1])} saknas i {spot(path[:-1])}"


def _filled(fault: ShapeFault) -> str:
    filled = "fyll i det som saknas"
    return f"{filled}: {sentence(fault.expected)}" if fault.expected else filled


def _help(fault: ShapeFault) -> str:
    added = f"lägg till {quote(fault.path[-1])}"
    return f"{added}: {sentence(fault.expected)}" if fault.expected else added
