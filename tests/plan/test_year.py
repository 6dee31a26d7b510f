"""The coming year of a care model."""

from datetime import date

import pytest

from generator.model.catalogue import Catalogue
from generator.plan.year import year_ahead
from tests.pages.rendered import real


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
