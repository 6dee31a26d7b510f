"""What forms and orders ask for: each fact once, with everything that asks for it."""

from collections.abc import Callable

import pytest

from generator.chains.graph import build
from generator.model.profile import profiles
from generator.views.gather import Gathered, GatheredFact, _asking_steps, gathered
from generator.views.site import Site
from tests.pages.rendered import BOTH, FREE, made_up, real, small

WORLD = f"""
facts:
  ip: {{name: IP-adresser, where: Fråga nätet., source: {{ref: seed, lines: 24}}}}
  chef: {{name: Chef, personal: true, source: other}}
  unused: {{name: Ingen frågar, source: seed}}
forms:
  net:
    title: Nätblanketten
    explanation: Ger nät.
    asks_for:
      - ip
      - {{fact: chef, because: Chefen skriver under., basis: implied, source: seed}}
    source: seed
  silent: {{title: Den tysta, explanation: Oklart., source: seed}}
  guess:
    title: Den gissade
    explanation: Oklart.
    asks_for: [{{fact: chef, basis: assumption}}]
    source: seed
  public: {{title: Den offentliga, explanation: O., asks_for: [ip], source: seed}}
services:
  a:
    name: Nätet
    obligation: {{pv: mandatory, rehab: mandatory}}
    summary: Når allt.
    source: seed
    steps:
      - choose: way
        title: Välj
        options:
          - id: good
            title: Bra
            recommended: true
            steps: [{{id: f, title: Fyll i, form: net}}]
          - id: other
            title: Annan
            steps: [{{id: o, title: Ring, asks_for: [chef], recipients: []}}]
      - {{id: again, title: Skicka, form: net}}
      - {{id: s, title: Skicka tyst, form: silent}}
      - {{id: g, title: Skicka gissat, form: guess, optional: true}}
      - {{id: p, title: Offentligt, form: public, operators: [public]}}
      - {{id: order, title: Beställ, recipients: []}}
      - {{id: nothing, title: Läs}}
  extra:
    {{name: Extra, obligation: {{pv: optional}}, {FREE},
    steps: [{{id: x, title: Begär, asks_for: [chef], recipients: []}}]}}
"""


def of(model: str = "pv", operator: str = "private") -> Gathered:
    return gathered(small(WORLD), model, operator)


def fact(found: Gathered, id_: str) -> GatheredFact:
    (only,) = [each for each in found.facts if each.id == id_]
    return only


def askers(found: GatheredFact) -> list[str]:
    return [use.asker.title for use in found.uses]


def test_a_fact_is_there_once_however_many_ask_for_it() -> None:
    assert [each.id for each in of().facts] == ["ip", "chef"]
    assert askers(fact(of(), "chef")) == ["Nätblanketten", "Ring", "Den gissade", "Begär"]


def test_a_form_used_in_several_steps_asks_once() -> None:
    assert askers(fact(of(), "ip")) == ["Nätblanketten"]


def test_only_what_the_unit_meets_asks() -> None:
    assert askers(fact(of(operator="public"), "ip")) == ["Nätblanketten", "Den offentliga"]
    assert "Begär" not in askers(fact(of("rehab"), "chef"))


def test_the_unit_is_told_what_makes_it_meet_an_asker() -> None:
    conditions = {
        use.asker.title: (use.asker.conditions, use.asker.is_certain)
        for use in fact(of(), "chef").uses
    }
    assert conditions == {
        "Nätblanketten": ((), True),
        "Ring": (("Om ni väljer: Annan",), False),
        "Den gissade": (("Valfritt",), False),
        "Begär": (("Om ni lägger till: Extra",), False),
    }


def test_what_nobody_asks_for_is_not_there() -> None:
    assert "unused" not in [each.id for each in of().facts]


def test_a_use_says_what_it_rests_on_where_that_is_not_the_facts_own_source() -> None:
    form, step, *_ = (use.ground for use in fact(of(), "chef").uses)
    assert (form.because, form.basis) == ("Chefen skriver under.", "framgår indirekt av källan")
    assert form.source is not None
    assert form.source.title == "Huvudkällan"
    assert not step


def test_those_whose_questions_no_source_states_are_named() -> None:
    assert [asker.title for asker in of().silent] == ["Den tysta", "Den gissade", "Beställ"]


def test_a_fact_for_one_model_is_not_asked_of_the_other() -> None:
    site = small(
        "facts: {f: {name: F, source: seed}}\n"
        "forms:\n"
        "  a: {title: A, explanation: E., asks_for: [{fact: f, models: [pv]}], source: seed}\n"
        f"services:\n  s: {{name: S, {BOTH}, steps: [{{id: t, title: T, form: a}}]}}\n"
    )
    assert [each.id for each in gathered(site, "pv", "private").facts] == ["f"]
    assert gathered(site, "rehab", "private").facts == ()
    assert [asker.title for asker in gathered(site, "rehab", "private").silent] == ["A"]


def test_a_unit_without_forms_gathers_nothing() -> None:
    site = small(f"services:\n  s: {{name: S, {BOTH}, steps: [{{id: t, title: T}}]}}\n")
    assert gathered(site, "pv", "private") == Gathered(facts=(), silent=())


def test_the_real_ip_addresses_are_for_those_with_a_connection_of_their_own() -> None:
    found = fact(gathered(real(), "primarvard", "privat"), "ip-adresser")
    assert askers(found) == ["Lämna era IP-adresser till VGR"]
    assert not found.is_certain
    assert found.source.lines == "24"


def test_the_real_organisation_number_is_written_once_for_both_orders_at_inera() -> None:
    found = fact(gathered(real(), "rehab", "privat"), "organisationsnummer")
    assert askers(found) == ["Bli kund hos Inera", "Beställ NPÖ och skriv under avtalet"]


def test_only_rehab_is_asked_for_the_manager_of_websesam() -> None:
    ids = {
        model: {each.id for each in gathered(real(), model, "privat").facts}
        for model in ("primarvard", "rehab")
    }
    assert "ansvarig-chef" in ids["rehab"] - ids["primarvard"]


def test_the_real_forms_for_kiv_are_said_to_be_unknown() -> None:
    forms = real().catalogue.forms
    silent = [asker.title for asker in gathered(real(), "primarvard", "offentlig").silent]
    assert {forms["kiv-uppgifter"].title, forms["kiv-administrator"].title} <= set(silent)
    assert forms["klara-behorighet"].title not in silent


@pytest.mark.parametrize("site", [real, made_up], ids=["real", "made up"])
def test_a_step_is_met_by_those_in_whose_graph_it_is(site: Callable[[], Site]) -> None:
    steps = _asking_steps(site())
    assert steps
    for profile in profiles(site().catalogue):
        graph = build(site().catalogue, profile)
        assert [s.id for s in steps if s.exists(profile)] == [
            s.id for s in steps if s.id in graph.numbers
        ]
        for step in steps:
            assert [each.id for each in step.chosen] == step.id.split("/")[1:-1]
