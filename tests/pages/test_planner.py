"""`/planera/` as it is sent: the questions, and what a reader without JavaScript is told."""

from datetime import date

from generator.outputs.html.rendering import Html
from generator.outputs.plans.data import as_json
from generator.outputs.plans.planner_data import FILE, planner_data, planner_file
from generator.pages.planner import planner_pages, stop_rules
from generator.pages.registry import all_pages
from tests.pages.rendered import BOTH, THEME, markup, read, real, small

STOP = f"""
stops:
  sommar:
    {{title: Sommarstopp, organisation: vgr, from: 06-01, to: 07-31, text: Stängt., source: seed}}
services:
  a:
    {{name: Tillgång, {BOTH}, steps: [{{id: s, title: Få den, actor: vgr, lead_time: 14d,
    stop: sommar}}]}}
"""


def test_a_reader_without_javascript_is_led_on() -> None:
    body = markup(real(), "planera")
    shown = read(body.partition("data-sk-planner hidden")[0])
    assert "behöver JavaScript" in shown
    for model in real().catalogue.models.values():
        assert f'href="../{model.id}/#vagen"' in body
        assert model.name in shown


def test_the_rule_of_the_stop_has_its_dates() -> None:
    body = read(markup(small(STOP), "planera"))
    assert "Sommarstopp: 1 juni–31 juli." in body
    assert "Tillgång: Få den" in body


def test_the_last_day_before_a_stop_is_worked_out() -> None:
    (rule,) = stop_rules(small(STOP).catalogue, date(2026, 11, 23))
    assert [(time.begin, time.else_ready) for time in rule.times] == [
        ("måndag 17 maj 2027", "måndag 16 augusti 2027"),
        ("onsdag 17 maj 2028", "tisdag 15 augusti 2028"),
        ("torsdag 17 maj 2029", "onsdag 15 augusti 2029"),
    ]


def test_during_a_stop_the_next_one_is_told() -> None:
    (rule,) = stop_rules(small(STOP).catalogue, date(2027, 6, 15))
    assert rule.times[0].year == 2028


def test_the_form_asks_of_everything_that_can_be_answered() -> None:
    body = markup(real(), "planera")
    catalogue = real().catalogue
    for id_ in (*catalogue.models, *catalogue.operators):
        assert f'value="{id_}"' in body
    (page,) = planner_pages(real())
    for extra in page.facts["extras"]:
        assert f'data-sk-extra="{extra.id}"' in body


def test_every_link_of_the_data_leads_to_a_place() -> None:
    html = Html(THEME, real())
    bodies = {f"{page.address}/": html.render(page).body for page in all_pages(real())}
    shown = planner_data(real().catalogue, date(2026, 11, 23))["shown"]
    linked = [about["page"] for part in ("forms", "contacts") for about in shown[part].values()]
    for link in linked:
        address, _, anchor = link.partition("#")
        assert not anchor or f'id="{anchor}"' in bodies[address], link


def test_the_file_is_the_data_as_json() -> None:
    for site in (real(), small(STOP)):
        assert planner_file(site) == {FILE: as_json(planner_data(site.catalogue, site.as_of))}


def test_the_version_follows_the_facts_and_not_the_day() -> None:
    catalogue = real().catalogue
    one, other = (planner_data(catalogue, date(year, 1, 1)) for year in (2026, 2030))
    assert one["version"] == other["version"]
    assert one["calendar"] != other["calendar"]
    assert planner_data(small(STOP).catalogue, date(2026, 1, 1))["version"] != one["version"]
