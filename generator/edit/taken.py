"""Whether an id is free: neither in use nor a former id, to which old links still lead."""

from generator.checks.wording import quote
from generator.edit.change import RefusedError
from generator.load import Loaded
from generator.model.outline import Spot, outline


def check_free(loaded: Loaded, section: str, id_: str, *, owner: str = "") -> None:
    """Raises RefusedError if the id is taken in the section.

    The owner is the entry that may have it as a former id: it is about to be called so again.
    """
    if loaded.knows(section, id_):
        span = loaded.places.span((section, id_), key=True)
        where = f"{span.file}:{span.line}"
        message = f"{quote(id_)} finns redan i avsnittet `{section}` ({where}); välj ett annat id"
        raise RefusedError(message)
    for entry in getattr(loaded.catalogue, section).values():
        if id_ in entry.former_ids and entry.id != owner:
            message = (
                f"{quote(id_)} är ett tidigare id för {quote(entry.id)} i avsnittet `{section}`, "
                "och gamla länkar leder dit; välj ett annat id"
            )
            raise RefusedError(message)


def check_free_step(loaded: Loaded, spot: Spot, id_: str) -> None:
    """As `check_free`, for a step, choice or option beside those that it shares its ids with."""
    scope = spot.id.rpartition("/")[0]
    service = loaded.catalogue.services[spot.id.partition("/")[0]]
    beside = [other for other in outline(service) if other.id.rpartition("/")[0] == scope]
    for other in beside:
        if other.item.id == id_:
            what = f"{quote(f'{scope}/{id_}')} finns redan; välj ett annat id"
            raise RefusedError(what)
        if id_ in other.item.former_ids and other.id != spot.id:
            what = f"{quote(f'{scope}/{id_}')} är ett tidigare id för {quote(other.id)}"
            raise RefusedError(f"{what}, och gamla länkar leder dit; välj ett annat id")
