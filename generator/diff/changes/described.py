"""What a new entry is, in a line."""

from typing import Final

from generator.diff.changes.shown import Shown
from generator.model.calendar import Stop
from generator.model.directory import Contact
from generator.model.entry import Entry
from generator.model.service import Service
from generator.views import words

_FIELDS: Final = ("explanation", "text", "note", "title", "publisher")
"""The first of these that an entry has says what it is."""


def described(shown: Shown, part: Entry) -> str | None:
    """None when its name says it all."""
    match part:
        case Service():
            return _service(shown, part)
        case Contact():
            reach = (part.person, part.email, part.phone, ", ".join(part.postal_address))
            return "; ".join(filter(None, reach)) or None
        case Stop():
            return words.period(part)
    return next(filter(None, (getattr(part, name, None) for name in _FIELDS)), None)


def _service(shown: Shown, service: Service) -> str:
    levels: dict[str, list[str]] = {}
    for model, obligation in service.obligation.items():
        levels.setdefault(words.OBLIGATION[obligation.level], []).append(model)
    said = [f"{level} för {shown.names('models', models)}" for level, models in levels.items()]
    if service.formerly:
        said.append(f"tidigare namn: {words.listed(service.formerly)}")
    return "; ".join([*said, service.summary])
