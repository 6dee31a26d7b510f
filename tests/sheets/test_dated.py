"""How old what a paper says is."""

from dataclasses import replace
from datetime import date

from generator.sheets.dated import dated
from tests.pages.rendered import BOTH, small

PLAIN = f"services:\n  a: {{name: A, {BOTH}}}\n"
CHECKED = "verified: {date: DAY, by: Lina, how: ringde, source: ärende 7}"


def test_nobody_has_checked_so_the_source_says_its_age() -> None:
    found = dated(small(PLAIN).catalogue)
    assert found.words == "Uppgifterna är inte kontrollerade sedan omkring 2017."
    assert found.day is None


def test_no_service_is_in_force_on_the_day() -> None:
    found = dated(replace(small(PLAIN).catalogue, services={}))
    assert found.words == "Uppgifterna är inte kontrollerade."


def test_the_last_check_counts_wherever_it_is() -> None:
    checked = PLAIN.replace("}}\n", f"}}, {CHECKED.replace('DAY', '2026-03-12')}}}\n")
    contact = (
        "contacts:\n  c: {role: R, organisation: vgr, source: seed, "
        f"{CHECKED.replace('DAY', '2026-05-02')}}}\n"
    )
    assert dated(small(checked + contact).catalogue).day == date(2026, 5, 2)
    assert "2 maj 2026" in dated(small(checked + contact).catalogue).words
