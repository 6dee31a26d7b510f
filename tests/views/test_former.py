"""Names of before are found without reading the services in which nothing was renamed."""

import re

from generator.model.catalogue import Catalogue
from generator.views.former import _names, former_items
from tests.pages.rendered import small

WORLD = """
services:
  natet:
    name: Nätet
    former_ids: [natverket, vagen]
    obligation: {pv: mandatory}
    summary: Vägen.
    source: seed
    steps:
      - {id: bestall, title: Beställ, actor: unit}
  kort:
    name: Kort
    obligation: {pv: mandatory}
    summary: Kort.
    source: seed
    steps:
      - {id: hamta, former_ids: [bestall], title: Hämta, actor: unit}
      - {id: bestall, title: Beställ, actor: unit}
      - choose: vag
        title: Väg
        options:
          - id: post
            title: Post
            steps:
              - {id: skicka, former_ids: [posta], title: Skicka, actor: unit}
          - {id: bud, former_ids: [ombud], title: Bud}
  vagen:
    name: Vägen
    obligation: {pv: mandatory}
    summary: Vägen.
    source: seed
    steps:
      - {id: bestall, title: Beställ, actor: unit}
"""


def as_read_from_all(catalogue: Catalogue) -> dict[str, str]:
    services = catalogue.services.values()
    found = {b: now for each in services for now, before in _names(each).items() for b in before}
    current = {now for each in services for now in _names(each)}
    return {before: now for before, now in found.items() if before not in current}


def test_every_name_of_before_leads_to_the_one_of_today() -> None:
    catalogue = small(WORLD).catalogue
    assert former_items(catalogue) == as_read_from_all(catalogue)
    assert former_items(catalogue) == {
        "natverket": "natet",
        "natverket/bestall": "natet/bestall",
        "kort/post/posta": "kort/post/skicka",
        "kort/ombud": "kort/bud",
    }


def test_where_nothing_was_renamed_no_name_was_another() -> None:
    catalogue = small(re.sub(r"former_ids: \[.*?\],? ?", "", WORLD)).catalogue
    assert former_items(catalogue) == as_read_from_all(catalogue) == {}
