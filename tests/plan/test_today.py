"""Which day it is where the guide is read."""

from datetime import UTC, date, datetime, timedelta

import pytest

from generator.model.guide import Guide
from generator.plan.today import countable, today

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
    assert countable(date(1950, 1, 1))
    assert countable(date(2150, 12, 31))
    assert not countable(date(1949, 12, 31))
    assert not countable(date(2151, 1, 1))
