"""A catalogue in which every text is an attack, whatever fields the model has."""

import json
from collections.abc import Iterator
from itertools import cycle
from typing import Annotated, Any, Final, get_args, get_origin

import yaml
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from generator.load import Loaded, load_texts
from generator.model.catalogue import SECTIONS
from generator.model.entry import ID_KEY, Part
from generator.model.guide import Guide
from generator.model.need import AnyOf
from generator.model.walk import Placed, every_part
from generator.source import SourceText
from tests.conftest import ROOT

FOREIGN: Final = "https://angripare.example"
TOLD: Final = "angrepp"
"""What an attack calls when it has come through."""
OPENINGS: Final = ("=", "+", "-", "@", "\t=", "\r=", "#", "$", "{{", "::error::", "--output=/x ")
"""What spreadsheets, typst, Jinja, GitHub and command lines take for the beginning of theirs."""
_WORD: Final = "oförargligt"
ATTACK: Final = (
    'HYPERLINK("{foreign}/csv")|{mark}|<script>{told}(1)</script>'
    '<img src="{foreign}/x.png" onerror="{told}(2)"><svg onload={told}(3)>'
    "<style>@import url({foreign}/x.css);</style><base href={foreign}/>"
    '<iframe src="javascript:{told}(4)"></iframe><a href="javascript:{told}(5)">h</a>'
    "[j](javascript:{told}(6)) [d](data:text/html,<script>{told}(7)</script>) "
    "[v](vbscript:x) [r](//angripare.example/) ![i]({foreign}/y.png) <{foreign}/auto> "
    '[e](java&#115;cript:{told}(8)) [q](https://x.example/"onmouseover="{told}(9)) '
    "{{{{ 7*7*'7' }}}}{{% raw %}}{{{{ site.__class__ }}}}<!-- startklar:footer --> "
    '"onmouseover="{told}(10)" \' --> ]]> </script><script>{told}(11)</script></title>'
    "</textarea> "
    '#panic("typst") #read("/etc/passwd") $x^2$ @ref <label> \\ `kod` '
    "$(touch /tmp/x) `id` ;rm -rf . --help ##[stop-commands]x \\u003cscript\\u003e @octocat #1 "
    "\x1b[31mröd\x1b[0m\x1b]0;titel\x07\x08\x9b31m \u202eomvänd\u202c\u2028 "
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:insmugglad\r\nEND:VEVENT\r"
    "ATTACH:{foreign}/cr\n::stop-commands::x\n::error file=a::b\n\n<div>{word}</div>"
)
"""Ends and begins what each form that leaves the house is made of."""

_MORE: Final = {
    "guide": {
        "site": "https://guide.example/x';&quot;(1)/",
        "repository": "https://github.com/x';&quot;onload=(1)",
        "feedback": "https://b.example?x='&quot;",
    },
    "overrides": {
        "a": {"rule": "html-in-text", "severity": "off", "because": "x", "until": "2027-12-31"}
    },
}


def attack(mark: str, opening: str = "") -> str:
    return opening + ATTACK.format(foreign=FOREIGN, mark=mark, told=TOLD, word=_WORD)


def world() -> str:
    """The handbook's catalogue with every text of every part attacked, also what it leaves out."""
    text = (ROOT / "theme" / "examples" / "catalogue.yaml").read_text(encoding="utf-8")
    raw = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - the safest there is: texts alone
    raw["guide"] |= _MORE["guide"]
    raw["overrides"] = _MORE["overrides"]
    raw["forms"]["lang"]["address"] = "https://b.example/a'&quot;@b"
    raw["links"]["utan-adress"]["address"] = "https://b.example/1'&quot;"
    raw["services"]["nat"]["prerequisites"] = [{"all": ["avtal"]}]
    raw["services"]["nat"]["steps"][1]["lead_time"] = {"time": "14d"}
    openings = cycle(OPENINGS)
    for part, path in every_part(read(raw).catalogue):
        node = raw
        for step in path:
            node = node.setdefault(step, {}) if isinstance(node, dict) else node[step]
        if not isinstance(node, dict):
            continue
        for name, several in texts(type(part)):
            if not (isinstance(part, AnyOf) and part.id is None):
                written = attack("/".join(map(str, (*path, name))), next(openings))
                node[name] = [written] if several else written
    return json.dumps(raw, indent=1)


def read(raw: Any) -> Loaded:
    text = raw if isinstance(raw, str) else json.dumps(raw)
    loaded = load_texts([SourceText("catalogue.yaml", text)])
    assert not loaded.faults, loaded.faults
    return loaded


def texts(kind: type[Part]) -> Iterator[tuple[str, bool]]:
    """The fields that take any text, by the key that an author writes; and if they take several."""
    for name, field in kind.model_fields.items():
        key = field.alias or name
        if key != ID_KEY and _is_text(field):
            yield key, "tuple" in str(field.annotation)


def _is_text(field: FieldInfo) -> bool:
    return _has_constraints(field.metadata) or _free(field.annotation)


def _free(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        return _has_constraints(metadata) or _free(inner)
    return get_origin(annotation) is not dict and any(map(_free, get_args(annotation)))


def _has_constraints(metadata: list[Any]) -> bool:
    return any(isinstance(each, StringConstraints) for each in metadata)


def kinds() -> set[type[Part]]:
    """Every kind of part that can stand in a catalogue and has a text."""
    found: set[type[Part]] = set()
    waiting: list[Any] = [Guide, *SECTIONS.values()]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, Part):
            if kind not in found:
                found.add(kind)
                waiting += [field.annotation for field in kind.model_fields.values()]
        else:
            waiting += get_args(kind)
    return {kind for kind in found if any(texts(kind))}


def unattacked(parts: list[Placed]) -> set[tuple[type[Part], str]]:
    """The texts of the model that no part of the catalogue attacks with."""
    done = {
        (type(part), key)
        for part, _ in parts
        for key, value in part.model_dump(by_alias=True).items()
        if _WORD in str(value)
    }
    return {(kind, key) for kind in kinds() for key, _ in texts(kind)} - done
