"""What another option can make a difference to, and nothing else."""

import pytest

from generator.plan.related import Related
from tests.plan.small import catalogue_of

CHOICE = """
    steps:
      - choose: vag
        title: Välj
        options:
          - {id: egen, title: Egen, steps: [{id: gor, title: Gör}]}
          - {id: kopt, title: Köpt, steps: [{id: kop, title: Köp}]}
      - {id: klar, title: Klar}
"""
NEEDS = {
    "kort": "katalog",
    "katalog": "",
    "natet": "",
    "brev": "natet/klar",
    "dator": "natet/egen/gor",
    "larm": "kort/klar, natet",
    "rum": "",
    "valfri": "kort",
    "skarm": "katalog/kopt/kop",
}
CATALOGUE = "services:\n" + "".join(
    f"  {id_}:\n    name: {id_}\n    summary: S.\n    source: seed\n"
    f"    obligation: {{pv: mandatory}}\n    prerequisites: [{needs}]{CHOICE}"
    for id_, needs in NEEDS.items()
)


@pytest.mark.parametrize(
    ("service", "related"),
    [
        ("rum", ["rum"]),
        ("kort", ["kort", "katalog", "natet", "dator", "larm", "skarm"]),
        ("skarm", ["katalog", "skarm"]),
        ("dator", ["natet", "dator"]),
        ("brev", ["natet", "brev", "dator"]),
        ("katalog", ["kort", "katalog", "natet", "dator", "larm", "skarm"]),
    ],
)
def test_it_is_what_rests_on_it_with_its_ground_and_whoever_settles_a_choice_there(
    service: str, related: list[str]
) -> None:
    goals = [id_ for id_ in NEEDS if id_ != "valfri"]
    assert list(Related(catalogue_of(CATALOGUE), goals).to(service).services) == related
