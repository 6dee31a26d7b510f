from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.nearest import nearest
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import listing, quote, sentence
from generator.diagnostics import Severity
from generator.load.fault import ShapeFault, ShapeKind


@rule(Severity.ERROR, Reads.WRITING)
def unknown_field(case: Case) -> Iterator[Finding]:
    for fault in case.faults(ShapeFault):
        if fault.kind is ShapeKind.UNKNOWN:
            what = "fältet" if len(fault.path) > 1 else "avsnittet"
            yield Finding(
                place=fault.place,
                on_key=True,
                message=f"{what} {quote(fault.path[-1])} finns inte",
                help=_help(fault),
            )
        elif fault.kind is ShapeKind.ASTRAY:
            *_, above, name = fault.path
            yield Finding(
                place=fault.place,
                on_key=True,
                message=f"{quote(name)} hör inte hemma direkt under {quote(above)}",
                help=_under(fault, quote(above)),
            )


def _under(fault: ShapeFault, above: str) -> str:
    gone = "se om raden ovanför har fallit bort eller fått ett annat indrag"
    return f"{gone}; {above} skrivs så här: {sentence(fault.expected)}"


def _help(fault: ShapeFault) -> str:
    meant = nearest(str(fault.path[-1]), fault.allowed)
    if meant:
        return f"skriv {quote(meant)}, om det är det ni menar"
    return f"ta bort det, eller välj ett som finns: {listing(fault.allowed)}"
