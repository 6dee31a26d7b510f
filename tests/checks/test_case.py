"""Whom a fault strikes is told by the names of models and operators, as short as it can be said."""

from datetime import date

import pytest

from generator.checks import report
from generator.checks.rules.unobtainable_service import unobtainable_service
from generator.load import load_texts
from generator.source import SourceText

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
