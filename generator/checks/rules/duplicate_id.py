from collections.abc import Iterable, Iterator
from typing import Final

from generator.checks.case import Case
from generator.checks.rule import Finding, Label, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity
from generator.load.fault import DuplicateIdFault
from generator.model.catalogue import SECTIONS
from generator.model.outline import DataPath, Spot
from generator.model.step import Choice

_FORMER: Final = "former_ids"
_USED: Final = "det används här"


@rule(Severity.ERROR, Reads.ENTRY)
def duplicate_id(case: Case) -> Iterator[Finding]:
    for fault in case.faults(DuplicateIdFault):
        is_guide = fault.section == "guide"
        what = "avsnittet `guide`" if is_guide else quote(fault.id)
        yield Finding(
            place=fault.again,
            message=f"{what} finns redan i en annan fil",
            help="samla fälten i det ena avsnittet och ta bort det andra"
            if is_guide
            else "behåll den ena, eller ge den andra ett eget id",
            labels=(Label(fault.first, f"{'det' if is_guide else 'den'} första står här"),),
        )
    for section in SECTIONS:
        yield from _entries(case, section)
    for spots in case.outlines.values():
        yield from _twice(spots)
        yield from _spots(spots)


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


def _entries(case: Case, section: str) -> Iterator[Finding]:
    """Former ids of entries; addresses with them lead to the entry."""
    entries = getattr(case.catalogue, section)
    broken = (id_ for where, id_ in case.loaded.broken if where == section)
    used = {id_: Label((section, id_), _USED, on_key=True) for id_ in (*entries, *broken)}
    former = [
        (id_, (section, entry.id, _FORMER, position))
        for entry in entries.values()
        for position, id_ in enumerate(entry.former_ids)
    ]
    yield from _former(used, former)


def _spots(spots: tuple[Spot, ...]) -> Iterator[Finding]:
    """As `_entries`, for what shares its ids within one list."""
    used = {spot.id: Label((*spot.path, _key(spot)), _USED) for spot in spots}
    former = [
        (f"{spot.id.rpartition('/')[0]}/{id_}", (*spot.path, _FORMER, position))
        for spot in spots
        for position, id_ in enumerate(spot.item.former_ids)
    ]
    yield from _former(used, former)


def _former(used: dict[str, Label], former: Iterable[tuple[str, DataPath]]) -> Iterator[Finding]:
    first: dict[str, Label] = {}
    for id_, path in former:
        label = used.get(id_) or first.get(id_)
        if label is None:
            first[id_] = Label(path, "det första står här")
            continue
        also = "används i dag" if id_ in used else "står redan på ett annat ställe"
        yield Finding(
            place=path,
            message=f"det tidigare id:t {quote(id_.rpartition('/')[2])} {also}",
            help="ta bort det ur `former_ids`; en gammal länk kan bara leda till ett ställe",
            labels=(label,),
        )


def _key(spot: Spot) -> str:
    return "choose" if isinstance(spot.item, Choice) else "id"
