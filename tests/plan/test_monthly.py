"""The days of what comes back every month, as the domain document has them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.calendar import Recurring
from generator.model.entry import ID_KEY
from generator.plan.monthly import first_weekdays, next_month, occurrence
from generator.plan.working_days import is_working_day

OFFICIAL = {"month": "2027-01", "opens": "2027-01-04", "closes": "2027-01-07", "source": "plan"}
DIFFERING = {
    2026: {1, 4, 5, 8, 10},
    2027: {1, 4, 7, 10},
    2028: {4, 6, 7, 9, 12},
    2029: {2, 3, 6, 9, 12},
    2030: {2, 3, 5, 6, 8},
    2031: {1, 2, 3, 5, 8},
}
MONTHS = st.dates(date(1954, 1, 1), date(2099, 12, 1)).map(lambda day: day.replace(day=1))


def recurring(rule: dict[str, str], *timetable: dict[str, str]) -> Recurring:
    written = {ID_KEY: "r", "title": "Lämna filen", "text": "Den.", "source": "seed"}
    return Recurring.model_validate({**written, "rule": rule, "timetable": list(timetable)})


FILE = {"kind": "first-weekdays", "days": "3", "closes": "15:00"}


def days(month: str) -> list[int]:
    return [day.day for day in first_weekdays(date.fromisoformat(f"{month}-01"), 3)[0]]


@pytest.mark.parametrize(
    ("month", "shown"),
    [
        ("2026-01", [2, 5]),
        ("2026-12", [1, 2, 3]),
        ("2027-01", [4, 5]),
        ("2027-04", [1, 2]),
        ("2027-10", [1, 4]),
        ("2021-04", [1, 6]),  # Easter Eve counts in one reading
    ],
)
def test_the_file_s_days(month: str, shown: list[int]) -> None:
    assert days(month) == shown


def test_the_two_readings_of_january_2027() -> None:
    readings = first_weekdays(date(2027, 1, 1), 3)[1]
    assert readings is not None
    assert [day.day for day in readings.strict] == [4, 5, 7]
    assert [day.day for day in readings.wide] == [2, 4, 5]
    assert readings.disputed == (date(2027, 1, 2),)


@pytest.mark.parametrize("year", DIFFERING)
def test_the_months_in_which_the_readings_differ(year: int) -> None:
    differing = {m for m in range(1, 13) if first_weekdays(date(year, m, 1), 3)[1]}
    assert differing == DIFFERING[year]


def test_there_are_never_fewer_than_two_days() -> None:
    for year in range(2020, 2061):
        for month in range(1, 13):
            shown = first_weekdays(date(year, month, 1), 3)[0]
            assert len(shown) in {2, 3}
            assert all(day.month == month for day in shown)


@given(MONTHS, st.integers(1, 10))
def test_the_days_hold_in_both_readings_or_close_first(month: date, count: int) -> None:
    shown, readings = first_weekdays(month, count)
    if readings is None:
        assert len(shown) == count
        assert all(map(is_working_day, shown))
    else:
        assert shown[-1] <= readings.wide[-1] < readings.strict[-1]
        safe = {*readings.strict} & {*readings.wide}
        assert set(shown) == safe if safe else shown == readings.wide


def test_a_timetable_goes_before_the_rule() -> None:
    found = occurrence(recurring(FILE, OFFICIAL), date(2027, 1, 9))
    assert (found.opens, found.last, found.at) == (date(2027, 1, 4), date(2027, 1, 7), time(15))
    assert found.timetable is not None
    assert found.timetable.ref == "plan"
    assert found.readings is None
    assert occurrence(recurring(FILE, OFFICIAL), date(2027, 2, 1)).timetable is None


def test_a_timetable_can_name_its_last_day_and_hour_alone() -> None:
    alone = {"month": "2027-01", "closes": "2027-01-07", "at": "12:00", "source": "plan"}
    found = occurrence(recurring(FILE, alone), date(2027, 1, 1))
    assert (found.days, found.at) == ((date(2027, 1, 7),), time(12))


def test_mid_month_is_thereabouts() -> None:
    found = occurrence(recurring({"kind": "mid-month"}), date(2026, 11, 1))
    assert (found.days, found.about, found.at) == ((date(2026, 11, 15),), True, None)


@pytest.mark.parametrize(
    ("month", "last", "closed"),
    [
        (date(2027, 1, 1), 31, True),
        (date(2028, 2, 1), 29, False),
        (date(2026, 12, 1), 31, True),
        (date(2027, 9, 1), 30, False),
    ],
)
def test_the_last_day_is_told_to_be_closed(month: date, last: int, *, closed: bool) -> None:
    found = occurrence(recurring({"kind": "last-day"}), month)
    assert (found.last.day, found.falls_on_a_closed_day, found.about) == (last, closed, False)


def test_months_follow_each_other() -> None:
    assert next_month(date(2026, 12, 31)) == date(2027, 1, 1)
    assert next_month(date(2028, 1, 31)) == date(2028, 2, 1)


@pytest.mark.parametrize("wrong", [{}, {"days": "0"}, {"days": "11"}])
def test_first_weekdays_are_counted(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="days"):
        recurring({"kind": "first-weekdays", **wrong})


def test_the_days_of_a_file_come_with_the_hour_and_with_why_they_are_fewer() -> None:
    found = occurrence(recurring(FILE), date(2027, 1, 31))
    assert found.recurring.id == "r"
    assert (found.month, found.at) == (date(2027, 1, 1), time(15))
    assert found.days == (date(2027, 1, 4), date(2027, 1, 5))
    assert found.readings == first_weekdays(date(2027, 1, 1), 3)[1]


def test_one_weekday_is_the_first() -> None:
    found = occurrence(recurring({"kind": "first-weekdays", "days": "1"}), date(2027, 2, 14))
    assert found.days == (date(2027, 2, 1),)


def test_an_official_month_knows_what_comes_back_and_when() -> None:
    found = occurrence(recurring(FILE, OFFICIAL), date(2027, 1, 31))
    assert (found.recurring.id, found.month) == ("r", date(2027, 1, 1))


@pytest.mark.parametrize("day", range(1, 32))
def test_the_month_after_december_is_january_whatever_the_day(day: int) -> None:
    assert next_month(date(2026, 12, day)) == date(2027, 1, 1)


def test_eves_are_weekdays_in_the_wide_reading_and_no_working_days() -> None:
    shown, readings = first_weekdays(date(2026, 12, 24), 3)
    assert readings is not None
    assert [day.day for day in readings.wide] == [24, 28, 29]
    assert [day.day for day in readings.strict] == [28, 29, 30]
    assert [day.day for day in shown] == [28, 29]
