"""A change concerns the readers who are sent to what was changed."""

from generator.diff.changes.renames import renames
from generator.diff.impact.concerned import concerned
from tests.diff.worlds import compared

WORLD = """
contacts:
  lucka: {role: Luckan, organisation: vgr, email: lucka@example.se, source: seed}
services:
  natet:
    name: Nätet
    summary: Nätet behövs.
    source: seed
    obligation: {rehab: mandatory}
    steps: [{id: bestall, title: Beställ, recipients: [lucka]}]
"""


def test_who_sends_an_order_is_concerned_by_who_gets_it() -> None:
    found = compared(WORLD, WORLD.replace("lucka@", "ny@"))
    before, after = found.old.loaded.catalogue, found.new.loaded.catalogue
    models = concerned(before, after, renames(before, after))
    assert [models(change) for change in found.changes] == [("rehab",)]
