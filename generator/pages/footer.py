"""The footer's slot: who publishes the guide, and what most of it was read from."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from generator.views.site import Site


def footer(site: Site) -> Mapping[str, Any]:
    catalogue = site.catalogue
    cited = Counter(service.source.ref for service in catalogue.services.values())
    home = next((catalogue.sources[ref] for ref, _ in cited.most_common(1)), None)
    return {"publisher": site.guide.publisher, "home": home}
