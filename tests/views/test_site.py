from dataclasses import replace

from generator.views.site import Site, once
from tests.pages.rendered import made_up


def test_what_is_worked_out_after_what_lasts_may_be_forgotten() -> None:
    # A site of its own: what other tests have asked of the one they share would be there already.
    site, made = replace(made_up()), list[str]()

    @once
    def tell(_: Site, what: str) -> str:
        made.append(what)
        return what

    model = next(iter(site.catalogue.models))
    tell(site, "before")
    whole = site.graph()
    forget = site.lasting()
    tell(site, "after")
    alone = site.graph_of(model, None)
    forget()
    assert site.graph() is whole
    assert site.graph_of(model, None) is not alone
    assert [tell(site, what) for what in ("before", "after")] == ["before", "after"]
    assert made == ["before", "after", "after"]
