"""Made services: each has the form of a real one, other words, and rests on others of its area."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from bench.wording import Wording, also_called, identifier, name, word

Data = dict[str, Any]

AREA = 50
"""So many services make an area, with a file of its own; they rest on each other and on hubs."""
WORDS = 2
"""So many words of the glossary belong to an area."""
_GLOSSED = 0.2
_LAYERS = 6
"""A service rests on none of its own layer or above: chains of six, on top of the hubs' own."""
_HUBS = ("tillgang-vgr", "etjanstekort", "sjunet", "kiv")
_LEVELS = {"mandatory": 30, "needed": 10, "conditional": 12, "optional": 38, "unspecified": 10}
_MUST = frozenset({"mandatory", "needed"})
_TIMES = ("14d", "5wd", "10wd", "30d", "none", "3wd")
_KNOWN_TIME = 0.85
_ALTERNATIVE = 0.08
"""How often a service takes one of two others."""
_WORDED = frozenset({"text", "note", "because", "conclusion", "chase", "answer"})
_QUESTIONS = 1
_SMALL = 2.1
"""How much rather a short real service is taken for a form: a page in the mean is half as long."""
_LEFT_OUT = ("also_called", "formerly", "recurring", "former_ids", "further_sources")


class MadeServices:
    """Services by number; each knows those before it. `forms`, `contacts`, `links`: ids to use."""

    def __init__(self, dice: Random, real: Data, wording: Wording) -> None:
        self._dice, self._wording = dice, wording
        self._real = [each for each in real.values() if each.get("kind") != "condition"]
        self._weights = [len(repr(each)) ** -_SMALL for each in self._real]
        self._area: list[tuple[int, str, Data]] = []
        self.forms: list[str] = []
        self.contacts: list[str] = []
        self.links: list[str] = []

    def begin_area(self) -> None:
        self._area = []

    def service(self, number: int) -> tuple[str, Data]:
        """Its id and what stands under it. Numbers come in order, within an area."""
        called = name(number)
        pattern = self._dice.choices(self._real, self._weights)[0]
        made = {key: deepcopy(part) for key, part in pattern.items() if key not in _LEFT_OUT}
        made = self._reworded(made, str(pattern["name"]), called)
        made["name"] = called
        made["summary"] = (
            f"{called} är till för enheter som er. {self._wording.like(made['summary'])}"
        )
        made["also_called"] = [also_called(number)]
        if "text" in made and self._dice.random() < _GLOSSED:
            first = number - len(self._area)
            made["text"] += f" Mer står i {word(first + self._dice.randrange(WORDS))}."
        made["obligation"] = {model: self._obligation() for model in pattern["obligation"]}
        layer = self._dice.randrange(_LAYERS)
        below = [i for at, i, other in self._area if at < layer and _carries(other, made)]
        self._rest(made, below)
        self._area.append((layer, identifier(called), made))
        return identifier(called), made

    def _obligation(self) -> Data:
        level = self._dice.choices([*_LEVELS], [*_LEVELS.values()])[0]
        made: Data = {"level": level, "source": {"ref": "seed", "lines": "13"}}
        if level == "needed":
            made["because"] = "Utan tjänsten kan ni inte lämna de uppgifter som avtalet kräver."
        if level == "conditional":
            made["condition"] = "tar emot patienter som behöver den"
        return made

    def _reworded(self, part: Data, before: str, called: str) -> Data:
        for key, value in part.items():
            if isinstance(value, dict):
                self._reworded(value, before, called)
            elif isinstance(value, str):
                worded = self._wording.like(value) if key in _WORDED else value
                part[key] = worded.replace(before, called) if key in {"text", "title"} else worded
            elif key == "open_questions":
                part[key] = [self._wording.like(each) for each in value[:_QUESTIONS]]
            elif isinstance(value, list):
                _ = [self._reworded(e, before, called) for e in value if isinstance(e, dict)]
        return part

    def _rest(self, made: Data, below: list[str]) -> None:
        for step in [made, *_steps(made.get("steps", []))]:
            if "prerequisites" in step:
                step["prerequisites"] = [self._need(each, below) for each in step["prerequisites"]]
            self._turn(step)
        if len(below) > 1 and self._dice.random() < _ALTERNATIVE:
            two = [{"need": each} for each in self._dice.sample(below, 2)]
            made.setdefault("prerequisites", []).append({"any": two})
        elif below and self._dice.random() < 1 / 2:
            made.setdefault("prerequisites", []).append(self._dice.choice(below))

    def _need(self, written: Any, below: list[str]) -> Data:  # noqa: ANN401 - short or long form
        need = dict(written) if isinstance(written, dict) and "need" in written else {}
        need["need"] = self._dice.choice(below or _HUBS) if self._dice.random() < 1 / 2 else ""
        need["need"] = need["need"] or self._dice.choice(_HUBS)
        return need

    def _turn(self, step: Data) -> None:
        """To the made forms, contacts and links of the area, and another time."""
        if "form" in step:
            step["form"] = self._dice.choice(self.forms)
        if "actor" in step and self._dice.random() < _KNOWN_TIME:
            step["lead_time"] = self._dice.choice(_TIMES)
        for field, ids in (("contacts", self.contacts), ("links", self.links)):
            if step.get(field):
                step[field] = [self._dice.choice(ids), *step[field][1:]]


def _steps(items: list[Data]) -> Iterator[Data]:
    for item in items:
        yield item
        for option in item.get("options", []):
            yield option
            yield from _steps(option.get("steps", []))


def _carries(other: Data, made: Data) -> bool:
    """Whether the other is offered wherever this is, and is a must wherever this is one."""
    return all(
        model in other["obligation"]
        and (level["level"] not in _MUST or other["obligation"][model]["level"] in _MUST)
        for model, level in made["obligation"].items()
    )
