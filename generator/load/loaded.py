from dataclasses import dataclass, field

from generator.load.fault import Fault
from generator.model.catalogue import Catalogue
from generator.source import Places


@dataclass(frozen=True)
class Loaded:
    """What was read: the catalogue as far as it could be, and every fault of the writing."""

    catalogue: Catalogue
    places: Places
    faults: tuple[Fault, ...] = ()
    broken: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Section and id of each entry that stands in a file but could not be read."""
    whole: bool = True
    """Whether every file could be read to its end."""

    def knows(self, section: str, entry: str) -> bool:
        """Whether an entry of that id was written, readable or not."""
        return (section, entry) in self.broken or entry in getattr(self.catalogue, section)
