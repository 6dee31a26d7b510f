from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.load.fault import Fault
from generator.load.loaded import Loaded
from generator.model.catalogue import Catalogue
from generator.model.outline import Spot, outline

F = TypeVar("F", bound=Fault)


@dataclass(frozen=True)
class Case:
    """What a rule may look at: what was loaded, and what is worked out from it once for all."""

    loaded: Loaded

    @property
    def catalogue(self) -> Catalogue:
        return self.loaded.catalogue

    def faults(self, kind: type[F]) -> Iterator[F]:
        """The faults of the writing of one kind."""
        return (fault for fault in self.loaded.faults if isinstance(fault, kind))

    @cached_property
    def outlines(self) -> dict[str, tuple[Spot, ...]]:
        """Each service's steps, choices and options."""
        return {id_: tuple(outline(s)) for id_, s in self.catalogue.services.items()}
