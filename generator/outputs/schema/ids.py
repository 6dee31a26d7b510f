"""The ids that references may name, as a part of the schema that follows the data, not the code."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.model.catalogue import Catalogue
from generator.model.entry import Entry
from generator.model.outline import outline
from generator.model.references import REFERS_TO
from generator.model.step import UNIT

Ids = Mapping[str, Mapping[str, str]]
"""By list: each id, and what it is called. A list is a section that fields refer to, or one of
those below."""

NEEDED: Final = "needed"
"""Services and all their steps: what a prerequisite may name."""
ACTORS: Final = "actors"
"""The organisations, and the unit itself."""
RULES: Final = "rules"
"""What the catalogue is held against: these ids are the code's."""

_INTEGER: Final = re.compile("[0-9]+|0o[0-7]+|0x[0-9a-f]+")
_FLOAT: Final = re.compile("[0-9]+e-?[0-9]+")
_WIDER: Final = {"need": NEEDED, "actor": ACTORS, "rule": RULES}
_NAMES: Final = ("name", "title", "role")
"""What an entry is called by, in this order."""


def list_of(field: str) -> str | None:
    """The list that a field's ids are from."""
    return _WIDER.get(field, REFERS_TO.get(field))


def known_ids(catalogue: Catalogue, rules: Mapping[str, str]) -> Ids:
    """The ids of the catalogue, in written order; and the rules, each with what it finds."""
    lists = {
        section: {id_: _name(entry) for id_, entry in getattr(catalogue, section).items()}
        for section in sorted(set(REFERS_TO.values()))
    }
    lists[RULES] = dict(rules)
    lists[NEEDED] = dict(_needed(catalogue))
    lists[ACTORS] = {UNIT: "Vårdenheten själv", **lists["organisations"]}
    return lists


def ids_in(schema: str) -> Ids:
    """The ids that a schema was made with. Raises ValueError if it is none of ours."""
    try:
        definitions = json.loads(schema)["definitions"]
        return {
            name: {
                id_: called
                for id_, called in zip(each["enum"], each["enumDescriptions"], strict=True)
                if isinstance(id_, str)
            }
            for name, each in ((name, definitions[key(name)]) for name in _lists())
        }
    except (KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


def enumeration(ids: Mapping[str, str], otherwise: str) -> dict[str, Any]:
    """One of the ids; `otherwise` is what an editor is told of another."""
    written = [(as_typed(id_), called) for id_, called in ids.items()]
    also = [(value, called) for value, called in written if not isinstance(value, str)]
    pairs = [*ids.items(), *also]
    return {
        "enum": [value for value, _ in pairs],
        "enumDescriptions": [called for _, called in pairs],
        "errorMessage": otherwise,
    }


def as_typed(written: str) -> str | int | float | bool:
    """What YAML 1.2's core schema makes of an id without quotes, as editors' parsers do."""
    if written in {"true", "false"}:
        return written == "true"
    if _INTEGER.fullmatch(written):
        return int(written, 0 if written[1:2] in {"o", "x"} else 10)
    return float(written) if _FLOAT.fullmatch(written) else written


def key(name: str) -> str:
    """Under what a list stands among the definitions."""
    return f"ids-{name}"


def _lists() -> list[str]:
    return [*sorted(set(REFERS_TO.values())), RULES, NEEDED, ACTORS]


def _name(entry: Entry) -> str:
    return next((str(getattr(entry, name)) for name in _NAMES if hasattr(entry, name)), "")


def _needed(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for service in catalogue.services.values():
        yield service.id, f"{service.name}: hela tjänsten"
        yield from ((spot.id, f"{service.name}: {spot.item.title}") for spot in outline(service))
