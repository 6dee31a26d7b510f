"""What a rule on texts looks at: of a whole case, or of a few files without the model."""

from collections.abc import Iterable
from typing import Protocol

from generator.model.paths import DataPath, Leaf
from generator.source import Places


class Written(Protocol):
    @property
    def leaves(self) -> Iterable[Leaf]:
        """Every scalar that could be read."""

    @property
    def unread(self) -> Iterable[tuple[DataPath, str]]:
        """What could not be, as it was written."""

    @property
    def places(self) -> Places: ...
