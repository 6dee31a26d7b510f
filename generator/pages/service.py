from collections.abc import Iterator

from generator.pages.page import Page
from generator.pages.site import Site


def service_pages(site: Site) -> Iterator[Page]:
    """`/tjanster/<id>/`: everything about one service."""
    for service in site.catalogue.services.values():
        yield Page(
            address=f"tjanster/{service.id}",
            title=service.name,
            description=service.summary,
            template="service",
            data={"service": service},
            source=site.place(("services", service.id)),
        )
