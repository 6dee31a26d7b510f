"""The sources of the guide, for the page about it."""

from generator.model.entry import Citation
from generator.views.grounds import Grounds, SourceView
from generator.views.site import Site


def all_sources(site: Site) -> tuple[SourceView, ...]:
    """The main source first, as the catalogue has them."""
    grounds = Grounds(site.catalogue, "")
    return tuple(grounds.source(Citation(ref=id_)) for id_ in site.catalogue.sources)
