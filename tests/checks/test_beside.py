"""Rules that are asked in a process beside this one say what they say here."""

import os
from datetime import date
from pathlib import Path
from unittest.mock import patch

from generator.checks.checking import report
from generator.load import load

ROOT = Path(__file__).parent.parent.parent
AS_OF = date(2028, 6, 1)
"""Late enough that several rules have something to say."""


def test_the_real_data_has_the_same_report() -> None:
    loaded = load(ROOT / "data")
    here = report(loaded, as_of=AS_OF)
    processors = patch.object(os, "sched_getaffinity", return_value={0, 1}, create=True)
    with patch("generator.checks.checking.MANY", 0), processors:
        beside = report(loaded, as_of=AS_OF)
    assert here.diagnostics
    assert (here.diagnostics, here.silenced) == (beside.diagnostics, beside.silenced)
