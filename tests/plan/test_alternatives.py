"""What each option of a choice on the way would cost, beside the one that is taken."""

from dataclasses import asdict
from datetime import date

from generator.plan.alternatives import alternatives
from generator.plan.plan import Verdict
from tests.plan.small import catalogue_of, plan_of

CATALOGUE = """
services:
  natet:
    name: Nätet
    summary: Nätet.
    source: seed
    obligation: {pv: mandatory}
    steps:
      - choose: vag
        title: Välj väg
        options:
          - {id: egen, title: Egen, steps: [{id: gor, title: Gör, lead_time: 5wd}]}
          - id: kopt
            title: Köpt
            recommended: true
            steps:
              - choose: hur
                title: Välj hur
                options: [{id: brev, title: Brev}, {id: bud, title: Bud}]
              - {id: bestall, title: Beställ, lead_time: 2wd}
              - {id: vanta, title: Vänta, actor: vgr, lead_time: 1wd}
          - {id: lanad, title: Lånad, steps: [{id: lana, title: Låna, actor: vgr}]}
          - {id: offentlig, title: Offentlig, operators: [public]}
          - {id: ingen, title: Ingen, steps: [{id: a, title: A, prerequisites: [natet]}]}
      - choose: plats
        title: Välj plats
        options: [{id: ute, title: Ute}, {id: inne, title: Inne}]
"""


def test_every_option_that_can_be_had_is_told_with_what_it_changes() -> None:
    catalogue = catalogue_of(CATALOGUE)
    plan = plan_of(catalogue, "2027-03-01", "2027-03-05")
    found = alternatives(catalogue, plan)
    assert [(each.choice, each.option, each.taken) for each in found] == [
        ("natet/kopt/hur", "brev", True),
        ("natet/kopt/hur", "bud", False),
        ("natet/vag", "egen", False),
        ("natet/vag", "kopt", True),
        ("natet/vag", "lanad", False),
        ("natet/plats", "ute", True),
        ("natet/plats", "inne", False),
    ]
    own, bought, lent = map(asdict, found[2:5])
    assert own == {
        "choice": "natet/vag",
        "option": "egen",
        "taken": False,
        "verdict": Verdict.NO,
        "unknown": 0,
        "earliest_start": date(2027, 3, 8),
        "total_days": 7,
        "days_earlier": -4,
        "order_by": date(2027, 2, 26),
        "more_steps": ("natet/egen/gor",),
        "fewer_steps": ("natet/kopt/bestall", "natet/kopt/vanta"),
    }
    assert bought["order_by"] == date(2027, 3, 2)
    assert (bought["more_steps"], bought["fewer_steps"], bought["days_earlier"]) == ((), (), 0)
    assert (lent["verdict"], lent["unknown"], lent["days_earlier"]) == (Verdict.UNKNOWN, 1, 3)


def test_what_is_never_ready_is_neither_earlier_nor_later() -> None:
    never = CATALOGUE.replace("lead_time: 5wd", "stop: jamt") + (
        "stops:\n  jamt:\n    {title: J, organisation: vgr, from: 01-01, to: 12-31, "
        "text: T, source: seed}\n"
    )
    catalogue = catalogue_of(never)
    found = alternatives(catalogue, plan_of(catalogue, "2027-03-01", "2027-03-05"))
    (own,) = (each for each in found if each.option == "egen")
    assert own.verdict is Verdict.NO
    assert (own.earliest_start, own.total_days, own.days_earlier) == (None, None, None)
    assert own.order_by is None
