"""What a stop makes of a step: one day decides for all that is needed while it lasts."""

from datetime import date

import pytest

from generator.plan.stop_rule import StopRule, stop_rules
from tests.plan.small import catalogue_of, plan_of

CATALOGUE = """
stops:
  vinter: {title: V, organisation: vgr, from: 02-01, to: 02-14, text: T, source: seed}
  langt: {title: L, organisation: vgr, from: 2027-03-01, to: LAST, text: T, source: seed}
services:
  kort:
    name: Kort
    summary: Kort.
    source: seed
    obligation: {pv: mandatory}
    steps: [{id: a, title: A, actor: vgr, lead_time: TIME, stop: [vinter, langt]}]
"""


def rules(stop: str, as_of: str, *, time: str = "2wd", last: str = "2027-03-05") -> list[StopRule]:
    catalogue = catalogue_of(CATALOGUE.replace("TIME", time).replace("LAST", last))
    (step,) = plan_of(catalogue, as_of, as_of).steps
    return stop_rules(catalogue, step.step, catalogue.stops[stop], date.fromisoformat(as_of))


@pytest.mark.parametrize(
    ("time", "last", "begin_by"),
    [
        ("2wd", date(2028, 2, 16), date(2028, 1, 27)),
        ("none", date(2028, 2, 14), date(2028, 1, 31)),
        ("unknown", date(2028, 2, 14), date(2028, 1, 31)),
    ],
)
def test_the_next_two_are_told(time: str, last: date, begin_by: date) -> None:
    first, second = rules("vinter", "2027-02-15", time=time)
    assert first == StopRule(date(2028, 2, 1), last, begin_by)
    assert second.first == date(2029, 2, 1)


def test_the_present_one_is_the_first() -> None:
    assert [rule.first.year for rule in rules("vinter", "2027-02-14")] == [2027, 2028]


def test_a_stop_that_comes_once_is_told_once() -> None:
    (only,) = rules("langt", "2027-01-15")
    assert only == StopRule(date(2027, 3, 1), date(2027, 3, 9), date(2027, 2, 24))


def test_of_what_never_comes_to_an_end_nothing_is_told() -> None:
    assert rules("langt", "2027-01-15", last="2149-12-31") == []
    text = CATALOGUE.replace("02-01, to: 02-14", "01-01, to: 12-31").replace("LAST", "2027-03-05")
    catalogue = catalogue_of(text.replace("TIME", "2wd"))
    (step,) = plan_of(catalogue, "2027-01-15", "2027-01-15").steps
    stop = catalogue.stops["vinter"]
    assert stop_rules(catalogue, step.step, stop, date(2027, 1, 15)) == []
