"""What must be had rests on what need not: told once, at the first thing on the way."""

from generator.checks.rule import Rule
from generator.checks.rules.mandatory_rests_on_optional import mandatory_rests_on_optional
from generator.checks.rules.mandatory_rests_on_unspecified import mandatory_rests_on_unspecified
from generator.checks.rules.unobtainable_service import unobtainable_service
from tests.rule_page import Example

OPTIONAL, UNSPECIFIED = mandatory_rests_on_optional, mandatory_rests_on_unspecified
WORDS = ", som är valfri"


def told(rule: Rule, *services: tuple[str, str, str]) -> list[str]:
    """Of services with an id, an obligation and what they ask for."""
    text = "".join(
        f"  {id_}: {{name: {id_.upper()}, summary: A., source: seed, "
        f"obligation: {obligation if ':' in obligation else f'{{rehab: {obligation}}}'}, "
        f"prerequisites: [{needs}]}}\n"
        for id_, obligation, needs in services
    )
    found = Example("", {"a.yaml": f"services:\n{text}"}, None).run(rule)
    return [f"{each.span.line}: {each.message}" for each in found.diagnostics]


def test_the_service_that_asks_on_the_way_is_named() -> None:
    assert told(
        OPTIONAL,
        ("a", "mandatory", "b"),
        ("b", "unspecified", "c"),
        ("c", "optional", ""),
    ) == [f"3: `a` är obligatorisk men kräver `c`, genom `b`{WORDS}"]


def test_what_two_services_and_models_come_to_is_told_once() -> None:
    assert told(
        OPTIONAL,
        ("a", "{rehab: mandatory, primarvard: mandatory}", "c"),
        ("b", "{primarvard: mandatory}", "c"),
        ("c", "{rehab: unspecified, primarvard: unspecified}", "d"),
        ("d", "{rehab: optional, primarvard: optional}", ""),
    ) == [f"4: `a` är obligatorisk men kräver `d`, genom `c`{WORDS}"]


def test_one_that_also_needs_what_nobody_has_said_anything_of_is_told() -> None:
    services = (
        ("a", "mandatory", "b, c"),
        ("b", "unspecified", ""),
        ("c", "optional", ""),
    )
    assert told(OPTIONAL, *services) == [f"2: `a` är obligatorisk men kräver `c`{WORDS}"]
    assert told(UNSPECIFIED, *services) == [
        "2: `a` är obligatorisk men kräver `b`, och ingen källa säger om ni måste ha den"
    ]


def test_nothing_is_told_of_the_one_way_when_the_other_is_asked_for_anyhow() -> None:
    assert (
        told(
            UNSPECIFIED,
            ("a", "mandatory", "c, {any: [b, m]}"),
            ("b", "unspecified", ""),
            ("c", "optional", ""),
            ("m", "mandatory", "c"),
        )
        == []
    )


def test_it_is_found_behind_what_only_leads_back_to_the_same() -> None:
    assert told(
        OPTIONAL,
        ("a", "mandatory", "b, c"),
        ("b", "unspecified", "c"),
        ("c", "unspecified", "d"),
        ("d", "optional", ""),
    ) == [f"4: `a` är obligatorisk men kräver `d`, genom `c`{WORDS}"]


def test_what_cannot_be_had_anyhow_is_not_said_to_rest_on_it() -> None:
    text = """\
services:
  a:
    name: A
    summary: A.
    source: seed
    obligation: {rehab: mandatory}
    steps:
      - {id: ett, title: Ett, prerequisites: [c]}
      - {id: tva, title: Två, prerequisites: [b], after: []}
  b: {name: B, summary: B., source: seed, obligation: {rehab: optional}, prerequisites: [a]}
  c: {name: C, summary: C., source: seed, obligation: {rehab: optional}}
"""
    run = Example("", {"a.yaml": text}, None).run
    assert [each.span.line for each in run(unobtainable_service).diagnostics] == [9]
    assert run(OPTIONAL).diagnostics == ()
    without = Example("", {"a.yaml": text.replace(", prerequisites: [a]}", "}")}, None)
    assert [each.span.line for each in without.run(OPTIONAL).diagnostics] == [8]
