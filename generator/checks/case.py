from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TypeVar

from generator.chains.graph import Graph, Node, build
from generator.chains.obtainable import obtainable
from generator.chains.stuck import Knot, knots
from generator.diagnostics import Severity
from generator.load.fault import Fault, ShapeFault
from generator.load.loaded import Loaded
from generator.model.catalogue import SECTIONS, Catalogue
from generator.model.entry import Dated, Part
from generator.model.outline import Spot, outline
from generator.model.paths import DataPath, Leaf
from generator.model.profile import Profile, profiles
from generator.model.service import Level, Obligation
from generator.model.walk import Placed, every_part, inside, kinds_with, leaves, texts
from generator.source import Places

F = TypeVar("F", bound=Fault)


@dataclass(frozen=True)
class Case:
    """What a rule may look at: what was loaded, and what is worked out from it once for all."""

    loaded: Loaded
    as_of: date
    """The day on which a fact is fresh or old."""
    severities: Mapping[str, Severity]
    """Every rule there is, by name, with the severity it has of itself."""

    @property
    def catalogue(self) -> Catalogue:
        return self.loaded.catalogue

    def faults(self, kind: type[F]) -> Iterator[F]:
        """The faults of the writing of one kind."""
        return (fault for fault in self.loaded.faults if isinstance(fault, kind))

    @property
    def places(self) -> Places:
        return self.loaded.places

    @property
    def unread(self) -> Iterator[tuple[DataPath, str]]:
        """The scalars that did not fit, as they were written."""
        for fault in self.faults(ShapeFault):
            if fault.given and not fault.on_key and fault.span is None:
                yield fault.path, fault.given

    @cached_property
    def outlines(self) -> dict[str, tuple[Spot, ...]]:
        """Each service's steps, choices and options."""
        return {id_: tuple(outline(s)) for id_, s in self.catalogue.services.items()}

    @cached_property
    def parts(self) -> tuple[Placed, ...]:
        """Every part of every entry that could be read."""
        return tuple(every_part(self.catalogue))

    @cached_property
    def dated(self) -> dict[DataPath, Dated]:
        """Those of them that begin or end on a day, by place.

        Mostly none does, and then the places are not made: what is in force is asked before another
        process begins, and at 2,500 services all places take four times as long as this look.
        """
        if not self._has_dates:
            return {}
        found = ((each.path, each.part) for each in self.parts if isinstance(each.part, Dated))
        return {path: part for path, part in found if part.begins or part.until}

    @property
    def _has_dates(self) -> bool:
        entries = (e for name in SECTIONS for e in getattr(self.catalogue, name).values())
        dated = (part for entry in entries for part in inside(entry, Dated))
        return any(part.begins or part.until for part in dated)

    def parts_of(self, *kinds: type[Part]) -> Iterator[Placed]:
        """Those of the kinds: to ask pydantic's class of each part takes five times as long."""
        of = {kind for kind in self._kinds if issubclass(kind, kinds)}
        return (placed for placed in self.parts if type(placed.part) in of)

    @cached_property
    def _kinds(self) -> frozenset[type[Part]]:
        return frozenset([type(part) for part, _ in self.parts])

    @cached_property
    def texts(self) -> defaultdict[str, set[str]]:
        """Of each field what is said in it anywhere."""
        return texts(self.parts)

    def leaves_of(self, fields: frozenset[str]) -> Iterator[Leaf]:
        """Every scalar of those parts that stands in one of the fields."""
        kinds = kinds_with(fields)
        return chain.from_iterable(leaves(placed, fields) for placed in self.parts_of(*kinds))

    @cached_property
    def uncertain(self) -> frozenset[str]:
        """The services of which nobody can tell who is offered them: a model named is unknown."""
        knows = self.loaded.knows
        return frozenset(
            id_
            for id_, service in self.catalogue.services.items()
            if not all(knows("models", model) for model in service.obligation)
        )

    @cached_property
    def graphs(self) -> dict[Profile, Graph]:
        """The graph of each profile that the catalogue must hold for.

        What is uncertain has the benefit of the doubt: there it is offered to everyone.
        """
        everyone = dict.fromkeys(self.catalogue.models, Obligation(level=Level.UNSPECIFIED))
        services = {
            id_: service.model_copy(update={"obligation": everyone})
            if id_ in self.uncertain
            else service
            for id_, service in self.catalogue.services.items()
        }
        catalogue = replace(self.catalogue, services=services)
        return {p: build(catalogue, p) for p in profiles(catalogue)}

    @cached_property
    def orders(self) -> dict[Profile, list[Node]]:
        """For each of them, what can be obtained, each after enough of what it rests on."""
        return {profile: obtainable(graph) for profile, graph in self.graphs.items()}

    @cached_property
    def knots(self) -> dict[Profile, list[Knot]]:
        """For each of them, why some of it cannot."""
        return {p: knots(graph, self.orders[p]) for p, graph in self.graphs.items()}

    @property
    def graphs_of_one_model(self) -> Iterator[tuple[str, Graph]]:
        """Those for a single model, since an obligation is a single model's."""
        for profile, graph in self.graphs.items():
            if len(profile.models) == 1:
                yield next(iter(profile.models)), graph

    def profiles_in_words(self, some: AbstractSet[Profile], among: AbstractSet[Profile]) -> str:
        """Which profiles of one model, by name; empty when it is all those it could be."""
        single = {p for p in among if len(p.models) == 1}
        if single <= some:
            return ""
        named = []
        for model in self.catalogue.models.values():
            of_it = {p for p in single if model.id in p.models}
            if of_it and of_it <= some:
                named.append(model.name)
            else:
                named += [f"{model.name}, {self._operator(p)}" for p in single & some & of_it]
        return " och ".join(sorted(named))

    def _operator(self, profile: Profile) -> str:
        (id_,) = profile.operators
        return self.catalogue.operators[id_].name.lower()
