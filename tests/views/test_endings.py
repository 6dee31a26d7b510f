"""How a unit sees that a stage is done: a service's own test, and the answers it waits for."""

from generator.views.endings import endings
from generator.views.stages import stages
from tests.pages.rendered import BOTH, FREE, markup, read, real, section, small

WORLD = f"""
services:
  net:
    name: Nätet
    obligation: {{pv: mandatory}}
    summary: Ett nät.
    source: seed
    self_test: {{question: Ser ni sidan?, conclusion: Då är ni på nätet., source: {{ref: other}}}}
    steps:
      - choose: hur
        title: Välj
        options:
          - {{id: a, title: Snabbt, recommended: true, steps: [
              {{id: w, title: Få en lina, actor: vgr, lead_time: 5d, answer: Ett mejl.}}]}}
          - {{id: b, title: Själva, steps: [{{id: g, title: Gräv, lead_time: unknown}}]}}
      - {{id: k, title: Koppla in}}
      - {{id: v, title: Vänta, actor: vgr, optional: true, operators: [private]}}
  lek:
    {{name: Leken, obligation: {{pv: optional}}, {FREE},
    self_test: {{question: Leker ni?, conclusion: Då fungerar den.}}}}
  rast: {{name: Rasten, {BOTH}, steps: [{{id: r, title: Vila}}]}}
"""


def test_a_service_is_tested_where_its_last_step_is_taken() -> None:
    site = small(WORLD)
    found = endings(site, "pv", stages(site, "pv"))
    assert [[test.question for test in found[n].tests] for n in (1, 2)] == [[], ["Ser ni sidan?"]]
    assert found[2].tests[0].source is not None, "another source than the service's own is named"


def test_every_answer_is_asked_about_in_the_words_of_its_step() -> None:
    site = small(WORLD)
    found = endings(site, "pv", stages(site, "pv"))
    assert [(e.question, e.chosen, e.answer) for e in found[1].expected] == [
        ("Har ni fått en lina?", "Snabbt", "Ett mejl."),
        ("Är steget «Gräv» klart?", "Själva", None),
    ]
    (last,) = found[2].expected
    assert (last.question, last.optional) == ("Är steget «Vänta» klart?", True)
    assert last.applies == "Gäller: Privat"


def test_a_stage_with_nothing_to_test_says_nothing() -> None:
    site = small(WORLD)
    (found,) = endings(site, "rehab", stages(site, "rehab")).values()
    assert not found
    assert "sk-self-test" not in markup(site, "rehab")


def test_the_page_ends_each_stage_with_it() -> None:
    text = read(markup(small(WORLD), "pv"))
    assert "Är omgång 1 klar? Har ni fått en lina? Nätet, om ni valde «Snabbt». Ett mejl." in text
    assert "Är allt klart? Ser ni sidan? Då är ni på nätet. (Enligt En annan källa, Inera.)" in text
    assert "Nej? Få hjälp med Nätet" in text
    assert "Leker ni?" not in text, "it is not on the way"


def test_the_real_ways_ask_whether_the_net_is_there() -> None:
    for model in real().catalogue.models:
        text = section(markup(real(), model), "vagen")
        assert "Ser ni Vårdvalet i webbläsaren?" in text
        assert "Godkänns kortet på sidan test.siths.se?" in text
    text = section(markup(real(), "tjanster/sjunet"), "sjalvtest")
    assert "Nej? Se vem som hjälper er" in text
