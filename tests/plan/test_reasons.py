"""The chain that decides, link by link: when each could begin, and what stop it waited out."""

from datetime import date

from generator.plan.reasons import reasons
from tests.plan.small import catalogue_of, plan_of

CATALOGUE = """
stops:
  byte: {title: Byte, organisation: vgr, from: 2027-03-05, to: 2027-03-10, text: T, source: seed}
  annat: {title: Annat, organisation: vgr, from: 2027-04-15, to: 2027-04-16, text: T, source: seed}
services:
  kort:
    name: Kort
    summary: Kort.
    source: seed
    obligation: {pv: mandatory}
    steps:
      - {id: fraga, title: Fråga, lead_time: 2wd, stop: annat}
      - {id: bestall, title: Beställ, actor: vgr, lead_time: 3wd, stop: [annat, byte]}
      - {id: hamta, title: Hämta, actor: vgr, lead_time: 2wd, stop: annat}
"""


def test_each_link_begins_where_the_one_before_ends_and_names_the_stop_it_waits_out() -> None:
    catalogue = catalogue_of(CATALOGUE)
    plan = plan_of(catalogue, "2027-03-01", "2027-05-03")
    links = reasons(catalogue, plan)
    assert [
        (each.step.id, each.could_begin.day, each.begins, each.ready, each.days, each.stop)
        for each in links
    ] == [
        ("kort/fraga", 1, date(2027, 3, 1), date(2027, 3, 3), 2, None),
        ("kort/bestall", 3, date(2027, 3, 3), date(2027, 3, 16), 13, "byte"),
        ("kort/hamta", 16, date(2027, 3, 16), date(2027, 3, 18), 2, None),
    ]
    assert sum(each.days or 0 for each in links) == plan.total_days


def test_it_ends_with_what_is_never_done() -> None:
    never = CATALOGUE.replace("2027-03-05, to: 2027-03-10", "01-01, to: 12-31")
    catalogue = catalogue_of(never)
    links = reasons(catalogue, plan_of(catalogue, "2027-03-01", "2027-05-03"))
    last = links[-1]
    assert (last.step.id, last.begins, last.ready, last.days) == ("kort/bestall", None, None, None)
    assert last.stop == "byte"
