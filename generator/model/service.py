from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, WrapValidator, model_validator

from generator.model.entry import Applies, Dated, Entry, Part, SourceRef, Verified
from generator.model.need import Needs
from generator.model.scalars import Address, EmptyIfNothing, Id, Ids, Text, Texts, expected
from generator.model.step import Items


class Kind(StrEnum):
    SERVICE = "service"
    CONDITION = "condition"
    """Not an IT service, but others rest on it: the agreement with the region."""


class Level(StrEnum):
    MANDATORY = "mandatory"
    NEEDED = "needed"
    CONDITIONAL = "conditional"
    OPTIONAL = "optional"
    UNSPECIFIED = "unspecified"


MUST: Final = (Level.MANDATORY, Level.NEEDED)
"""The levels that leave the unit no choice; a tuple, for a member of an Enum is slow to hash."""


class Obligation(Dated):
    level: Level
    """`mandatory`, `needed`, `conditional`, `optional` eller `unspecified`."""
    because: Text | None = None
    """Varför nivån är satt. Krävs för `needed`, som är en redaktörs tolkning."""
    condition: Text | None = None
    """Villkoret, som fullbordar «Krävs om ni …». Krävs för `conditional`."""
    source: SourceRef | None = None
    """Var det står."""

    @model_validator(mode="after")
    def _level_with_its_reason(self) -> "Obligation":
        if self.level is Level.NEEDED and self.because is None:
            raise expected("`because` tillsammans med nivån `needed`")
        if self.level is Level.CONDITIONAL and self.condition is None:
            raise expected("`condition` tillsammans med nivån `conditional`")
        return self


def _bare_level(value: Any) -> Any:
    return {"level": value} if isinstance(value, str) else value


WrittenObligation = Annotated[
    Obligation, BeforeValidator(_bare_level, json_schema_input_type=Level | Obligation)
]


Obligations = dict[Id, WrittenObligation]
_DEEPEST: Final = 3
"""Models, what is said of one, and its source."""
_MOST: Final = 1_000
"""Obligations that are known; of so many others the memory is not worth the sharing."""
_known: dict[tuple[Any, ...], Obligations] = {}


def _shared(value: object, read: Callable[[object], Obligations]) -> Obligations:
    """One for all services of which the same is written: at 2,500 services 53.

    Whoever asks all services whether they must be had does it in less than half the time.
    """
    try:
        key = _written(value, _DEEPEST)
        return _known[key]
    except TypeError:
        return read(value)
    except KeyError:
        if len(_known) >= _MOST:
            _known.clear()
        _known[key] = found = read(value)
        return found


def _written(value: object, levels: int) -> tuple[Any, ...]:
    """Tells it from all else that could be written; TypeError of what is written in no such place.

    That is a list, and what lies deeper.
    """
    if not isinstance(value, dict):
        return (type(value), value)
    if not levels:
        raise TypeError
    return (dict, *[(key, _written(inner, levels - 1)) for key, inner in value.items()])


class Payer(StrEnum):
    UNIT = "unit"
    NOBODY = "nobody"
    UNKNOWN = "unknown"


class Cost(Part):
    payer: Payer = Payer.UNKNOWN
    """`unit` (ni betalar), `nobody` (kostnadsfritt) eller `unknown` (framgår inte)."""
    note: Text | None = None
    """Vad som kostar, så långt källan säger."""
    source: SourceRef | None = None
    """Var det står."""


class Status(StrEnum):
    CURRENT = "current"
    REPLACED = "replaced"
    UNKNOWN = "unknown"


class Successor(Part):
    name: Text
    """Vad som har tagit över."""
    note: Text | None = None
    """Vad som är känt om bytet."""
    address: Address | None = None
    """Sida om efterträdaren."""
    source: SourceRef | None = None
    """Var det står."""


class Function(Applies):
    """A named part of a service that needs no order of its own."""

    name: Text
    """Funktionens namn."""
    text: Text
    """Vad den används till, i Markdown."""
    source: SourceRef | None = None
    """Var det står."""


class SelfTest(Part):
    question: Text
    """En fråga som enheten själv kan svara på: «Ser ni …?»"""
    conclusion: Text
    """Vad ett ja betyder."""
    source: SourceRef | None = None
    """Var det står."""


class Service(Dated, Entry):
    name: Text
    """Namnet som läsaren möter."""
    kind: Kind = Kind.SERVICE
    """`service`, eller `condition` för det som inte är en IT-tjänst men krävs av andra."""
    also_called: Texts = ()
    """Andra namn som läsare söker på. Unika i katalogen."""
    formerly: Texts = ()
    """Tidigare namn. Unika i katalogen."""
    search_words: Texts = ()
    """Ord som läsare söker med och som inte står i texten. Visas inte."""
    summary: Text
    """Vad tjänsten är, i en eller två meningar."""
    text: Text | None = None
    """Mer att veta, i Markdown."""
    provider: Id | None = None
    """Organisationen som levererar tjänsten. Utelämnat: uppgift saknas."""
    obligation: Annotated[Obligations, WrapValidator(_shared)]
    """Per vårdvalsmodell. En modell som inte nämns erbjuds inte tjänsten."""
    no_action: Text | None = None
    """Varför ni inte behöver göra något just nu."""
    cost: Cost = Field(default_factory=Cost)
    """Vem som betalar, och för vad."""
    functions: Annotated[tuple[Function, ...], EmptyIfNothing] = ()
    """Delar av tjänsten med eget namn."""
    prerequisites: Needs
    """Det som ska vara klart innan tjänstens första steg."""
    steps: Items = ()
    """Vad enheten och andra gör, i ordning."""
    contacts: Ids = ()
    """Id på kontakter som hjälper till."""
    links: Ids = ()
    """Id på sidor och dokument om tjänsten."""
    recurring: Ids = ()
    """Id på återkommande datum som hör till tjänsten."""
    self_test: SelfTest | None = None
    """Hur ni själva ser att det fungerar."""
    open_questions: Texts = ()
    """Frågor som källan lämnar öppna."""
    status: Status = Status.UNKNOWN
    """`current`, `replaced` eller `unknown`."""
    replaced_by: Successor | None = None
    """Efterträdaren, när tjänsten är ersatt."""
    source: SourceRef
    """Var uppgifterna är lästa."""
    further_sources: Annotated[tuple[SourceRef, ...], EmptyIfNothing] = ()
    """Fler ställen där uppgifterna i `text` är lästa."""
    verified: Verified | None = None
    """Kontroll av uppgifterna. Utelämnat: ingen har kontrollerat dem."""
