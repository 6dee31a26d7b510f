"""A case: one small world, a question about it, and what must be answered."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

import yaml

from generator.load import load_texts
from generator.model.catalogue import Catalogue
from generator.source import SourceText
from tests.plan.both import Asked

HERE = Path(__file__).parent
BASE = SourceText("base.yml", (HERE / "base.yml").read_text(encoding="utf-8"))
FILES = sorted((HERE / "cases").glob("*.yml"))

_IN_NO_ORDER = frozenset({"unknown", "out_of_reach", "after"})
"""Lists of ids whose order says nothing."""


@dataclass(frozen=True)
class Case:
    title: str
    catalogue: Catalogue
    asked: Asked
    answer: dict[str, Any]
    """A part of the plan's JSON; its steps by id, all of them named."""

    @classmethod
    def read(cls, file: Path) -> Self:
        written = _plain(yaml.safe_load(file.read_text(encoding="utf-8")))
        loaded = load_texts([BASE, SourceText(file.name, written.pop("catalogue"))])
        assert not loaded.faults, loaded.faults
        return cls(
            title=written.pop("title"),
            catalogue=loaded.catalogue,
            asked=_asked(**written.pop("question")),
            answer=written.pop("answer"),
            **written,  # a key that no case has is an error
        )


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {key: _plain(part) for key, part in value.items()}
        case list():
            return [_plain(part) for part in value]
        case date():
            return value.isoformat()
    return value


def _asked(*, start: str, today: str, choices: dict[str, str] | None = None, **rest: Any) -> Asked:
    return Asked(
        models=tuple(rest.pop("models", ["pv"])),
        operator=rest.pop("operator", "private"),
        start=date.fromisoformat(start),
        today=date.fromisoformat(today),
        extra=tuple(rest.pop("extra", [])),
        choices=tuple((choices or {}).items()),
        done=tuple(rest.pop("done", [])),
        **rest,
    )


def asked_for(answer: dict[str, Any], plan: dict[str, Any]) -> dict[str, Any]:
    """The part of the plan that the answer speaks of, in the answer's form."""
    steps = {step["id"]: step for step in plan["steps"]}
    assert len(plan["steps"]) == len(steps), "a step stands twice in the plan"
    found = {key: _comparable(key, plan[key]) for key in answer if key != "steps"}
    if "steps" in answer:
        said = answer["steps"]
        found["steps"] = {
            id_: {key: _comparable(key, step[key]) for key in said.get(id_) or {}}
            for id_, step in steps.items()
        }
    return found


def expected(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with its lists in the order that `asked_for` gives them."""
    said = {key: _comparable(key, value) for key, value in answer.items()}
    if "steps" in answer:
        said["steps"] = {
            id_: {key: _comparable(key, value) for key, value in (step or {}).items()}
            for id_, step in answer["steps"].items()
        }
    return said


def _comparable(key: str, value: Any) -> Any:
    return sorted(value) if key in _IN_NO_ORDER else value
