"""The order card of a service."""

from generator.sheets.entries import why
from generator.sheets.registry import all_sheets
from generator.sheets.sheet import Checklist, Fact, Prose
from generator.views.grounds import Ground, SourceView
from tests.pages.rendered import BOTH, FREE, small
from tests.sheets.paper import sheet, ticks

CARDS = f"""
services:
  net: {{name: Nätet, {BOTH}, steps: [{{id: s, title: Beställ}}]}}
  two:
    name: Tvåan
    obligation: {{pv: mandatory, rehab: {{level: conditional, condition: vill}}}}
    summary: Bra.
    source: seed
    prerequisites: [net]
    steps:
      - {{id: a, title: Gör}}
      - {{id: b, title: Gör mer, operators: [public], prerequisites: [net/s]}}
  nothing: {{name: Inget, obligation: {{pv: optional}}, {FREE}}}
"""


def facts(address: str) -> dict[str, str]:
    body = sheet(small(CARDS), address).body
    assert isinstance(body, Checklist)
    return {
        fact.term: "; ".join(
            "".join(run if isinstance(run, str) else getattr(run, "text", "") for run in line)
            for line in fact.lines
        )
        for fact in body.facts
    }


def test_what_has_no_steps_has_no_card() -> None:
    found = [each.address for each in all_sheets(small(CARDS)) if each.kind == "service"]
    assert found == ["checklistor/tjanst/net", "checklistor/tjanst/two"]


def test_its_head_says_who_must_have_it_and_what_must_be_ready() -> None:
    assert facts("checklistor/tjanst/two") == {
        "Primärvården": "Obligatorisk",
        "Rehab": "Villkorad. Krävs om ni vill.",
        "Levereras av": "Uppgift saknas",
        "Kostnad": "Framgår inte",
        "Klart innan": "Nätet; Nätet – före steget «Gör mer», Gäller: Offentlig",
    }


def test_it_is_for_everybody_and_says_what_is_for_some() -> None:
    found = list(ticks(sheet(small(CARDS), "checklistor/tjanst/two")))
    assert [(tick.title.text, tick.tags) for tick in found] == [
        ("Gör", ()),
        ("Gör mer", ("Gäller: Offentlig",)),
    ]
    assert [fact.term for fact in found[1].facts] == ["Kräver"]


def test_a_source_without_a_reason_is_told_as_a_source() -> None:
    seen = {"id": "x", "anchor": "kalla-x", "title": "Källan", "publisher": "Inera"}
    source = SourceView(**seen, as_of=None, address=None, note=None, lines=None)
    assert list(why(Ground(source=source))) == [Fact("Källa", (("Källan.",),))]
    (reason,) = why(Ground(because="Det behövs.", source=source))
    assert reason == Fact("Varför", ((Prose("Det behövs."), " (Enligt Källan.)"),))
