"""Which fields hold ids, and of what. `after` is none of them: it names steps of its own list."""

from typing import Final

REFERS_TO: Final = {
    "actor": "organisations",
    "contacts": "contacts",
    "fact": "facts",
    "form": "forms",
    "links": "links",
    "models": "models",
    "need": "services",
    "obligation": "models",
    "operators": "operators",
    "organisation": "organisations",
    "provider": "organisations",
    "recipients": "contacts",
    "recurring": "recurring",
    "ref": "sources",
    "services": "services",
    "stop": "stops",
}
"""Each such field, and the section where the entry of that id stands."""

SHORT_FOR: Final = {
    "all": "need",
    "any": "need",
    "asks_for": "fact",
    "further_sources": "ref",
    "prerequisites": "need",
    "source": "ref",
}
"""Fields of parts with a short form that is an id, and the part's field that the id stands for."""
