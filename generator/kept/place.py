"""Where it is kept: in the user's folder for what can be made again, if that is the user's own."""

from generator.kept.program import makings
from generator.store import Store
from generator.user_cache import own_folder


def store(name: str) -> Store | None:
    """The store of that name, for this program alone; None where nothing can be kept."""
    folder = own_folder(name)
    return None if folder is None else Store(folder, makings())
