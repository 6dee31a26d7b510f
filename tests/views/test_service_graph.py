"""Services that need each other are found together, whatever else there is."""

from hypothesis import given
from hypothesis import strategies as st

from generator.views.service_graph import Link, _loops, _reach

SERVICES = "abcdefgh"
LINKS = st.sets(
    st.tuples(st.sampled_from(SERVICES), st.sampled_from(SERVICES)).filter(
        lambda link: link[0] != link[1]
    )
)


@given(LINKS)
def test_loops_are_what_can_be_reached_from_each_other(links: set[Link]) -> None:
    after: dict[str, list[str]] = {}
    for first, second in links:
        after.setdefault(first, []).append(second)
    reach = {service: _reach(service, after) for service in SERVICES}
    found: dict[tuple[str, ...], None] = {}
    for service in SERVICES:
        loop = tuple(s for s in SERVICES if s in reach[service] and service in reach[s])
        if loop:
            found[loop] = None
    assert _loops(tuple(SERVICES), links) == tuple(found)
