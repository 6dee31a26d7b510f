"""What each word that an author may choose means, as the editors' tools explain it."""

from enum import Enum
from typing import Final

from generator.model.calendar import RuleKind
from generator.model.directory import LinkKind, Way
from generator.model.override import Weight
from generator.model.scalars import Basis
from generator.model.service import Kind, Level, Payer, Status

EXPLANATIONS: Final[dict[type[Enum], tuple[str, ...]]] = {
    Level: (
        "Obligatorisk.",
        "Behövs i praktiken. Er egen tolkning: skriv skälet i `because`.",
        "Villkorad. Skriv villkoret i `condition`: «Krävs om ni …».",
        "Valfri.",
        "Inte angivet i källan.",
    ),
    Kind: (
        "En IT-tjänst.",
        "Ingen IT-tjänst, men krävs av andra, till exempel avtalet.",
    ),
    Payer: (
        "Ni betalar.",
        "Kostnadsfritt.",
        "Framgår inte av någon källa.",
    ),
    Status: (
        "Används i dag.",
        "Ersatt. Skriv efterträdaren i `replaced_by`.",
        "Okänt om tjänsten finns kvar i samma form.",
    ),
    Basis: (
        "Det står i guidens huvudkälla.",
        "Det följer av huvudkällan.",
        "Det står i en annan källa, som ni anger i `source`.",
        "Ett antagande som någon bör bekräfta.",
    ),
    Way: (
        "Lämnas med e-post.",
        "Lämnas med post.",
        "Lämnas på webben.",
    ),
    LinkKind: (
        "En sida.",
        "En lathund.",
        "En specifikation.",
        "Ett verktyg.",
        "En utbildning.",
    ),
    RuleKind: (
        "De första vardagarna i månaden. Skriv hur många i `days`.",
        "Mitten av månaden, omkring den 15.",
        "Månadens sista dag.",
    ),
    Weight: (
        "Räknas men visas inte.",
        "Råd: ett förslag.",
        "Varning: visar en lucka.",
        "Fel: stoppar publiceringen.",
    ),
}
"""In the order of the words."""

CATALOGUE: Final = "En fil i katalogen. Varje avsnitt kan stå i vilken som helst av filerna."
ENTRY_IDS: Final = "Ett id: små bokstäver a–z, siffror och bindestreck. Används i hänvisningar."
NO_VALUE: Final = "Inget värde: som om nyckeln inte stod där."
A_TEXT: Final = "Skriv en text på en rad, eller efter `>-` på flera."
A_LIST: Final = "Skriv en lista: ett värde per rad, efter `- `."
NO_SUCH_ID: Final = (
    "Id:t finns inte i listan. Är det nytt i ert förslag är det rätt ändå: granskningen avgör. "
    "Annars är det felskrivet."
)
"""The list is as old as the last `startklar schema`."""
