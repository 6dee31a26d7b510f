"""The parts of the theme, shown with the examples that stand beside each: `<part>/<part>.yaml`."""

import json
import re
from functools import cached_property
from pathlib import Path
from types import CodeType, SimpleNamespace
from typing import Any, Final

import jinja2
import yaml
from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.outputs.html.templates import Templates
from generator.pages.parts import Examples
from generator.views import words

_ELEMENT: Final = re.compile(r"<[^>]+>")
_HEADING: Final = re.compile(r"(?<=<h)[1-6]\b|(?<=</h)[1-6]\b")
_NAMES: Final = re.compile(
    r'\b(id|for|headers|aria-(?:labelledby|describedby|controls|details|owns))="([^"]*)"'
)
_PAINT: Final = re.compile(r"url\(#")
_HREF: Final = re.compile(r'\bhref="[^"]*"')
_HIGHEST: Final = 4
"""The level of the highest heading inside an example: its own name is a third."""
_LOWEST: Final = 6
_COMPILED: Final[dict[str, CodeType]] = {}
"""What examples mean by their texts, for the next change in a preview: a tenth of its time."""


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Example(_Written):
    id: str
    name: str
    """What the reader is shown, in Swedish."""
    of: str | None = None
    """The made-up page or slot whose facts `show` may name; together they are called `of`."""
    given: dict[str, Any] = Field(default={}, alias="with")
    """Facts that no catalogue alone gives."""
    show: str
    """A piece of a template, in which the part's macros are known."""


class PartExamples(_Written):
    part: str
    title: str
    purpose: str
    examples: tuple[Example, ...] = ()
    not_shown: str | None = None
    """Why there are no examples."""

    @model_validator(mode="after")
    def _shown_or_told_why_not(self) -> "PartExamples":
        if bool(self.examples) == bool(self.not_shown):
            raise ValueError("either `examples` or `not_shown`")
        return self

    def anchor(self, example: Example) -> str:
        """The example's place on the page."""
        return f"del-{self.part}--{example.id}"


class Parts:
    """The parts of one theme."""

    def __init__(self, theme: Path, environment: Templates) -> None:
        self.folder, self.environment = theme / "parts", environment

    @cached_property
    def all(self) -> tuple[PartExamples, ...]:
        """In the order of their titles. What is written wrong is a ValueError."""
        files = self.folder.glob("*/*.yaml")
        return tuple(sorted(map(_read, files), key=lambda part: words.collated(part.title)))

    def show(self, part: PartExamples, example: Example, examples: Examples) -> Markup:
        """The example as it looks on a page, but leading nowhere."""
        facts = examples.views[example.of] if example.of else {}
        names: dict[str, Any] = {
            "url": str,
            "prints": (),
            "here": "",
            "site": examples.site,
            "guide": examples.site.guide,
            **facts,
            **_named(example.given),
            "of": SimpleNamespace(**facts),
        }
        macros = self.environment.macros(f"{part.part}/{part.part}.html", names)
        shown = self.environment.render(
            _compiled(self.environment, example.show), {**names, **macros}
        )
        return Markup(standing_alone(shown, part.anchor(example)))  # noqa: S704 - autoescaped


def _compiled(environment: Templates, text: str) -> jinja2.Template:
    """Compiling looks at the text alone: what it leads to is found when it is rendered."""
    if text not in _COMPILED:
        _COMPILED[text] = environment.compile(text)
    return jinja2.Template.from_code(environment, _COMPILED[text], environment.make_globals(None))


def _read(file: Path) -> PartExamples:
    written = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return PartExamples.model_validate({**written, "part": file.stem})


def _named(given: dict[str, Any]) -> dict[str, Any]:
    """Mappings as what has attributes: a view's `items` are not a dict's."""
    names = json.loads(json.dumps(given), object_hook=lambda each: SimpleNamespace(**each))
    return dict(vars(names))


def standing_alone(html: str, anchor: str) -> str:
    """The HTML with ids of its own, links to the anchor, and headings that fit below its name."""
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]
    down = _HIGHEST - min(levels, default=_HIGHEST)

    def element(found: re.Match[str]) -> str:
        text = _HEADING.sub(lambda level: str(min(int(level[0]) + down, _LOWEST)), found[0])
        text = _NAMES.sub(lambda each: f'{each[1]}="{_prefixed(each[2], anchor)}"', text)
        text = _PAINT.sub(f"url(#{anchor}-", text)
        return _HREF.sub(f'href="#{anchor}"', text)

    return _ELEMENT.sub(element, html)


def _prefixed(names: str, anchor: str) -> str:
    return " ".join(f"{anchor}-{name}" for name in names.split())
