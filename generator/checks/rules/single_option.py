from collections.abc import Iterator
from typing import Final

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity
from generator.model.need import AnyOf
from generator.model.step import Choice
from generator.model.walk import Placed

_FEWEST: Final = 2


@rule(Severity.ERROR, Reads.ENTRY)
def single_option(case: Case) -> Iterator[Finding]:
    for placed in case.parts_of(Choice, AnyOf):
        if isinstance(placed.part, Choice) and len(placed.part.options) < _FEWEST:
            yield _choice(placed, placed.part)
        elif isinstance(placed.part, AnyOf) and len(placed.part.any) < _FEWEST:
            yield _any(placed, placed.part)


def _any(placed: Placed, need: AnyOf) -> Finding:
    what = "räknar bara upp en sak" if need.any else "är tom"
    otherwise = "skriv förutsättningen utan `any`" if need.any else "ta bort raden"
    return Finding(
        place=(*placed.path, "any"),
        message=f"`any` {what}, så det finns inget att välja mellan",
        help=f"lägg till det som saknas, eller {otherwise}",
    )


def _choice(placed: Placed, choice: Choice) -> Finding:
    how_many = "bara ett" if choice.options else "inga"
    return Finding(
        place=(*placed.path, "options"),
        message=f"valet {quote(choice.id)} har {how_many} alternativ",
        help="lägg till det alternativ som saknas, eller skriv stegen direkt utan `choose`",
    )
