"""The chain in words, a link onwards: which services require each."""

from collections.abc import Mapping

from generator.model.need import references
from generator.model.record import record
from generator.model.service import Service
from generator.views import addresses
from generator.views.chain import wanted
from generator.views.site import Site, steadily


@record(frozen=True, kw_only=True, slots=True)
class Dependent:
    """A service that requires this one."""

    id: str
    name: str
    address: str
    steps: tuple[str, ...]
    because: str | None


@steadily
def dependents(site: Site) -> Mapping[str, tuple[Dependent, ...]]:
    """For each service, those that require it directly, in the catalogue's order."""
    catalogue = site.catalogue
    found: dict[str, dict[str, list[tuple[str | None, str | None]]]] = {}
    for service in catalogue.services.values():
        for spot, need in wanted(service):
            for reference in references(need):
                if reference.service != service.id:
                    by = found.setdefault(reference.service, {}).setdefault(service.id, [])
                    by.append((spot.item.title if spot else None, reference.because))
    return {
        id_: tuple(_dependent(catalogue.services[by], wanted) for by, wanted in all_.items())
        for id_, all_ in found.items()
    }


def _dependent(service: Service, wanted: list[tuple[str | None, str | None]]) -> Dependent:
    return Dependent(
        id=service.id,
        name=service.name,
        address=addresses.service(service.id),
        steps=tuple(dict.fromkeys(title for title, _ in wanted if title)),
        because=next((because for _, because in wanted if because), None),
    )
