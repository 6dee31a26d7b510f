"""How a written scalar becomes a value. YAML 1.1 guesses nothing: the text is read as it stands."""

import re
from calendar import monthrange
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.addresses import ADDRESS_PATTERN, EMAIL_PATTERN, no_address
from generator.model.written import REAL_DATE, AlsoWritten, written

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
TARGET_PATTERN = rf"{ID_PATTERN}(?:/{ID_PATTERN})*"
_ID = re.compile(ID_PATTERN)
_ADDRESS = re.compile(ADDRESS_PATTERN)
_TARGET = re.compile(TARGET_PATTERN)
_LINES = re.compile(r"[0-9]+(?:-[0-9]+)?(?:, [0-9]+(?:-[0-9]+)?)*")
_EMAIL = re.compile(EMAIL_PATTERN)
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_RANGE = re.compile(r"(\d+)-(\d+)")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY = re.compile(r"(?:(\d{4})-)?(\d{2})-(\d{2})")
LEAP_YEAR: Final = 2000
"""A year with every day that comes back."""
MONTHS: Final = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_MAX_DIGITS = 4
_FLAGS = {"true": True, "false": False, "ja": True, "nej": False}
AN_ID: Final = "ett id: små bokstäver a–z, siffror och bindestreck"
A_TARGET: Final = "en hänvisning: `tjänst` eller `tjänst/steg`"
_A_FLAG: Final = "`true` eller `false`"
_A_DATE: Final = "ett datum som finns i kalendern, till exempel `2027-06-01`"
_A_TIME: Final = "ett klockslag, till exempel `13:30`"
_SOME_LINES: Final = "radnummer, till exempel `16-51` eller `59, 61`"
_AN_EMAIL: Final = "en e-postadress, till exempel `fragor@vgregion.se`"
_A_MONTH: Final = "en månad, till exempel `2027-06`"
_AN_ADDRESS: Final = "en adress som börjar med `https://`, `mailto:` eller `tel:`"


def expected(what: str, because: str = "") -> PydanticCustomError:
    """The fault of a value that is not what the field takes; `what` is Swedish and indefinite.

    `because` says what is wrong with a value that is written as it should be.
    """
    return PydanticCustomError("expected", "{what}", {"what": what, "because": because})


def no_such_day(written: Any) -> str:
    """Why the calendar lacks a day written ÅÅÅÅ-MM-DD or MM-DD; empty if that is not the fault."""
    parts = _DAY.fullmatch(written) if isinstance(written, str) else None
    if parts is None:
        return ""
    year, month, day = int(parts[1] or LEAP_YEAR), int(parts[2]), int(parts[3])
    if not 1 <= month <= len(MONTHS):
        return f"månad {parts[2]} finns inte; ett år har {len(MONTHS)}"
    most, name = monthrange(year, month)[1], MONTHS[month - 1]
    if 1 <= day <= most:
        return ""
    which = f"{name} {year}" if parts[1] else name
    return f"den {day} {name} finns inte; {which} har {most} dagar"


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise expected(AN_ID)
    return value


def _target(value: str) -> str:
    if not _TARGET.fullmatch(value):
        raise expected(A_TARGET)
    return value


def _flag(value: Any) -> bool:
    try:
        return _FLAGS[value]
    except (KeyError, TypeError):
        raise expected(_A_FLAG) from None


def _date(value: Any) -> date:
    try:
        if ISO_DATE.fullmatch(value):
            return date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    raise expected(_A_DATE, no_such_day(value))


def _time(value: Any) -> time:
    if isinstance(value, str) and _TIME.fullmatch(value):
        return time.fromisoformat(value)
    raise expected(_A_TIME)


def _count(value: Any) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MAX_DIGITS:
        return int(value)
    raise expected("ett heltal")


def _lines(value: str) -> str:
    if not _LINES.fullmatch(value):
        raise expected(_SOME_LINES)
    for first, last in _RANGE.findall(value):
        if int(first) > int(last):
            what = f"raderna med den första först: `{last}-{first}`"
            raise expected(what, f"raderna `{first}-{last}` är skrivna baklänges")
    return value


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise expected(_AN_EMAIL)
    return value


def _month(value: str) -> str:
    if not _MONTH.fullmatch(value):
        raise expected(_A_MONTH, no_such_day(f"{value}-01"))
    return value


def _address(value: str) -> str:
    if _ADDRESS.fullmatch(value):
        return value
    raise expected(_AN_ADDRESS, no_address(value))


def _time_zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (KeyError, OSError, ValueError):
        raise expected("en tidszon, till exempel `Europe/Stockholm`") from None


def _nothing_as_empty(value: Any) -> Any:
    return () if value is None else value


def _one_as_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


EmptyIfNothing = BeforeValidator(_nothing_as_empty)
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, AfterValidator(_id), written(ID_PATTERN, AN_ID)]
Target = Annotated[str, AfterValidator(_target), written(TARGET_PATTERN, A_TARGET)]
Flag = Annotated[
    bool,
    BeforeValidator(_flag, json_schema_input_type=bool),
    AlsoWritten("|".join(_FLAGS), _A_FLAG),
]
Date = Annotated[date, BeforeValidator(_date), written(REAL_DATE, _A_DATE)]
Time = Annotated[time, BeforeValidator(_time), written(_TIME.pattern, _A_TIME)]
Count = Annotated[
    int,
    BeforeValidator(_count),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 10**_MAX_DIGITS - 1}),
    AlsoWritten(f"[0-9]{{1,{_MAX_DIGITS}}}", "ett heltal"),
]
Lines = Annotated[str, AfterValidator(_lines), written(_LINES.pattern, _SOME_LINES)]
Email = Annotated[str, AfterValidator(_email), written(_EMAIL.pattern, _AN_EMAIL)]
Month = Annotated[str, AfterValidator(_month), written(_MONTH.pattern, _A_MONTH)]
Address = Annotated[str, AfterValidator(_address), written(ADDRESS_PATTERN, _AN_ADDRESS)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
Texts = Annotated[tuple[Text, ...], EmptyIfNothing]
Ids = Annotated[tuple[Id, ...], EmptyIfNothing]
IdOrIds = Annotated[
    tuple[Id, ...], EmptyIfNothing, BeforeValidator(_one_as_many), AlsoWritten(ID_PATTERN, AN_ID)
]


class Basis(StrEnum):
    """What a claim rests on."""

    SEED = "seed"
    IMPLIED = "implied"
    EXTERNAL = "external"
    ASSUMPTION = "assumption"
