"""Whom a fault strikes is told by names, as short as it can be said; and what has days is found."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings

from generator.checks import report
from generator.checks.checking import case_of
from generator.checks.rules.unobtainable_service import unobtainable_service
from generator.checks.written import saying
from generator.load import load_bytes, load_texts
from generator.model.entry import Citation, Dated, Verified
from generator.model.step import Step
from generator.model.walk import leaves
from generator.source import SourceText
from tests.fuzz.catalogues import catalogues

GUIDE = """
guide: {title: Guide, publisher: Regionen}
operators:
  private: {name: Privat vårdgivare, short_name: Privat}
  public: {name: Offentlig vårdgivare, short_name: Offentlig}
sources: {seed: {title: Källa, publisher: Regionen}}
"""
REHAB = "  rehab: {name: Vårdval Rehab, short_name: Rehab}\n"
TWO = f"models:\n  primarvard: {{name: VG Primärvård, short_name: Primärvård}}\n{REHAB}"
THREE = f"{TWO}  syn: {{name: Vårdval Syn, short_name: Syn}}\n"
BOTH = "{primarvard: mandatory, rehab: mandatory}"
LOOP = f"""
services:
  kiv: {{name: KIV, summary: A., source: seed, obligation: {BOTH}, prerequisites: [kort]}}
  kort: {{name: Kort, summary: B., source: seed, obligation: {BOTH}, prerequisites: [NEEDS]}}
"""
DEAD_END = f"""
services:
  natet:
    name: Nätet
    summary: Nätet.
    source: seed
    obligation: {BOTH}
    steps: [{{choose: vag, title: Välj väg, options: [{{id: a, title: A, FOR}}]}}]
"""


def told(text: str) -> str:
    loaded = load_texts([SourceText("a.yaml", GUIDE + text)])
    (found,) = report(loaded, [unobtainable_service], as_of=date(2027, 2, 1)).diagnostics
    return found.message


@pytest.mark.parametrize(
    ("needs", "whom"),
    [
        ("kiv", ""),
        ("{need: kiv, models: [primarvard, rehab]}", ""),
        ("{need: kiv, models: [rehab]}", " (gäller Vårdval Rehab)"),
        (
            "{need: kiv, models: [rehab], operators: [public]}",
            " (gäller Vårdval Rehab, offentlig vårdgivare)",
        ),
        (
            "{need: kiv, operators: [private]}",
            " (gäller VG Primärvård, privat vårdgivare och Vårdval Rehab, privat vårdgivare)",
        ),
    ],
)
@pytest.mark.parametrize("models", [TWO, THREE])
def test_those_who_are_caught_in_a_loop_are_named(models: str, needs: str, whom: str) -> None:
    assert told(models + LOOP.replace("NEEDS", needs)) == (
        "`kiv` och `kort` går inte att få: `kiv` kräver `kort`, "
        f"och kedjan kommer tillbaka dit{whom}"
    )


def test_where_there_is_one_model_nobody_is_named() -> None:
    text = f"models:\n{REHAB}{LOOP}".replace("primarvard: mandatory, ", "")
    assert told(text.replace("NEEDS", "kiv")).endswith("kedjan kommer tillbaka dit")


@pytest.mark.parametrize(
    ("option_is_for", "whom"),
    [
        ("models: [primarvard]", "Vårdval Rehab"),
        (
            "models: [primarvard], operators: [private]",
            "VG Primärvård, offentlig vårdgivare och Vårdval Rehab",
        ),
        (
            "models: [rehab], operators: [private]",
            "VG Primärvård och Vårdval Rehab, offentlig vårdgivare",
        ),
    ],
)
def test_those_who_have_no_option_are_named(option_is_for: str, whom: str) -> None:
    assert told(TWO + DEAD_END.replace("FOR", option_is_for)) == (
        f"`natet` går inte att få: inget alternativ finns kvar här (gäller {whom})"
    )


@settings(deadline=None, max_examples=30, database=None)
@given(catalogues())
def test_everything_that_begins_or_ends_is_found_wherever_it_stands(made: dict[str, bytes]) -> None:
    case = case_of(load_bytes(made), date(2027, 1, 1))
    placed = ((p.path, p.part) for p in case.parts if isinstance(p.part, Dated))
    assert case.dated == {path: part for path, part in placed if part.begins or part.until}


@pytest.mark.parametrize("is_it", [bool, str.istitle, "a".__eq__, lambda _: False])
@settings(deadline=None, max_examples=20, database=None)
@given(catalogues())
def test_what_texts_alike_are_asked_once_is_what_each_is(
    is_it: Callable[[str], bool], made: dict[str, bytes]
) -> None:
    case = case_of(load_bytes(made), date(2027, 1, 1))
    every = [leaf for placed in case.parts for leaf in leaves(placed)]
    such = [leaf for leaf in every if type(leaf.value) is str and is_it(leaf.value)]
    assert [*saying(case, is_it)] == such
    assert [*saying(case, is_it, {"title"})] == [leaf for leaf in such if leaf.field != "title"]


@settings(deadline=None, max_examples=20, database=None)
@given(catalogues())
def test_parts_of_some_kinds_are_all_of_them(made: dict[str, bytes]) -> None:
    case = case_of(load_bytes(made), date(2027, 1, 1))
    for kinds in ((Dated,), (Step, Citation), (Verified,)):
        assert [*case.parts_of(*kinds)] == [p for p in case.parts if isinstance(p.part, kinds)]
