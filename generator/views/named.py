from generator.model.catalogue import Catalogue
from generator.model.record import record
from generator.views import addresses


@record(frozen=True, kw_only=True, slots=True)
class Named:
    """Something with a page of its own, or a place on one."""

    name: str
    page: str


def service(catalogue: Catalogue, id_: str) -> Named:
    return Named(name=catalogue.services[id_].name, page=addresses.service(id_))
