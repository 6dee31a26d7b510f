"""A sheet in one detail, as the JSON that its template in `theme/print/` reads."""

import dataclasses
import io
import json
from dataclasses import dataclass
from typing import Any, Final

from generator.model.guide import Guide
from generator.outputs.absolute import absolute
from generator.outputs.rich_text import Node, tree
from generator.sheets.dated import Dated
from generator.sheets.edition import edition, words_of
from generator.sheets.sheet import Branch, Choice, Detail, HowTo, Link, Missing, Prose, Sheet, Tick

_INNER: Final = {"branches", "entries"}


def print_data(sheet: Sheet, detail: Detail, guide: Guide, dated: Dated) -> str:
    """Dataclasses become objects of their fields; links, texts and gaps also say what they are."""
    on_screen = absolute(guide, sheet.address)
    day = dated.day
    data = {
        "detail": detail,
        "guide": guide.title,
        "publisher": guide.publisher,
        "title": sheet.title,
        "description": sheet.description,
        "blanks": sheet.blanks,
        "dated": dated.words,
        "day": {"year": day.year, "month": day.month, "day": day.day} if day else None,
        "edition": edition(sheet),
        "address": on_screen or f"/{sheet.address}/",
        "to": on_screen,
        "qr": _qr(on_screen) if on_screen else None,
        "body": _Plain(guide, detail).value(sheet.body),
    }
    return json.dumps(data, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class _Plain:
    """Makes JSON of what a sheet in one detail says."""

    guide: Guide
    detail: Detail

    def value(self, value: object) -> Any:  # noqa: ANN401 - JSON
        if isinstance(value, Link):
            return {"is": "link", "text": value.text, "to": _to(value.address, self.guide)}
        if isinstance(value, Prose):
            return {"is": "prose", "tree": _linked(tree(value.markdown))}
        if isinstance(value, Missing):
            return {"is": "missing", "text": value.text}
        if isinstance(value, HowTo) and (not value or self.detail is not Detail.HOW_TO):
            return None
        if isinstance(value, tuple):
            return [self.value(inner) for inner in value]
        return self._fields(value) if dataclasses.is_dataclass(value) else value

    def _fields(self, value: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
        fields = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        made = {name: self.value(inner) for name, inner in fields.items()}
        if isinstance(value, Tick | Choice | Branch):
            made["letters"] = self._letters(fields)
        return made

    def _letters(self, fields: dict[str, Any]) -> int:
        """How long its own row is, without the rows of what it holds."""
        here = (inner for name, inner in fields.items() if name not in _INNER)
        shown = (inner for inner in here if self.value(inner) is not None)
        return sum(len(word) for inner in shown for word in words_of(inner))


def _to(address: str, guide: Guide) -> str | None:
    """The whole address; None for a page while the guide does not say where it is published."""
    return address if ":" in address else absolute(guide, address)


def _linked(nodes: list[Node]) -> list[Node]:
    """The tree without links that lead nowhere from a paper."""
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            made.append(node)
            continue
        inner = {**node, "in": _linked(node["in"])}
        if node["is"] == "a":
            inner["to"] = node["to"] if ":" in node["to"] else None
        made.append(inner)
    return made


def _qr(address: str) -> str:
    """As a drawing, dark on nothing; the white around it is the page's."""
    import segno  # noqa: PLC0415 - only what prints needs it

    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()
