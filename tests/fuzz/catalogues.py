"""Whole catalogues as the schema has them, which is made of the model: no field is listed here.

References mostly lead to something, texts are short and some are nasty, dates reach to the ends of
the calendar.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from hypothesis import strategies as st

from generator.checks import RULES
from generator.outputs.schema.ids import ACTORS, NEEDED
from generator.outputs.schema.ids import RULES as RULE_IDS
from generator.outputs.schema.whole import schema

_ENTRIES: Final = {
    "models": ("pv", "rehab"),
    "operators": ("privat", "offentlig"),
    "sources": ("seed", "x1"),
    "organisations": ("vgr", "inera"),
    "contacts": ("it", "chef"),
    "facts": ("ip",),
    "forms": ("ansokan", "kort"),
    "links": ("sida",),
    "terms": ("ord",),
    "stops": ("sommar",),
    "recurring": ("fil",),
    "services": ("a", "b", "c"),
    "overrides": ("lugn",),
}
_STEPS: Final = ("s", "t")
_OFTEN: Final = {"services": 3, "models": 2, "operators": 2, "sources": 2, "organisations": 2}
"""How many entries of a section there are; of others none, one or all."""
_FOR_IDS: Final = (*_STEPS, *_STEPS, "val", "gammal", "2")
_TEXTS: Final = (
    *("Beställ kortet", "Ni får besked.", "[se sidan](https://a.se)", "**Viktigt:** å", "1", "-"),
    *("{{ 7 }}", "< 5", "- ett\n- två", "a\n\nb", "{% x %}", "|a|b|\n|-|-|", "# Rubrik"),
    *("`", "=1+1", "\\", "a" * 300, "Vad händer?", "ord ord ip sida", "```\nx", "&amp;", "*", "_"),
)
_BY_KEY: Final = {
    "timezone": ("Europe/Stockholm", "UTC", "Pacific/Kiritimati"),
    "lead_time": ("14d", "5wd", "none", "unknown", "9999wd"),
    "lines": ("16-51", "47, 114", "0"),
    "severity": ("error", "error", "warning", "off"),
}
_ONE_OF_ITS_KIND: Final = frozenset({"name", "also_called", "formerly", "former_ids", "choose"})
"""Fields that may not be the same twice: they mostly get a number of their own."""
_DAYS: Final = {
    "from": ("0001-01-01", "2026-12-31", "2027-02-02"),
    "until": ("2027-02-01", "2028-02-29", "2150-12-31", "9999-12-31"),
}
_USUAL_DAYS: Final = ("2027-01-31", "2027-02-01", "2027-05-17", "2028-02-29", "2150-12-31")
_NEEDS_MORE: Final = frozenset({"needed", "conditional"})
"""Levels that a short form cannot have."""
_NOTHING: Final = "#/definitions/nothing"
_TYPED: Final = "#/definitions/typed"
_MOST_DEEP: Final = 7


def _schema() -> Any:
    named = {section: dict.fromkeys(ids, "Namn") for section, ids in _ENTRIES.items()}
    needed = dict.fromkeys([*named["services"], *(f"{s}/{i}" for s in "ab" for i in _STEPS)], "")
    actors = {"unit": "Ni", **named["organisations"]}
    rules = {rule.name: rule.summary for rule in RULES}
    return json.loads(schema({**named, NEEDED: needed, ACTORS: actors, RULE_IDS: rules}))


_SCHEMA: Final = _schema()


@st.composite
def catalogues(draw: st.DrawFn) -> dict[str, bytes]:
    """The files of a catalogue. JSON is YAML: what is tried is the model, not the spelling."""
    made = _Made(draw)
    whole: dict[str, Any] = {"guide": made.part("Guide", 0)}
    for section, ids in _ENTRIES.items():
        least = _OFTEN.get(section)
        count = least or draw(st.integers(0, len(ids)))
        kind = _SCHEMA["properties"][section]["additionalProperties"]["$ref"].rpartition("/")[2]
        whole[section] = {id_: made.part(kind, 0) for id_ in ids[:count]}
    parted = draw(st.sampled_from(list(whole)))
    rest = {parted: whole.pop(parted)}
    return {
        name: json.dumps(part, ensure_ascii=False).encode()
        for name, part in (("a.yaml", whole), ("b.yaml", rest))
    }


class _Made:
    """Values that the schema allows, drawn by lot. Lives for one catalogue."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.count = 0

    def part(self, name: str, depth: int) -> dict[str, Any]:
        kind = _SCHEMA["definitions"][name]
        fields, required = kind["properties"], kind.get("required", ())
        others = [field for field in fields if field not in required]
        some = self.draw(st.integers(0, 2 ** len(others) - 1)) if depth < _MOST_DEEP else 0
        more = self.draw(st.integers(0, 2 ** len(others) - 1)) if some else 0
        also = [field for at, field in enumerate(others) if (some & more) >> at & 1]
        wanted = [*required, *also]
        made = {field: self.value(fields[field], field, depth + 1) for field in wanted}
        for between in kind.get("allOf", ()):
            self._settle(made, between, fields, depth)
        return made

    def _settle(self, made: dict[str, Any], between: Any, fields: Any, depth: int) -> None:
        """Make what was drawn hold to what must hold between the fields."""
        if "not" in between:
            for field in between["not"].get("required", ())[1:]:
                made.pop(field, None)
        condition = between.get("if", {}).get("properties", {})
        if all(made.get(field) == value.get("const") for field, value in condition.items()):
            for field in between.get("then", {}).get("required", ()):
                made.setdefault(field, self.value(_something(fields[field]), field, depth + 1))

    def value(self, kind: Any, key: str, depth: int) -> Any:
        if key in _BY_KEY:
            return self.draw(st.sampled_from(_BY_KEY[key]))
        if key in _ONE_OF_ITS_KIND and "array" not in kind.get("type", ()):
            self.count += 1
            return f"{self.draw(st.sampled_from(_FOR_IDS))}-{self.count}"
        if "then" in kind:
            kind = self.draw(st.sampled_from([kind["anyOf"][0], kind["then"]]))
        if "anyOf" in kind:
            kind = self.draw(st.sampled_from([*_meant(kind["anyOf"])]))
        if "$ref" in kind:
            return self._named(kind["$ref"].rpartition("/")[2], key, depth)
        if "enum" in kind:
            words = (
                kind["enum"] if key else [each for each in kind["enum"] if each not in _NEEDS_MORE]
            )
            return self.draw(st.sampled_from(words))
        if "pattern" in kind:
            return self._text(kind["pattern"], key)
        return self._other(kind, key, depth)

    def _named(self, name: str, key: str, depth: int) -> Any:
        found = _SCHEMA["definitions"][name]
        if "properties" in found:
            return self.part(name, depth)
        if name == "id":
            return self.draw(st.sampled_from(_FOR_IDS))
        return None if name == "nothing" else self.value(found, key, depth)

    def _text(self, pattern: str, key: str) -> str:
        if pattern == r"\S":
            return self.draw(st.sampled_from(_TEXTS))
        drawn = st.from_regex(pattern.replace("$", r"\Z"), alphabet=st.characters(codec="ascii"))
        days = st.sampled_from(_DAYS.get(key, _USUAL_DAYS))
        usual = "0000" in pattern and self.draw(st.integers(0, 9))
        return self.draw(days if usual else drawn)

    def _other(self, kind: Any, key: str, depth: int) -> Any:
        types = kind.get("type", "string")
        if "array" in types:
            most = 3 if key in {"steps", "options"} else 2
            least = 2 if key in {"options", "any"} else 0
            count = self.draw(st.integers(least, most if depth < _MOST_DEEP else least))
            return [self.value(kind["items"], key, depth + 1) for _ in range(count)]
        if "object" in types:
            names = _SCHEMA["definitions"][kind["propertyNames"]["$ref"].rpartition("/")[2]]
            return {
                name: self.value(kind["additionalProperties"], "", depth + 1)
                for name in names["enum"]
                if self.draw(st.booleans())
            }
        if "integer" in types:
            return self.draw(st.integers(0, 31))
        return self.draw(st.sampled_from(("true", "false")))


def _meant(alternatives: list[Any]) -> Iterator[Any]:
    """Without what another parser makes of a text, and without nothing."""
    yield from (each for each in alternatives if each.get("$ref") not in {_TYPED, _NOTHING})


def _something(kind: Any) -> Any:
    return {**kind, "anyOf": [*_meant(kind["anyOf"])]} if "anyOf" in kind else kind
