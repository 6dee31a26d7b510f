import marshal
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.views.site import Site
from generator.views.whole_chain import WholeChains
from tests.pages.rendered import made_up, real

BOTH = pytest.mark.parametrize("site", [real(), made_up()], ids=["real", "made up"])


@BOTH
def test_whatever_needs_a_service_has_it_in_its_chain(site: Site) -> None:
    chains, services = WholeChains(site), [*site.catalogue.services]
    assert any(map(chains.after, services))
    for id_ in services:
        after = [
            other
            for other in services
            if other != id_
            and any(link.id == id_ for chain in chains.of(other) for link in chain.links)
        ]
        assert chains.after(id_) == after


@BOTH
def test_chains_that_were_kept_are_those_that_are_read(site: Site) -> None:
    kept: dict[str, bytes] = {}

    def keeping(name: str, make: Callable[[], Any], /) -> Any:
        made = make()
        kept[name] = marshal.dumps(made)
        return made

    def recalled(name: str, _: Callable[[], Any], /) -> Any:
        return marshal.loads(kept[name])  # noqa: S302 - the test's own

    first, second = (
        WholeChains(replace(site, recall=recall, steady={})) for recall in (keeping, recalled)
    )
    for id_ in site.catalogue.services:
        assert first.of(id_) == second.of(id_)
        assert first.after(id_) == second.after(id_)
