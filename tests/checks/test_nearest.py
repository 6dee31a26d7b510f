"""What was probably meant, and the id that comes nearest to a name."""

import pytest

from generator.checks.nearest import as_id, nearest


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("sjunett", ["kiv", "sjunet"], "sjunet"),
        ("SJU NET", ["sju-net", "sjunet"], "sju-net"),
        ("klara", ["kiv", "sjunet"], None),
        ("kiv", ["kib"], "kib"),
        ("ki", ["kb"], None),
        ("kort", ["kor", "korta"], "kor"),
        ("kort", ["korta", "kor"], "korta"),
        ("etjanstekort", ["etjanst-kort", "etjanstekrt"], "etjanst-kort"),
        ("abcdefghijkl", ["abcdefghi"], None),
        ("kiv", [], None),
    ],
)
def test_it_is_the_first_of_those_that_are_fewest_slips_away(
    written: str, known: list[str], meant: str | None
) -> None:
    assert nearest(written, known) == meant


@pytest.mark.parametrize(
    ("written", "id_"),
    [("Åsa Öst 2", "asa-ost-2"), ("  KIV/HSA: Katalog ", "kiv-hsa-katalog"), ("–!", "")],
)
def test_a_name_becomes_an_id(written: str, id_: str) -> None:
    assert as_id(written) == id_
