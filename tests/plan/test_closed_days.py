"""The law's days and the eves, held against the days of a package that knows all the world's."""

from datetime import date

import holidays

from generator.plan.closed_days import closed_days, public_holidays


def test_the_law_s_days_and_the_eves_are_closed() -> None:
    fixtures = {
        2026: "1/1 6/1 3/4 5/4 6/4 1/5 14/5 24/5 6/6 19/6 20/6 31/10 24/12 25/12 26/12 31/12",
        2027: "1/1 6/1 26/3 28/3 29/3 1/5 6/5 16/5 6/6 25/6 26/6 6/11 24/12 25/12 26/12 31/12",
        2028: "1/1 6/1 14/4 16/4 17/4 1/5 25/5 4/6 6/6 23/6 24/6 4/11 24/12 25/12 26/12 31/12",
    }
    for year, days in fixtures.items():
        expected = {date(year, int(m), int(d)) for d, m in (x.split("/") for x in days.split())}
        assert expected == closed_days(year)


def test_no_year_has_other_days_since_the_law_than_the_package_knows() -> None:
    by_law, in_practice = (holidays.PUBLIC,), (holidays.PUBLIC, holidays.DE_FACTO)
    for year in range(1990, 2101):
        known = [
            frozenset(holidays.country_holidays("SE", years=year, categories=categories))
            for categories in (by_law, in_practice)
        ]
        assert known == [public_holidays(year), closed_days(year)]


def test_the_sixth_of_june_took_the_place_of_whit_monday() -> None:
    assert public_holidays(2004) >= {date(2004, 5, 31)}
    assert date(2004, 6, 6) not in public_holidays(2004)
    assert date(2005, 5, 16) not in public_holidays(2005)
    assert public_holidays(2005) >= {date(2005, 6, 6)}


def test_what_is_beyond_the_package_has_its_days_too() -> None:
    assert closed_days(2150) >= {date(2150, 4, 10), date(2150, 4, 13), date(2150, 6, 6)}
