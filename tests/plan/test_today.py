"""Which day it is where the guide is read."""

from datetime import UTC, date, datetime, timedelta
from unittest.mock import patch

import pytest

from generator.model.guide import Guide
from generator.plan.today import FIRST_DAY, LAST_DAY, countable, is_now, seconds_of, today
from generator.plan.working_days import closed_days

WRITTEN = {"title": "G", "publisher": "P"}


def test_it_is_the_day_in_the_guide_s_own_zone() -> None:
    first, last = (
        today(Guide.model_validate({**WRITTEN, "timezone": zone}))
        for zone in ("Etc/GMT+12", "Etc/GMT-14")
    )
    assert last - first in {timedelta(days=1), timedelta(days=2)}
    assert first <= datetime.now(UTC).date() <= last


@pytest.mark.parametrize("zone", ["Europe/Stokholm", "Europe", "/etc/passwd", "../x", "", "\0"])
def test_a_zone_that_is_none_is_a_fault_of_the_catalogue(zone: str) -> None:
    with pytest.raises(ValueError, match="timezone"):
        Guide.model_validate({**WRITTEN, "timezone": zone})


def test_what_is_counted_has_bounds() -> None:
    assert countable(date(1954, 1, 1))
    assert countable(date(2099, 12, 31))
    assert not countable(date(1953, 12, 31))
    assert not countable(date(2100, 1, 1))


@pytest.mark.parametrize("year", [FIRST_DAY.year, LAST_DAY.year + 1])
def test_of_every_year_that_is_counted_and_the_next_the_closed_days_are_known(year: int) -> None:
    assert date(year, 12, 25) in closed_days(year)


def guide(zone: str) -> Guide:
    return Guide.model_validate({**WRITTEN, "timezone": zone})


@pytest.mark.parametrize(
    ("zone", "day", "begins", "hours"),
    [
        ("UTC", date(2026, 11, 23), datetime(2026, 11, 23, tzinfo=UTC), 24),
        ("Europe/Stockholm", date(2026, 11, 23), datetime(2026, 11, 22, 23, tzinfo=UTC), 24),
        ("Europe/Stockholm", date(2027, 3, 28), datetime(2027, 3, 27, 23, tzinfo=UTC), 23),
        ("Europe/Stockholm", date(2026, 10, 25), datetime(2026, 10, 24, 22, tzinfo=UTC), 25),
        # In Havana one o'clock is midnight again, and the hour before belongs to two reckonings.
        ("America/Havana", date(2026, 11, 1), datetime(2026, 11, 1, 5, tzinfo=UTC), 24),
        ("America/Havana", date(2026, 10, 31), datetime(2026, 10, 31, 4, tzinfo=UTC), 24),
        # On 8 March it goes from midnight to one.
        ("America/Havana", date(2026, 3, 7), datetime(2026, 3, 7, 5, tzinfo=UTC), 23),
    ],
)
def test_a_day_lasts_from_midnight_to_midnight_where_the_guide_is_read(
    zone: str, day: date, begins: datetime, hours: int
) -> None:
    first, last = seconds_of(day, guide(zone))
    assert first == begins.timestamp()
    assert last == first + hours * 3600


def test_it_is_now_from_the_first_second_until_the_last_is_over() -> None:
    with patch("time.time", return_value=100.0):
        assert is_now(100, 101)
        assert is_now(0, 100.5)
        assert not is_now(0, 100)
        assert not is_now(100.5, 200)
