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
    for placed in case.parts:
        if isinstance(placed.part, Choice) and len(placed.part.options) < _FEWEST:
            yield _choice(placed, placed.part)
        elif isinstance(placed.part, AnyOf) and len(placed.part.any) < _FEWEST:
            how_many = "bara en sak" if placed.part.any else "ingenting"
            yield Finding(
                place=(*placed.path, "any"),
                on_key=True,
                message=f"`any` räknar upp {how_many} att välja mellan",
                help="lägg till det som saknas, eller skriv förutsättningen utan `any`",
            )


def _choice(placed: Placed, choice: Choice) -> Finding:
    how_many = "bara ett" if choice.options else "inget"
    return Finding(
        place=(*placed.path, "options"),
        on_key=True,
        message=f"valet {quote(choice.id)} har {how_many} alternativ",
        help="lägg till det alternativ som saknas, eller skriv stegen direkt utan `choose`",
    )
