"""The footer's slot: who publishes the guide, of which day it is, where it comes from, how old."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from generator.views import words
from generator.views.site import Site, once


@once
def footer(site: Site) -> Mapping[str, Any]:
    catalogue = site.catalogue
    cited = Counter(service.source.ref for service in catalogue.services.values())
    home = next((catalogue.sources[ref] for ref, _ in cited.most_common(1)), None)
    return {
        "publisher": site.guide.publisher,
        "home": home,
        "checked": _checked(site),
        "as_of": words.weekday(site.as_of),
    }


def _checked(site: Site) -> str:
    """How much of the guide somebody has checked, and when last."""
    services = site.catalogue.services.values()
    days = [service.verified.date for service in services if service.verified is not None]
    if not days:
        return "Ingen har kontrollerat uppgifterna sedan dess."
    number = f"{len(days)} av {len(services)}"
    return f"{number} tjänster är kontrollerade, senast {words.day(max(days))}."
