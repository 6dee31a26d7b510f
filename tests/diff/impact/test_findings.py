"""Which faults are told as new, and which as put right."""

import pytest

from tests.diff.worlds import WORLD, compared

WARNED = WORLD.replace("lead_time: 14d, stop", "stop")
"""Nobody says how long the network takes."""


def told(old: str, new: str) -> tuple[set[str], set[str]]:
    found = compared(old, new).findings
    return {each.rule for each in found.new}, {each.rule for each in found.resolved}


def test_what_an_editor_puts_right_is_told() -> None:
    assert told(WORLD, WARNED) == ({"unknown-lead-time"}, set())
    assert told(WARNED, WORLD) == (set(), {"unknown-lead-time"})


@pytest.mark.parametrize(
    ("unread", "rule"),
    [
        (WARNED.replace("services:", "services: ["), "syntax-error"),
        (WARNED.replace("id: vanta,", "id: [vanta],"), "wrong-type"),
    ],
)
def test_what_no_rule_could_look_at_is_not_put_right(unread: str, rule: str) -> None:
    new, resolved = told(WARNED, unread)
    assert rule in new
    assert resolved == set()
