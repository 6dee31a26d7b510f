from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Label, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity
from generator.load.fault import DuplicateIdFault
from generator.model.outline import Spot
from generator.model.step import Choice


@rule(Severity.ERROR, Reads.ENTRY)
def duplicate_id(case: Case) -> Iterator[Finding]:
    for fault in case.faults(DuplicateIdFault):
        what = quote(fault.id) if fault.section != "guide" else "avsnittet `guide`"
        yield Finding(
            place=fault.again,
            message=f"{what} finns redan i en annan fil",
            help="behåll den ena, eller ge den andra ett eget id",
            labels=(Label(fault.first, "den första står här"),),
        )
    for spots in case.outlines.values():
        yield from _twice(spots)


def _twice(spots: tuple[Spot, ...]) -> Iterator[Finding]:
    first: dict[str, Spot] = {}
    for spot in spots:
        other = first.setdefault(spot.id, spot)
        if other is not spot:
            yield Finding(
                place=(*spot.path, _key(spot)),
                message=f"id:t {quote(spot.item.id)} är redan taget",
                help="ge den ena ett eget id; steg, val och alternativ i samma lista delar på dem",
                labels=(Label((*other.path, _key(other)), "det är taget här"),),
            )


def _key(spot: Spot) -> str:
    return "choose" if isinstance(spot.item, Choice) else "id"
