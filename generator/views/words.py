"""The words a reader meets, for every value of the catalogue that has some of its own."""

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Final

from generator.model.calendar import Day, Stop
from generator.model.catalogue import Catalogue
from generator.model.directory import Contact, LinkKind, Term, Way
from generator.model.entry import Applies, Citation, Entry, Verified
from generator.model.guide import CareModel, Operator
from generator.model.lead_time import Duration, LeadTime, Unit
from generator.model.override import Override
from generator.model.scalars import MONTHS, Basis
from generator.model.service import Level, Obligation, Payer, Service, Status
from generator.model.step import UNIT, Choice, Option, Step

MISSING: Final = "Uppgift saknas"
UNKNOWN: Final = "okänd"
YOU: Final = "Ni"

OBLIGATION: Final = {
    Level.MANDATORY: "Obligatorisk",
    Level.NEEDED: "Behövs i praktiken",
    Level.CONDITIONAL: "Villkorad",
    Level.OPTIONAL: "Valfri",
    Level.UNSPECIFIED: "Inte angivet i källan",
}
OBLIGATIONS: Final = {
    Level.MANDATORY: "Obligatoriska",
    Level.NEEDED: "Behövs i praktiken",
    Level.CONDITIONAL: "Villkorade",
    Level.OPTIONAL: "Valfria",
    Level.UNSPECIFIED: "Inte angivet i källan",
}
"""As headings over many; in the order a reader asks for them."""

PAYER: Final = {
    Payer.UNIT: "Ni betalar",
    Payer.NOBODY: "Kostnadsfritt",
    Payer.UNKNOWN: "Framgår inte",
}
BASIS: Final = {
    Basis.SEED: "enligt källan",
    Basis.IMPLIED: "framgår indirekt av källan",
    Basis.EXTERNAL: "enligt en annan källa",
    Basis.ASSUMPTION: "antagande",
}
STATUS: Final = {
    Status.CURRENT: "Används i dag",
    Status.REPLACED: "Ersatt",
    Status.UNKNOWN: "Okänt om tjänsten finns kvar i samma form",
}
WAY: Final = {Way.EMAIL: "med e-post", Way.POST: "med post", Way.WEB: "på webben"}
LINK: Final = {
    LinkKind.PAGE: "Sida",
    LinkKind.GUIDE: "Lathund",
    LinkKind.SPECIFICATION: "Specifikation",
    LinkKind.TOOL: "Verktyg",
    LinkKind.COURSE: "Utbildning",
}

_WEEKDAYS: Final = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
_LETTERS: Final = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e"})
_YEAR: Final = re.compile(r"(omkring )?\d{4}(-\d{2}-\d{2})?")


def condition(obligation: Obligation) -> str | None:
    """«Krävs om ni …», for what is obligatory only then."""
    return None if obligation.condition is None else f"Krävs om ni {stopped(obligation.condition)}"


def stopped(sentence: str) -> str:
    """With its full stop, which an author of a half sentence leaves out."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def item(item_: Step | Choice | Option) -> str:
    """What to call it in a sentence, in its definite form."""
    if isinstance(item_, Step):
        return "steget"
    return "valet" if isinstance(item_, Choice) else "alternativet"


def organisation(catalogue: Catalogue, id_: str) -> str:
    return catalogue.organisations[id_].name


def entry(catalogue: Catalogue, part: Entry) -> str:
    """What a reader knows it by; also where its organisation is missing, before any check."""
    match part:
        case Contact():
            found = catalogue.organisations.get(part.organisation)
            return f"{found.name if found else part.organisation}: {part.role}"
        case Term():
            return part.word
        case Override():
            return f"{part.rule} ({part.id})"
        case CareModel() | Operator() | Service():
            return part.name
    return str(getattr(part, "title", None) or getattr(part, "name", part.id))


def actor(catalogue: Catalogue, id_: str) -> str:
    return YOU if id_ == UNIT else organisation(catalogue, id_)


def duration(length: Duration) -> str:
    noun = "arbetsdag" if length.unit is Unit.WORKING_DAYS else "dag"
    return f"{length.days} {noun if length.days == 1 else f'{noun}ar'}"


def lead_time(time_: LeadTime) -> str:
    """How long it takes, without the word for it: «14 dagar», «okänd»."""
    if time_.assume is not None:
        assumed = f"vi räknar med {duration(time_.assume)}, ett antagande"
        return f"{time_.text} ({assumed})" if time_.text else f"{UNKNOWN} ({assumed})"
    if time_.time is None:
        return f"{time_.text} (okänt hur många)" if time_.text else UNKNOWN
    if time_.text:
        return time_.text
    return duration(time_.time) if time_.time.days else "ingen"


def lead_time_term(actor_: str) -> str:
    """What the time is called; what the unit does itself is no delivery."""
    return "Tid" if actor_ == UNIT else "Leveranstid"


def day(day_: Day, *, year: bool = True) -> str:
    """«1 juni», with the year if the day has one."""
    named = f"{day_.day} {MONTHS[day_.month - 1]}"
    return f"{named} {day_.year}" if year and isinstance(day_, date) else named


def weekday(day_: date) -> str:
    return f"{_WEEKDAYS[day_.weekday()]} {day(day_)}"


def short_weekday(day_: date, *, month: bool = True) -> str:
    """«tis 5 januari», or «tis 5», for lines that name many days."""
    named = day(day_, year=False) if month else str(day_.day)
    return f"{_WEEKDAYS[day_.weekday()][:3]} {named}"


def closed(day_: date) -> str:
    """What a day that is no working day is: «söndag», «helgdag eller afton»."""
    weekend = day_.weekday() > _WEEKDAYS.index("fredag")
    return _WEEKDAYS[day_.weekday()] if weekend else "helgdag eller afton"


def month(day_: date) -> str:
    return f"{MONTHS[day_.month - 1]} {day_.year}"


def clock(time_: time) -> str:
    return f"klockan {time_:%H.%M}"


def period(stop: Stop) -> str:
    """«1 juni–31 juli», the way a yearly or a dated stop is read."""
    return f"{day(stop.first)}–{day(stop.last)}"


def replaced(successor: str) -> str:
    return f"Ersatt av {successor}. Fråga vad som gäller innan ni beställer."


def citation(catalogue: Catalogue, cited: Citation) -> str:
    """The source by its title, publisher and date, and where in it."""
    source = catalogue.sources[cited.ref]
    lines = f"rad {cited.lines.replace('-', '–')}" if cited.lines else None
    return ", ".join(filter(None, (source.title, source.publisher, source.as_of, lines)))


def verified(found: Verified | None) -> str:
    """Whether anybody has checked, and when; for a place that tells the source's age beside it."""
    if found is None:
        return "Ingen har kontrollerat uppgifterna."
    return f"Uppgifterna kontrollerade: {day(found.date)} av {found.by}, {found.how}."


def checked(catalogue: Catalogue, cited: Citation, found: Verified | None) -> str:
    """Whether anybody has checked, and when; else how old the source is."""
    if found is not None:
        return verified(found)
    as_of = catalogue.sources[cited.ref].as_of
    if as_of is None:
        return "Uppgifterna är inte kontrollerade, och källan har inget datum."
    if _YEAR.fullmatch(as_of):
        return f"Uppgifterna är inte kontrollerade sedan {as_of}."
    return f"Uppgifterna är inte kontrollerade. Källans tid: {as_of}."


def collated(text: str) -> str:
    """A key that sorts as a Swedish reader does: å, ä and ö last, whatever the case."""
    return text.casefold().translate(_LETTERS)


def counted(number: int, one: str, many: str) -> str:
    """«1 blankett», «två tjänster»: small numbers in letters, as Swedish text has them."""
    small = [
        "noll",
        "en",
        "två",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "åtta",
        "nio",
        "tio",
        "elva",
        "tolv",
    ]
    if number == 1:
        return f"1 {one}"
    return f"{small[number] if number < len(small) else number} {many}"


def within(name: str) -> str:
    """As it stands inside a sentence: «privat vårdgivare»."""
    return f"{name[:1].lower()}{name[1:]}"


def listed(parts: Iterable[str], word: str = "och") -> str:
    """«a, b och c»."""
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} {word} {last}" if first else last


def applies(
    catalogue: Catalogue, part: Applies, model: str | None = None, operator: str | None = None
) -> str | None:
    """«Gäller: Vårdval Rehab», for a part not for all who read of that model and operator."""
    if not part.models and not part.operators:
        return None
    names = [catalogue.models[id_].name for id_ in part.models if model is None]
    names += [catalogue.operators[id_].name for id_ in part.operators if operator is None]
    return f"Gäller: {listed(names)}" if names else None
