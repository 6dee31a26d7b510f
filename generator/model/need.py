"""What must be done before something else may begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from generator.model.entry import Grounded
from generator.model.scalars import (
    A_TARGET,
    TARGET_PATTERN,
    EmptyIfNothing,
    Id,
    Target,
    Text,
    expected,
)
from generator.model.written import AlsoWritten


class Reference(Grounded):
    need: Target
    """Det som ska vara klart: `tjänst` (hela tjänsten) eller `tjänst/steg`."""

    @property
    def service(self) -> str:
        """The id of the service that the target lies in."""
        return self.need.partition("/")[0]


class AllOf(Grounded):
    all: tuple[Need, ...]
    """Allt detta ska vara klart."""


class AnyOf(Grounded):
    any: tuple[Need, ...]
    """Ett av dessa räcker."""
    id: Id | None = None
    """Id för valet, när enheten själv väljer. Kräver `title`."""
    title: Text | None = None
    """Valets rubrik, när enheten själv väljer. Kräver `id`."""

    @model_validator(mode="after")
    def _decided_by_the_unit_or_by_the_plan(self) -> AnyOf:
        if (self.id is None) != (self.title is None):
            raise expected("både `id` och `title`, eller inget av dem")
        return self


def _bare_target(value: Any) -> Any:
    return {"need": value} if isinstance(value, str) else value


def _kind(value: Any) -> str:
    if isinstance(value, AllOf) or (isinstance(value, dict) and "all" in value):
        return "AllOf"
    if isinstance(value, AnyOf) or (isinstance(value, dict) and "any" in value):
        return "AnyOf"
    return "Reference"


Need = Annotated[
    Annotated[Reference, Tag("Reference")]
    | Annotated[AllOf, Tag("AllOf")]
    | Annotated[AnyOf, Tag("AnyOf")],
    Discriminator(_kind),
    BeforeValidator(_bare_target),
    AlsoWritten(TARGET_PATTERN, A_TARGET),
]
Needs = Annotated[tuple[Need, ...], EmptyIfNothing, Field(default=())]

# A prerequisite inside a prerequisite; until told, pydantic leaves that name unresolved.
AllOf.model_rebuild(force=True)
AnyOf.model_rebuild(force=True)


def inner(need: Need) -> tuple[Need, ...]:
    """The prerequisites that a group is made of; a reference is made of none."""
    if isinstance(need, Reference):
        return ()
    return need.any if isinstance(need, AnyOf) else need.all


def references(need: Need) -> Iterator[Reference]:
    """Every service and step that the prerequisite names, in written order."""
    if isinstance(need, Reference):
        yield need
    for part in inner(need):
        yield from references(part)
