"""How old what a paper says is. The day it is made says nothing of that."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.entry import Verified
from generator.model.record import record
from generator.model.walk import inside
from generator.views import words
from generator.views.site import Site, once


@record(frozen=True, slots=True)
class Dated:
    words: str
    """A sentence for the foot of the paper."""
    day: date | None
    """None when no one has written a day."""


def dated(catalogue: Catalogue) -> Dated:
    """By the last check of any fact, else by what the source of most services says of itself."""
    checks = [verified.date for verified in _verified(catalogue)]
    if checks:
        last = max(checks)
        return Dated(f"Senaste kontroll av en uppgift i guiden: {words.day(last)}.", last)
    cited = [service.source for service in catalogue.services.values()]
    if not cited:  # on this day no service is in force
        return Dated("Uppgifterna är inte kontrollerade.", None)
    [(home, _)] = Counter(citation.ref for citation in cited).most_common(1)
    source = next(citation for citation in cited if citation.ref == home)
    return Dated(words.checked(catalogue, source, None), None)


@once
def guide_dated(site: Site) -> Dated:
    """As every paper of the guide is."""
    return dated(site.catalogue)


def _verified(catalogue: Catalogue) -> Iterator[Verified]:
    for section in SECTIONS:
        for entry in getattr(catalogue, section).values():
            yield from inside(entry, Verified)
