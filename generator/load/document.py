"""One YAML file's text becomes data with places, as far as it can be read."""

from typing import Final

from generator.load.conflict import conflicts
from generator.load.fault import DuplicateKeyFault, SyntaxFault
from generator.load.packed import PackedMap
from generator.source import SourceText

MAX_VALUES: Final = 200_000
"""Keys and values of a file, which take up to 200 bytes of memory each while they are read.
A catalogue of 2,500 services has 290,000 in its 57 files."""
MAX_VALUES_IN_ALL: Final = 6_000_000
"""Of all files together: twice those of 25,000 services."""
MAX_DEPTH: Final = 32
"""Nesting; the model itself reaches 12, and each step inside an option inside an option adds 4."""

MAX_FAULTS: Final = 1_000
"""So many in one file that nobody reads them all; each costs time and memory to tell of."""


class Room:
    """How many keys and values may still be read, of all files of the folder together."""

    def __init__(self) -> None:
        self.left = MAX_VALUES_IN_ALL


def read_document(
    source: SourceText, room: Room | None = None
) -> tuple[PackedMap, list[SyntaxFault | DuplicateKeyFault]]:
    """The data of a file, as far as it can be read, and what was wrong with its writing."""
    if found := [*conflicts(source)]:
        return PackedMap(), [*found]
    # Imported when something is read: mostly another process does that while this one imports the
    # model, and PyYAML takes a fifth as long to import.
    from generator.load.events import Reader  # noqa: PLC0415

    reader = Reader(source, room or Room())
    return reader.read(), reader.faults
