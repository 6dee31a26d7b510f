"""How a value of the catalogue is told in one line."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any, Final

from generator.diff.changes.things import named
from generator.model.calendar import MonthDay, MonthlyRule, Occasion, RuleKind
from generator.model.catalogue import Catalogue
from generator.model.entry import Citation, Verified
from generator.model.fact import Asked
from generator.model.lead_time import Duration, LeadTime
from generator.model.need import AllOf, AnyOf, Need
from generator.model.references import REFERS_TO
from generator.model.service import Kind, Obligation, Successor
from generator.model.step import UNIT
from generator.views import words

_RULES: Final = {
    RuleKind.FIRST_WEEKDAYS: "de första vardagarna i månaden",
    RuleKind.MID_MONTH: "mitten av månaden",
    RuleKind.LAST_DAY: "sista dagen i månaden",
}
_KINDS: Final = {Kind.SERVICE: "tjänst", Kind.CONDITION: "villkor"}
_ENUMS: Final[dict[Any, str]] = {
    **words.OBLIGATION,
    **words.BASIS,
    **words.WAY,
    **words.LINK,
    **_RULES,
    **_KINDS,
}
"""Values that are the same text in two enumerations are told apart by their field."""
_BY_FIELD: Final[dict[str, dict[Any, str]]] = {"payer": words.PAYER, "status": words.STATUS}


class Shown:
    """Reads the values of one catalogue."""

    def __init__(self, catalogue: Catalogue, titles: Mapping[str, str]) -> None:
        self.catalogue = catalogue
        self.titles = titles
        """The heading of each step, choice and option, by the id that it is referred to by."""

    def value(self, field: str, value: Any) -> str | None:  # noqa: ANN401 - any field's value
        """None for what is left out."""
        if value is None or value == ():
            return None
        if isinstance(value, bool):
            return "ja" if value else "nej"
        if isinstance(value, StrEnum):
            return _BY_FIELD.get(field, _ENUMS).get(value, str(value))
        if isinstance(value, str):
            return self._text(field, value)
        if isinstance(value, tuple):
            return ", ".join(filter(None, (self.value(field, each) for each in value)))
        return self._part(value)

    def need(self, need: Need) -> str:
        """«Tjänst: steg», «antingen a eller b»."""
        if isinstance(need, AnyOf):
            return f"antingen {words.listed(map(self.need, need.any), 'eller')}"
        if isinstance(need, AllOf):
            return f"både {words.listed(map(self.need, need.all))}"
        service = named(self.catalogue, "services", need.service)
        step = self.titles.get(need.need)
        return f"{service}: {step}" if step else service

    def names(self, section: str, ids: Iterable[str]) -> str | None:
        return words.listed(named(self.catalogue, section, id_) for id_ in ids) or None

    def _text(self, field: str, value: str) -> str:
        if field == "actor" and value == UNIT:
            return words.YOU.lower()
        section = REFERS_TO.get(field)
        return named(self.catalogue, section, value) if section else value

    def _part(self, value: Any) -> str:  # noqa: ANN401 - any field's value
        match value:
            case LeadTime():
                return words.lead_time(value)
            case Duration():
                return words.duration(value)
            case date() | MonthDay():
                return words.day(value)
            case time():
                return words.clock(value)
            case _:
                return self._composed(value)

    def _composed(self, value: Any) -> str:  # noqa: ANN401 - any field's value
        match value:
            case Citation():
                return self._citation(value)
            case Verified():
                return f"{words.day(value.date)} av {value.by}, {value.how} ({value.source})"
            case _:
                return self._titled(value)

    def _titled(self, value: Any) -> str:  # noqa: ANN401 - any field's value
        match value:
            case Asked():
                return named(self.catalogue, "facts", value.fact)
            case Obligation():
                return words.OBLIGATION[value.level]
            case Occasion():
                return f"{value.month}: stänger {words.day(value.closes)}"
            case MonthlyRule():
                return _RULES[value.kind]
            case Successor():
                return value.name
            case _:
                called = (getattr(value, name, None) for name in ("name", "title", "question"))
                return next((str(each) for each in called if each), str(value))

    def _citation(self, cited: Citation) -> str:
        if cited.ref not in self.catalogue.sources:
            return cited.ref
        return words.citation(self.catalogue, cited)
