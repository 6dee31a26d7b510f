"""Readings that are shared say the same as one made for each reader alone."""

from generator.model import prose
from generator.views.chain import Chain
from generator.views.obligations import obligations
from generator.views.reading import Readings, Told, readings
from generator.views.site import Site
from generator.views.steps import Steps
from tests.pages.rendered import real, small

WORLD = """
links:
  page: {title: Sidan, kind: page, models: [pv], source: seed}
services:
  step:
    name: Steget
    obligation: {pv: mandatory, rehab: mandatory}
    summary: Har ett steg för en modell.
    source: seed
    steps: [{id: a, title: För alla}, {id: b, title: För en, models: [rehab]}]
  link:
    name: Länken
    obligation: {pv: mandatory, rehab: mandatory}
    summary: Visar en sida för en modell.
    source: seed
    steps: [{id: a, title: Läs, links: [page]}]
  need:
    name: Kravet
    obligation: {pv: mandatory, rehab: mandatory}
    summary: Kräver något av den som drivs privat.
    source: seed
    steps: [{id: a, title: Vänta, prerequisites: [{need: step, operators: [private]}]}]
"""


def differing(site: Site) -> set[str]:
    """The services that are not told alike to every model and operator."""
    catalogue, told, found = site.catalogue, readings(site), set[str]()
    for id_, service in catalogue.services.items():
        for model in catalogue.models:
            for operator in (None, *catalogue.operators):
                own = Steps(Chain(catalogue, service, site.titles, model, operator)).items()
                assert told.on_the_way(id_, model, operator) == own, (id_, model, operator)
                if own != Steps(Chain(catalogue, service, site.titles)).items():
                    found.add(id_)
        everybody = Chain(catalogue, service, site.titles)
        assert told.of(id_) == Steps(everybody).items()
        assert told.told(id_) == Told(
            items=Steps(everybody).items(),
            before=everybody.before(),
            obligations=obligations(catalogue, service),
        )
    return found


def test_each_reader_of_a_small_world_gets_what_is_theirs() -> None:
    assert differing(small(WORLD)) == {"step", "link", "need"}


def test_each_reader_of_the_real_catalogue_gets_what_is_theirs() -> None:
    assert differing(real())


def test_who_is_given_what_was_remembered_has_read_it_too() -> None:
    site = real()
    service = next(each for each in site.catalogue.services.values() if each.steps)
    prose.watch()
    told = Readings(site).told
    with prose.reading() as first:
        told(service.id)
    with prose.reading() as second:
        told(service.id)
    readers = prose.Readers(site.catalogue.services.values())
    assert readers.told(second) == readers.told(first) != frozenset()
