import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, model_validator

from generator.model.entry import Part, SourceRef, hold_external_to_its_source
from generator.model.scalars import Basis, Text, expected
from generator.model.written import AlsoWritten, written

_WRITTEN = re.compile(r"([0-9]{1,4})(d|wd)")
_A_TIME: Final = "en tid: `14d` (kalenderdagar), `5wd` (arbetsdagar), `none` eller `unknown`"


class Unit(StrEnum):
    CALENDAR_DAYS = "d"
    WORKING_DAYS = "wd"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in whole days."""

    days: int
    unit: Unit = Unit.CALENDAR_DAYS


def _duration(value: Any) -> Duration:
    if isinstance(value, Duration):
        return value
    if value == "none":
        return Duration(0)
    written = _WRITTEN.fullmatch(value) if isinstance(value, str) else None
    if written is None:
        raise expected(_A_TIME)
    return Duration(int(written[1]), Unit(written[2]))


WrittenDuration = Annotated[
    Duration, BeforeValidator(_duration), written(f"{_WRITTEN.pattern}|none", _A_TIME)
]


class LeadTime(Part):
    """How long a step takes once begun. Neither `time` nor `assume` given: unknown."""

    text: Text | None = None
    """Källans egna ord, till exempel «flera månader»."""
    time: WrittenDuration | None = None
    """Tiden enligt källan: `14d`, `5wd` eller `none`."""
    assume: WrittenDuration | None = None
    """En tid att räkna med när källan inte ger någon siffra. Visas som antagande."""
    because: Text | None = None
    """Vad tiden gäller för eller hur antagandet är gjort."""
    basis: Basis | None = None
    """Vad tiden vilar på: `seed`, `implied`, `external` eller `assumption`."""
    source: SourceRef | None = None
    """Var tiden står. Krävs när `basis` är `external`."""

    @model_validator(mode="after")
    def _one_time_at_most(self) -> "LeadTime":
        if self.time is not None and self.assume is not None:
            raise expected("antingen `time` eller `assume`, inte båda")
        return self

    @model_validator(mode="after")
    def _external_with_its_source(self) -> "LeadTime":
        hold_external_to_its_source(self.basis, self.source)
        return self

    @property
    def duration(self) -> Duration | None:
        """What the plan counts with; None when nothing is known."""
        return self.time if self.time is not None else self.assume

    @property
    def is_wait(self) -> bool:
        """Whether there is something to wait for, known how long or not."""
        return self.duration is None or self.duration.days > 0

    @property
    def assumed(self) -> bool:
        return self.assume is not None


NO_TIME = LeadTime(time=Duration(0))
UNKNOWN_TIME = LeadTime()


def _bare_time(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return UNKNOWN_TIME if value == "unknown" else {"time": value}


WrittenLeadTime = Annotated[
    LeadTime,
    BeforeValidator(_bare_time),
    AlsoWritten(f"{_WRITTEN.pattern}|none|unknown", _A_TIME),
]
