"""Dates as the domain document has them, and the laws of the two directions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.calendar import MonthDay, Stop
from generator.model.entry import ID_KEY
from generator.model.lead_time import Duration, Unit
from generator.plan.stops import first_hit
from generator.plan.timing import Task, finish, first_begin, latest_begin
from generator.plan.working_days import closed_days, is_working_day

DAY = timedelta(days=1)


def stop(first: str, last: str) -> Stop:
    written = {ID_KEY: "s", "title": "S", "organisation": "o", "from": first, "to": last}
    return Stop.model_validate({**written, "text": "S", "source": "seed"})


SUMMER = stop("06-01", "07-31")
VGR = Task(Duration(14), [SUMMER])


@pytest.mark.parametrize(
    ("ordered", "done"),
    [
        ("2027-05-17", "2027-05-31"),
        ("2027-05-18", "2027-08-16"),  # 1 August is a Sunday: counted from Monday the 2nd
        ("2026-05-18", "2026-08-17"),  # 1 August is a Saturday
        ("2028-05-17", "2028-05-31"),
        ("2028-05-18", "2028-08-15"),  # 1 August is a Tuesday
        ("2028-08-01", "2028-08-15"),
    ],
)
def test_the_summer_stop(ordered: str, done: str) -> None:
    assert date.fromisoformat(done) == finish(date.fromisoformat(ordered), VGR)


@pytest.mark.parametrize("day", ["2028-06-01", "2028-07-31"])
def test_nothing_begins_in_a_stop(day: str) -> None:
    assert first_begin(date.fromisoformat(day), VGR) == date(2028, 8, 1)


@pytest.mark.parametrize("needed", ["2027-06-01", "2027-08-04", "2027-08-13"])
def test_whatever_is_needed_in_the_summer_is_ordered_in_may(needed: str) -> None:
    assert latest_begin(date.fromisoformat(needed), VGR) == date(2027, 5, 17)


def test_the_law_s_days_and_the_eves_are_closed() -> None:
    fixtures = {
        2026: "1/1 6/1 3/4 5/4 6/4 1/5 14/5 24/5 6/6 19/6 20/6 31/10 24/12 25/12 26/12 31/12",
        2027: "1/1 6/1 26/3 28/3 29/3 1/5 6/5 16/5 6/6 25/6 26/6 6/11 24/12 25/12 26/12 31/12",
        2028: "1/1 6/1 14/4 16/4 17/4 1/5 25/5 4/6 6/6 23/6 24/6 4/11 24/12 25/12 26/12 31/12",
    }
    for year, days in fixtures.items():
        expected = {date(year, int(m), int(d)) for d, m in (x.split("/") for x in days.split())}
        assert expected == closed_days(year)


days = st.dates(date(2020, 1, 1), date(2040, 12, 31))
month_days = st.builds(lambda d: f"{d:%m-%d}", days)
yearly = st.builds(stop, month_days, month_days).filter(lambda s: _length(s) < 300)
dated = st.builds(lambda d, n: stop(str(d), str(d + timedelta(n))), days, st.integers(0, 90))
durations = st.builds(Duration, st.integers(0, 40), st.sampled_from(Unit))
tasks = st.builds(Task, durations, st.lists(yearly | dated, max_size=2))


def _length(stop: Stop) -> int:
    assert isinstance(stop.first, MonthDay)
    assert isinstance(stop.last, MonthDay)
    return ((stop.last.month - stop.first.month) * 31 + stop.last.day - stop.first.day) % 372


def by_walking(begin: date, task: Task) -> date:
    """One day at a time, as the definition has it."""
    while True:
        day, left = begin, task.duration.days
        while left:
            day += DAY
            left -= task.duration.unit is Unit.CALENDAR_DAYS or is_working_day(day)
        while not is_working_day(day):
            day += DAY
        span = [begin + DAY * n for n in range((day - begin).days + 1)]
        hits = [d for d in span if first_hit(task.stops, d, d)]
        if not hits:
            return day
        begin = hits[0]
        while first_hit(task.stops, begin, begin) or not is_working_day(begin):
            begin += DAY


def _finishes(task: Task) -> bool:
    return first_begin(date(2025, 1, 1), task) is not None and (
        finish(first_begin(date(2025, 1, 1), task) or date.min, task) is not None
    )


finite = tasks.filter(_finishes)


@given(days, finite)
def test_finish_is_what_walking_gives(day: date, task: Task) -> None:
    begin = first_begin(day, task)
    assert begin is not None
    done = finish(begin, task)
    assert done is not None
    assert by_walking(begin, task) == done


@given(days, finite)
def test_latest_begin_is_the_last_day_that_is_early_enough(deadline: date, task: Task) -> None:
    begin = latest_begin(deadline, task)
    if begin is None:
        return
    done = finish(begin, task)
    assert first_begin(begin, task) == begin
    assert done is not None
    assert done <= deadline
    later = first_begin(begin + DAY, task)
    assert later is not None
    too_late = finish(later, task)
    assert too_late is None or too_late > deadline


@given(days, st.integers(0, 60), finite)
def test_to_begin_later_is_never_to_be_done_earlier(day: date, more: int, task: Task) -> None:
    early, late = first_begin(day, task), first_begin(day + DAY * more, task)
    assert early is not None
    assert late is not None
    first, second = finish(early, task), finish(late, task)
    assert first is not None
    assert second is None or first <= second


def test_a_stop_that_never_ends_is_never() -> None:
    always = Task(Duration(3), [stop("01-01", "12-31")])
    assert first_begin(date(2027, 1, 1), always) is None
    assert latest_begin(date(2027, 1, 1), always) is None


THIRTY_YEARS = timedelta(days=30 * 366)


def test_what_is_done_on_the_last_day_of_thirty_years_is_done_and_after_that_never() -> None:
    day = date(2027, 1, 11)
    later, earlier = day + THIRTY_YEARS, day - THIRTY_YEARS
    assert is_working_day(later)
    assert is_working_day(earlier)
    until = [Task(Duration(0), [stop(f"{day}", f"{later - DAY * n}")]) for n in (1, 0)]
    assert [first_begin(day, task) for task in until] == [later, None]
    assert [finish(day, task) for task in until] == [later, None]
    since = [Task(Duration(0), [stop(f"{earlier + DAY * n}", f"{day}")]) for n in (1, 0)]
    assert [latest_begin(day, task) for task in since] == [earlier, None]


def test_a_stop_over_new_year() -> None:
    task = Task(Duration(5), [stop("12-20", "01-07")])
    assert finish(date(2027, 12, 16), task) == date(2028, 1, 17)


def test_a_yearly_stop_from_29_february() -> None:
    task = Task(Duration(0), [stop("02-29", "02-29")])
    assert first_begin(date(2028, 2, 29), task) == date(2028, 3, 1)
    assert first_begin(date(2029, 2, 28), task) == date(2029, 3, 1)
