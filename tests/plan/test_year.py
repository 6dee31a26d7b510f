"""The coming year of a care model."""

from datetime import date

import pytest

from generator.model.catalogue import Catalogue
from generator.plan.year import recurring_of, year_ahead, year_of
from tests.pages.rendered import real
from tests.plan.small import catalogue_of


@pytest.fixture
def catalogue() -> Catalogue:
    return real().catalogue


def test_a_year_is_twelve_months_from_the_one_with_something_ahead(catalogue: Catalogue) -> None:
    rehab = year_ahead(catalogue, "rehab", date(2026, 11, 23))
    assert [month[0].month for month in rehab.months[::11]] == [
        date(2026, 12, 1),
        date(2027, 11, 1),
    ]
    pv = year_ahead(catalogue, "primarvard", date(2026, 11, 23))
    assert [month[0].month for month in pv.months[::11]] == [date(2026, 11, 1), date(2027, 10, 1)]
    assert [each.id for each in pv.recurring] == [
        "filfonster",
        "ersattningsberakning",
        "utbetalning",
    ]


@pytest.mark.parametrize(
    ("as_of", "years"),
    [
        (date(2026, 11, 23), [2027]),
        (date(2027, 7, 31), [2027, 2028]),
        (date(2027, 8, 1), [2028]),
        (date(2027, 6, 15), [2027, 2028]),
    ],
)
def test_stops_are_those_of_the_year_and_the_one_that_is(
    catalogue: Catalogue, as_of: date, years: list[int]
) -> None:
    stops = year_ahead(catalogue, "rehab", as_of).stops
    assert [stop.first.year for stop in stops] == years
    assert {stop.stop for stop in stops} == {"vgr-sommarstopp"}


SMALL = """
recurring:
  fil:
    title: Fil
    text: Lämnas.
    rule: {kind: last-day}
    models: [pv]
    source: seed
stops:
  vinter: {title: V, organisation: vgr, from: 02-01, to: 02-07, text: T, source: seed}
  annat: {title: A, organisation: vgr, from: 03-01, to: 03-07, text: T, source: seed}
services:
  kort:
    name: Kort
    summary: Kort.
    source: seed
    obligation: {pv: mandatory, rehab: mandatory}
    steps:
      - {id: a, title: A, stop: vinter, models: [pv]}
      - {id: b, title: B, stop: annat, models: [rehab]}
"""


def test_the_month_is_this_one_also_on_the_last_day_and_the_next_when_nothing_comes_back() -> None:
    small = catalogue_of(SMALL)
    last = year_ahead(small, "pv", date(2027, 1, 31))
    assert [month[0].month for month in last.months[:2]] == [date(2027, 1, 1), date(2027, 2, 1)]
    assert len(last.months) == 12
    assert last.months[-1][0].days == (date(2027, 12, 31),)


def test_a_whole_year_is_told_from_any_day_of_its_first_month() -> None:
    months = year_of(recurring_of(catalogue_of(SMALL), "pv"), date(2027, 1, 31))
    assert [month[0].last.month for month in months] == list(range(1, 13))


def test_stops_are_those_of_what_the_model_itself_goes_through() -> None:
    small = catalogue_of(SMALL)
    stops = {m: year_ahead(small, m, date(2027, 1, 1)).stops for m in ("pv", "rehab")}
    assert {m: [each.stop for each in found] for m, found in stops.items()} == {
        "pv": ["vinter"],
        "rehab": ["annat"],
    }
