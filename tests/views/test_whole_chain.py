import pytest

from generator.views.site import Site
from generator.views.whole_chain import WholeChains
from tests.pages.rendered import made_up, real


@pytest.mark.parametrize("site", [real(), made_up()], ids=["real", "made up"])
def test_a_service_alone_is_told_as_when_all_are_read(site: Site) -> None:
    many, alone = WholeChains(site), WholeChains(site)
    many.read_all()
    services = [*site.catalogue.services]
    assert any(map(many.after, services))
    for id_ in reversed(services):
        assert alone.after(id_) == many.after(id_)
        assert alone.of(id_) == many.of(id_)
