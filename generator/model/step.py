"""What a unit goes through to get a service: steps one after the other, and choices on the way."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import Discriminator, Tag

from generator.model.entry import Grounded
from generator.model.fact import Asks
from generator.model.lead_time import NO_TIME, UNKNOWN_TIME, LeadTime, WrittenLeadTime
from generator.model.need import Needs
from generator.model.scalars import EmptyIfNothing, Flag, Id, IdOrIds, Ids, Text, Texts

UNIT: Final = "unit"
"""The actor who reads the guide."""


class _Item(Grounded):
    former_ids: Ids = ()
    """Tidigare id. Gamla länkar leder hit. `startklar rename` skriver dem."""
    title: Text
    """Rubrik. För ett steg: börja med ett verb."""
    text: Text | None = None
    """Förklaring i Markdown."""
    prerequisites: Needs
    """Det som ska vara klart innan detta får börja."""
    after: Ids | None = None
    """Id på steg i samma lista som ska vara klara först. Utelämnat: steget före. `[]`: inget."""
    open_questions: Texts = ()
    """Frågor som källan lämnar öppna och som läsaren bör ställa."""


class Step(_Item):
    id: Id
    """Stegets id, unikt i sin lista."""
    actor: Id = UNIT
    """Vem som gör steget: `unit` (vårdenheten) eller en organisations id."""
    form: Id | None = None
    """Blankettens id, när steget är att fylla i eller skicka en."""
    asks_for: Asks = ()
    """Uppgifter som steget frågar efter, utöver blankettens. Utelämnat: ingen källa säger det."""
    recipients: Ids | None = None
    """Id på kontakter som får det som beställs eller lämnas utan blankett. `[]`: okänt vart."""
    signer: Text | None = None
    """Vem hos er som beställer eller skriver under, om en källa säger det."""
    links: Ids = ()
    """Id på länkar som hör till steget."""
    contacts: Ids = ()
    """Id på kontakter som hjälper till med steget."""
    answer: Text | None = None
    """Vilket svar ni får, eller att inget kommer."""
    chase: Text | None = None
    """Vem ni frågar, och när, om svaret dröjer."""
    lead_time: WrittenLeadTime | None = None
    """`14d`, `5wd`, `none`, `unknown` eller ett objekt med `text` och `assume`."""
    stop: IdOrIds = ()
    """Id på stopp under vilka steget inte kan göras."""
    optional: Flag = False
    """`true`: tjänsten är klar även utan steget."""

    @property
    def time(self) -> LeadTime:
        """The written lead time, else none for the unit's own step and unknown for another's."""
        if self.lead_time is not None:
            return self.lead_time
        return NO_TIME if self.actor == UNIT else UNKNOWN_TIME

    @property
    def is_order(self) -> bool:
        """Whether something is ordered, handed in or sent in it."""
        return self.form is not None or self.recipients is not None


class Option(Grounded):
    id: Id
    """Alternativets id, unikt i tjänsten."""
    former_ids: Ids = ()
    """Tidigare id. Gamla länkar leder hit. `startklar rename` skriver dem."""
    title: Text
    """Vad man väljer."""
    text: Text | None = None
    """Förklaring i Markdown."""
    recommended: Flag = False
    """`true`: källan eller redaktören rekommenderar detta."""
    prerequisites: Needs
    """Det som ska vara klart innan alternativet får börja."""
    steps: Annotated[tuple[Item, ...], EmptyIfNothing] = ()
    """Alternativets steg."""


class Choice(_Item):
    choose: Id
    """Valets id, unikt i sin lista."""
    options: Annotated[tuple[Option, ...], EmptyIfNothing] = ()
    """Alternativen. Ett räcker."""
    optional: Flag = False
    """`true`: tjänsten är klar även utan valet."""

    @property
    def id(self) -> str:
        return self.choose


_CHOICE: Final = frozenset({"choose", "options"})


def _kind(value: Any) -> str:
    if isinstance(value, Choice) or (isinstance(value, dict) and not _CHOICE.isdisjoint(value)):
        return "Choice"
    return "Step"


Item = Annotated[
    Annotated[Step, Tag("Step")] | Annotated[Choice, Tag("Choice")], Discriminator(_kind)
]
Items = Annotated[tuple[Item, ...], EmptyIfNothing]

# The steps of an option are items again; until told, pydantic leaves that name unresolved.
Option.model_rebuild(force=True)
