"""What somebody means who names an entry, or a step, choice or option of a service."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.nearest import nearest
from generator.checks.wording import listing, quote
from generator.edit.change import RefusedError
from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.outline import Spot, outline


@dataclass(frozen=True, slots=True)
class Named:
    section: str
    id: str
    spot: Spot | None = None
    """The step, choice or option, if it is not the whole entry."""

    @property
    def whole(self) -> str:
        """As references have it: `sjunet`, `sjunet/egen/bestall`."""
        return self.spot.id if self.spot else self.id


def named(catalogue: Catalogue, written: str) -> Named:
    """The one thing of that name, written `id`, `section:id` or `service/step`.

    Raises RefusedError, with what could be meant, if there is none or more than one.
    """
    section, colon, id_ = written.rpartition(":")
    if colon and section not in SECTIONS:
        meant = nearest(section, SECTIONS)
        hint = f"menar ni {quote(meant)}?" if meant else f"skriv {listing(SECTIONS)}"
        raise RefusedError(f"avsnittet {quote(section)} finns inte; {hint}")
    found = [one for one in _all(catalogue) if one.whole == id_ and section in ("", one.section)]
    if not found:
        raise RefusedError(_missing(catalogue, id_))
    if len(found) > 1:
        which = listing(f"{one.section}:{id_}" for one in found)
        raise RefusedError(f"{quote(id_)} finns i flera avsnitt; skriv {which}")
    return found[0]


def _all(catalogue: Catalogue) -> Iterator[Named]:
    for section in SECTIONS:
        yield from (Named(section, id_) for id_ in getattr(catalogue, section))
    for service in catalogue.services.values():
        yield from (Named("services", service.id, spot) for spot in outline(service))


def _missing(catalogue: Catalogue, id_: str) -> str:
    known = list(_all(catalogue))
    meant = nearest(id_, (one.whole for one in known))
    inner = [one.whole for one in known if one.spot and one.whole.endswith(f"/{id_}")]
    formerly = [
        entry.id
        for section in SECTIONS
        for entry in getattr(catalogue, section).values()
        if id_ in entry.former_ids
    ]
    if formerly:
        hint = f"det heter nu {listing(formerly)}"
    elif inner:
        hint = f"menar ni {listing(inner)}?"
    elif meant:
        hint = f"menar ni {quote(meant)}?"
    else:
        hint = "skriv ett id som finns, `avsnitt:id` eller `tjänst/steg`"
    return f"{quote(id_)} finns inte; {hint}"
