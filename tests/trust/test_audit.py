"""An audit that nobody answered is no clean one."""

import json

from tests.tools.audit import FOUND, NOT_ASKED, verdict

CLEAN = {"name": "a", "version": "1", "vulns": []}


def told(*packages: object) -> tuple[int, str]:
    return verdict(json.dumps({"dependencies": packages}), "")


def test_what_is_clean_is_clean() -> None:
    assert told(CLEAN) == (0, "nothing known about 1 packages")


def test_what_is_known_is_named() -> None:
    code, said = told(CLEAN, {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1"}]})
    assert code == FOUND
    assert "b 2: PYSEC-1" in said


def test_what_nobody_answered_is_not_passed() -> None:
    assert told(CLEAN, {"name": "b", "skip_reason": "not found"})[0] == NOT_ASKED
    code, said = verdict("", "Traceback\nConnectionError: refused")
    assert code == NOT_ASKED
    assert said.startswith("NOT CHECKED")
