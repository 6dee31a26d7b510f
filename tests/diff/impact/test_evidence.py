"""A new date of checking needs new evidence."""

import pytest

from tests.diff.worlds import WORLD, edited

DATE = ("date: 2026-01-10", "date: 2026-11-20")


def test_a_date_alone_is_refused_at_its_place() -> None:
    found = edited(DATE)
    (refused,) = found.refused
    assert found.fails
    assert refused.rule == "date-without-evidence"
    assert "10 januari 2026 till 20 november 2026" in refused.message
    line = WORLD.replace(*DATE).splitlines()[refused.span.line - 1]
    assert line[refused.span.column - 1 :].startswith("2026-11-20")


@pytest.mark.parametrize(
    "evidence",
    [
        ("how: ringde", "how: mejlade"),
        ("by: redaktören", "by: systemägaren"),
        ("ärende 1", "ärende 2"),
    ],
)
def test_a_date_with_other_evidence_is_not(evidence: tuple[str, str]) -> None:
    found = edited(DATE, evidence)
    assert (found.refused, found.fails) == ((), False)
    assert len(found.changes) == 1


def test_a_date_that_was_put_back_claims_nothing() -> None:
    assert edited(("date: 2026-01-10", "date: 2025-12-01")).refused == ()


def test_a_new_id_hides_no_new_date() -> None:
    found = edited(DATE, ("  blankett:\n", "  papper:\n"), ("form: blankett", "form: papper"))
    assert [each.rule for each in found.refused] == ["date-without-evidence"]


def test_a_first_check_is_welcome() -> None:
    bare = WORLD.replace(
        "    verified: {date: 2026-01-10, by: redaktören, how: ringde luckan, source: ärende 1}\n",
        "",
    )
    checked = (
        "recipients: [luckan]\n",
        "recipients: [luckan]\n    verified: {date: 2026-11-20, by: r, how: h, source: s}\n",
    )
    assert edited(checked, world=bare).refused == ()
