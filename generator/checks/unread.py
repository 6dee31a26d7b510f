"""What cannot be told from what was read, for a fault that is reported itself."""

from generator.checks.nearest import nearest
from generator.load.fault import ShapeFault
from generator.load.loaded import Loaded


def may_be_unread(loaded: Loaded, section: str, id_: str) -> bool:
    """Whether an entry that could not be read was probably meant to have the id."""
    return nearest(id_, (broken for where, broken in loaded.broken if where == section)) is not None


def is_section_unread(loaded: Loaded, section: str) -> bool:
    """Whether something is wrong with the section itself: its form, or how its name is spelt."""
    faults = (fault for fault in loaded.faults if isinstance(fault, ShapeFault))
    return nearest(section, (str(f.path[0]) for f in faults if len(f.path) == 1)) is not None


def is_section_empty(loaded: Loaded, section: str) -> bool:
    """Whether no file has an entry of the section, readable or not."""
    unread = (where for where, _ in loaded.broken)
    return not getattr(loaded.catalogue, section) and section not in unread
