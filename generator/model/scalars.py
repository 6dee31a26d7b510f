"""How a written scalar becomes a value. YAML 1.1 guesses nothing: the text is read as it stands."""

import re
from calendar import monthrange
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)
_TARGET = re.compile(rf"{ID_PATTERN}(?:/{ID_PATTERN})*")
_LINES = re.compile(r"\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_RANGE = re.compile(r"(\d+)-(\d+)")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY = re.compile(r"(?:(\d{4})-)?(\d{2})-(\d{2})")
_LEAP_YEAR: Final = 2000
_MONTHS: Final = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_MAX_DIGITS = 4
_FLAGS = {"true": True, "false": False, "ja": True, "nej": False}
_PUBLISHABLE = ("https://", "mailto:", "tel:")


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
    year, month, day = int(parts[1] or _LEAP_YEAR), int(parts[2]), int(parts[3])
    if not 1 <= month <= len(_MONTHS):
        return f"månad {parts[2]} finns inte; ett år har {len(_MONTHS)}"
    most, name = monthrange(year, month)[1], _MONTHS[month - 1]
    if 1 <= day <= most:
        return ""
    which = f"{name} {year}" if parts[1] else name
    return f"den {day} {name} finns inte; {which} har {most} dagar"


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise expected("ett id: små bokstäver a–z, siffror och bindestreck")
    return value


def _target(value: str) -> str:
    if not _TARGET.fullmatch(value):
        raise expected("en hänvisning: `tjänst` eller `tjänst/steg`")
    return value


def _flag(value: Any) -> bool:
    try:
        return _FLAGS[value]
    except (KeyError, TypeError):
        raise expected("`true` eller `false`") from None


def _date(value: Any) -> date:
    try:
        if _ISO_DATE.fullmatch(value):
            return date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    raise expected("ett datum som finns i kalendern, skrivet ÅÅÅÅ-MM-DD", no_such_day(value))


def _time(value: Any) -> time:
    try:
        return time.fromisoformat(value)
    except (TypeError, ValueError):
        raise expected("ett klockslag, skrivet TT:MM") from None


def _count(value: Any) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MAX_DIGITS:
        return int(value)
    raise expected("ett heltal")


def _lines(value: str) -> str:
    if not _LINES.fullmatch(value):
        raise expected("radnummer, till exempel `16-51` eller `59, 61`")
    for first, last in _RANGE.findall(value):
        if int(first) > int(last):
            what = f"raderna med den första först: `{last}-{first}`"
            raise expected(what, f"raderna `{first}-{last}` är skrivna baklänges")
    return value


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise expected("en e-postadress, till exempel `fragor@vgregion.se`")
    return value


def _month(value: str) -> str:
    if not _MONTH.fullmatch(value):
        raise expected("en månad, skriven ÅÅÅÅ-MM", no_such_day(f"{value}-01"))
    return value


def _address(value: str) -> str:
    if not value.startswith(_PUBLISHABLE) or any(c.isspace() for c in value):
        raise expected("en adress som börjar med `https://`, `mailto:` eller `tel:`")
    return value


def _time_zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (KeyError, OSError, ValueError):
        raise expected("en tidszon, till exempel `Europe/Stockholm`") from None


def _nothing_as_empty(value: Any) -> Any:
    return () if value is None else value


def _one_as_many(value: Any) -> Any:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, AfterValidator(_id)]
Target = Annotated[str, AfterValidator(_target)]
Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool)]
Date = Annotated[date, BeforeValidator(_date, json_schema_input_type=str)]
Time = Annotated[time, BeforeValidator(_time, json_schema_input_type=str)]
Count = Annotated[int, BeforeValidator(_count, json_schema_input_type=int)]
Lines = Annotated[str, AfterValidator(_lines)]
Email = Annotated[str, AfterValidator(_email)]
Month = Annotated[str, AfterValidator(_month)]
Address = Annotated[str, AfterValidator(_address)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_nothing_as_empty)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_nothing_as_empty)]
IdOrIds = Annotated[tuple[Id, ...], BeforeValidator(_one_as_many)]
EmptyIfNothing = BeforeValidator(_nothing_as_empty)


class Basis(StrEnum):
    """What a claim rests on."""

    SEED = "seed"
    IMPLIED = "implied"
    EXTERNAL = "external"
    ASSUMPTION = "assumption"
