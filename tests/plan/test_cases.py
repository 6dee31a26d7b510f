"""Each case's answer is what Python gives and what the planner's module gives in the browser."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.plan.both import in_javascript, in_python
from tests.plan.case import FILES, Case, asked_for, expected

each_case = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@each_case
def test_python_answers(file: Path) -> None:
    case = Case.read(file)
    plan = in_python(case.catalogue, case.asked)
    assert expected(case.answer) == asked_for(case.answer, plan), case.title


@each_case
def test_javascript_answers(file: Path, page: Page) -> None:
    case = Case.read(file)
    (plan,) = in_javascript(page, [(case.catalogue, case.asked)])
    assert expected(case.answer) == asked_for(case.answer, plan), case.title


def test_there_are_many_cases_and_each_says_something_of_its_own() -> None:
    cases = [Case.read(file) for file in FILES]
    assert len(cases) >= 60
    assert len({case.title for case in cases}) == len(cases)
    assert all({"verdict", "steps"} <= case.answer.keys() for case in cases)


PLAN: dict[str, Any] = {"verdict": "yes", "steps": [{"id": "a/b", "order_by": None}]}


@pytest.mark.parametrize(
    "answer",
    [
        {"verdikt": "yes"},
        {"steps": {"a/b": {"orderby": None}}},
    ],
)
def test_a_misspelt_key_is_an_error(answer: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        asked_for(answer, PLAN)


@pytest.mark.parametrize(
    "answer",
    [
        {"steps": {}},
        {"steps": {"a/b": None, "a/c": None}},
        {"steps": {"a/c": None}},
        {"steps": {"a/b": {"order_by": "2027-01-04"}}},
    ],
)
def test_another_answer_is_no_match(answer: dict[str, Any]) -> None:
    assert expected(answer) != asked_for(answer, PLAN)
