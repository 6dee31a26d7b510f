"""A change of very many services is told within bounds, and says what it leaves out."""

from dataclasses import replace

import pytest

from generator.diff.impact.published import Published
from generator.diff.report.summary import summary
from tests.diff.worlds import compared, edited

NUMBER = 30


def world(time: str) -> str:
    services = "".join(
        f"  t{number}: {{name: T{number}, summary: S., source: seed, provider: vgr, "
        "obligation: {pv: optional, rehab: optional}, "
        f"steps: [{{id: a, title: Gör, actor: vgr, lead_time: {time}}}]}}\n"
        for number in range(NUMBER)
    )
    return f"services:\n{services}"


def test_the_first_are_counted_and_the_rest_are_named() -> None:
    found = compared(world("7d"), world("14d"))
    assert found.effects is not None
    asked = {who.extra for shift in found.effects.shifts for who in shift.who}
    assert asked == {f"t{number}" for number in range(8)}
    assert found.unasked == tuple(f"t{number}" for number in range(8, NUMBER))
    assert any("Ingen plan är räknad för `T8`" in line for line in summary(found))
    assert len(found.changes) == NUMBER


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (("rehab/",), "Berör 1 sida."),
        (("a.pdf", "b.pdf"), "Berör två utskrifter."),
        (("rehab/", "pv/", "a.pdf"), "Berör två sidor och 1 utskrift."),
    ],
)
def test_what_is_not_touched_is_not_counted(changed: tuple[str, ...], said: str) -> None:
    found = replace(compared(world("7d"), world("14d")), published=Published(changed=changed))
    assert [line for line in summary(found) if line.startswith("Berör")] == [said]


def test_few_are_all_counted() -> None:
    found = edited(("lead_time: 14d", "lead_time: 28d"))
    assert found.changes
    assert found.unasked == ()
