"""A last day leans on an unknown time if anybody waits for one from there on."""

from tests.plan.small import catalogue_of, plan_of

CATALOGUE = """
services:
  kort:
    name: Kort
    summary: Kort.
    source: seed
    obligation: {pv: mandatory}
    steps:
      - {id: foto, title: Fota}
      - {id: bestall, title: Beställ, lead_time: 2wd}
      - {id: hamta, title: Hämta, lead_time: 1wd, after: []}
  natet:
    name: Nätet
    summary: Nätet.
    source: seed
    obligation: {pv: mandatory}
    steps:
      - {id: fraga, title: Fråga, prerequisites: [kort/bestall]}
      - {id: svar, title: Svara, actor: vgr}
      - {id: klar, title: Slå på, lead_time: 1wd}
  katalog:
    name: Katalog
    summary: Katalog.
    source: seed
    obligation: {pv: mandatory}
    steps:
      - {id: skriv, title: Skriv, lead_time: 1wd}
      - {id: vanta, title: Vänta, actor: vgr}
"""


def test_all_that_comes_before_an_unknown_time_is_in_doubt() -> None:
    plan = plan_of(catalogue_of(CATALOGUE), "2027-03-01", "2027-05-03")
    assert set(plan.unknown) == {"natet/svar", "katalog/vanta"}
    assert plan.in_doubt == {
        "kort/foto",
        "kort/bestall",
        "natet/fraga",
        "natet/svar",
        "katalog/skriv",
        "katalog/vanta",
    }


def test_where_every_time_is_known_nothing_is() -> None:
    known = CATALOGUE.replace("actor: vgr", "actor: vgr, lead_time: 3d")
    assert plan_of(catalogue_of(known), "2027-03-01", "2027-05-03").in_doubt == frozenset()
