"""The catalogue's format, read off the model: every section and key, in the model's own words."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from generator.model import calendar, entry, lead_time, override, scalars
from generator.model.catalogue import SECTIONS
from generator.model.described import described
from generator.model.entry import Part
from generator.model.guide import FORMAT, Guide
from generator.model.guide import Format as Version
from generator.model.record import record
from generator.pages.page import Page
from generator.views import addresses
from generator.views.site import Site

SECTION_TEXTS: Final = {
    "guide": "Själva guiden. Står en gång, utan id.",
    "models": "Vårdvalsmodellerna, till exempel VG Primärvård.",
    "operators": "Driftsformerna: privat och offentlig vårdgivare.",
    "sources": "Var uppgifterna är lästa. Andra delar hänvisar hit med `source`.",
    "organisations": "De som levererar, tar emot eller svarar.",
    "contacts": "Vem enheten vänder sig till.",
    "facts": "Uppgifter som blanketter och beställningar frågar efter. Varje uppgift står en gång.",
    "forms": "Blanketter.",
    "links": "Namngivna sidor och dokument.",
    "terms": "Ordlistan.",
    "stops": "Tider då en organisation inte tar hand om beställningar.",
    "recurring": "Datum som kommer tillbaka varje månad.",
    "services": "Tjänsterna, med förutsättningar och steg.",
    "overrides": "Avsteg: där en regel ska väga mer eller mindre än den gör av sig själv.",
}
PART_TEXTS: Final = {
    "AllOf": "Flera förutsättningar, där alla behövs.",
    "AnyOf": "Flera förutsättningar, där en räcker.",
    "Asked": "En uppgift som efterfrågas. Kan också skrivas som bara uppgiftens id.",
    "Choice": "Ett val bland stegen. Ett av alternativen räcker.",
    "Citation": "Hänvisning till en källa. Kan också skrivas som bara källans id.",
    "Cost": "Vem som betalar.",
    "Function": "En del av en tjänst som har eget namn men inte beställs för sig.",
    "LeadTime": "Hur lång tid ett steg tar. Kan också skrivas kort, till exempel `14d`.",
    "MonthlyRule": "Regeln för ett datum som kommer tillbaka.",
    "Obligation": "Om en vårdvalsmodell kräver tjänsten. Kan också skrivas som bara nivån.",
    "Occasion": "En månad i en officiell tidplan.",
    "Option": "Ett alternativ i ett val.",
    "Reference": "En förutsättning. Kan också skrivas som bara `tjänst` eller `tjänst/steg`.",
    "SelfTest": "En fråga som visar om det fungerar.",
    "Step": "Något som enheten eller någon annan gör.",
    "Successor": "Det som har tagit över efter en tjänst.",
    "Task": "Något som enheten gör varje månad.",
    "Verified": "Bevis på att någon har kontrollerat en uppgift.",
}
_WRITTEN: Final[tuple[tuple[Any, str], ...]] = (
    (scalars.Text, "text"),
    (scalars.Texts, "lista med texter"),
    (scalars.Id, "id"),
    (scalars.Ids, "lista med id"),
    (scalars.IdOrIds, "id eller lista med id"),
    (scalars.Target, "`tjänst` eller `tjänst/steg`"),
    (override.Places, "lista med `avsnitt/id`"),
    (scalars.Flag, "`true` eller `false`"),
    (scalars.Date, "datum, ÅÅÅÅ-MM-DD"),
    (scalars.Month, "månad, ÅÅÅÅ-MM"),
    (scalars.Time, "klockslag, TT:MM"),
    (scalars.TimeZone, "tidszon, till exempel `Europe/Stockholm`"),
    (scalars.Count, "heltal"),
    (Version, f"`{FORMAT}`"),
    (scalars.Lines, "radnummer, till exempel `16-51`"),
    (scalars.Email, "e-postadress"),
    (scalars.Address, "adress, `https://…`"),
    (calendar.Day, "dag, `06-01` eller ÅÅÅÅ-MM-DD"),
    (lead_time.WrittenDuration, "`14d`, `5wd` eller `none`"),
)


@record(frozen=True, kw_only=True, slots=True)
class PartName:
    name: str
    anchor: str


@record(frozen=True, kw_only=True, slots=True)
class Key:
    name: str
    required: bool
    form: str
    """What is written there, in words; empty for a part."""
    parts: tuple[PartName, ...]
    many: bool
    by_model: bool
    values: tuple[str, ...]
    """The words that are possible there, if they are counted up."""
    description: str


@record(frozen=True, kw_only=True, slots=True)
class Format:
    """A section or a part of one."""

    name: str
    anchor: str
    description: str
    keys: tuple[Key, ...]


def format_pages(_: Site) -> Iterator[Page]:
    """`/redaktor/format/`: the reference of what may be written."""
    sections, parts = _formats()
    yield Page(
        address=addresses.FORMAT,
        title="Katalogens format",
        description="Alla avsnitt och nycklar i katalogens YAML-filer.",
        template="format_reference",
        glossed=False,
        data={"sections": sections, "parts": parts},
    )


@cache  # the model's types stay as they are, and to read them takes a tenth of a preview's rebuild
def _formats() -> tuple[tuple[Format, ...], tuple[Format, ...]]:
    """The sections, and the parts of any of them."""
    kinds: dict[str, type[Part]] = {"guide": Guide, **SECTIONS}
    parts = {part.__name__: part for kind in kinds.values() for part in _below(kind)}
    return (
        tuple(_format(name, kind, SECTION_TEXTS[name]) for name, kind in kinds.items()),
        tuple(_format(name, parts[name], PART_TEXTS[name]) for name in sorted(parts)),
    )


def _format(name: str, kind: type[Part], description: str) -> Format:
    hints = get_type_hints(kind, include_extras=True)
    keys = [
        _key(field, attribute, hints[attribute])
        for attribute, field in described(kind).items()
        if field.alias != entry.ID_KEY
    ]
    keys.sort(key=lambda key: not key.required)
    return Format(name=name, anchor=_anchor(name), description=description, keys=tuple(keys))


def _anchor(name: str) -> str:
    return name if name in SECTION_TEXTS else f"del-{name.lower()}"


def _key(field: FieldInfo, name: str, hint: Any) -> Key:  # noqa: ANN401 - a type is any value
    plain = _without_none(hint)
    return Key(
        name=field.alias or name,
        required=field.is_required(),
        form=next((words for kind, words in _WRITTEN if kind == plain), ""),
        parts=tuple(PartName(name=p.__name__, anchor=_anchor(p.__name__)) for p in _parts(plain)),
        many=any(get_origin(inner) is tuple for inner in _inside(plain)),
        by_model=any(get_origin(inner) is dict for inner in _inside(plain)),
        values=tuple(
            str(member.value)
            for inner in _inside(plain)
            if isinstance(inner, type) and issubclass(inner, Enum)
            for member in inner
        ),
        description=field.description or "",
    )


def _without_none(hint: Any) -> Any:  # noqa: ANN401 - as above
    if get_origin(hint) in (Union, UnionType):
        some = [inner for inner in get_args(hint) if inner is not NoneType]
        return some[0] if len(some) == 1 else hint
    return hint


def _inside(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """The type and all that it is made of."""
    yield hint
    inner = get_args(hint)
    for part in inner[:1] if get_origin(hint) is Annotated else inner:
        yield from _inside(part)


def _parts(hint: Any) -> tuple[type[Part], ...]:  # noqa: ANN401 - as above
    types = (inner for inner in _inside(hint) if isinstance(inner, type))
    return tuple(dict.fromkeys(kind for kind in types if issubclass(kind, Part)))


def _below(kind: type[Part], met: frozenset[type[Part]] = frozenset()) -> frozenset[type[Part]]:
    """Every part that the kind is made of, however deep."""
    for hint in get_type_hints(kind, include_extras=True).values():
        for part in _parts(hint):
            if part not in met:
                met = _below(part, met | {part})
    return met
