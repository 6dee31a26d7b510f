from collections.abc import Callable

import pytest

from generator.views import stages
from generator.views.site import Site
from tests.pages.rendered import made_up, real


@pytest.mark.parametrize("site", [real, made_up], ids=["real", "made up"])
def test_a_lists_stages_are_those_among_everything(
    site: Callable[[], Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = site()
    pairs = [(m, o) for m in told.catalogue.models for o in told.catalogue.operators]
    few = [stages.stages(_fresh(told), *pair) for pair in pairs]
    assert any(len(stages.way_graph(told, *pair)) < len(told.graph_of(*pair)) for pair in pairs)
    monkeypatch.setattr(stages, "way_graph", Site.graph_of)
    assert few == [stages.stages(_fresh(told), *pair) for pair in pairs]


def _fresh(site: Site) -> Site:
    """Nothing of it has been worked out."""
    return Site(site.checked, site.as_of)
