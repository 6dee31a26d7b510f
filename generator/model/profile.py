from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.model.catalogue import Catalogue
from generator.model.entry import Applies
from generator.model.service import MUST


@dataclass(frozen=True, slots=True)
class Profile:
    """Who asks: one or more care models, and the form of operation.

    More than one operator is nobody in particular, for pages that speak to all of them.
    """

    models: frozenset[str]
    operators: frozenset[str]

    def has(self, part: Applies) -> bool:
        """Whether a step, prerequisite or option exists here."""
        return (not part.models or not self.models.isdisjoint(part.models)) and (
            not part.operators or not self.operators.isdisjoint(part.operators)
        )


def profiles(catalogue: Catalogue) -> Iterator[Profile]:
    """Each model alone and each pair of models, with each operator: all that must hold.

    Where the catalogue tells no operators apart there is still somebody who asks.
    """
    alone = [(model,) for model in catalogue.models]
    operators = [frozenset({id_}) for id_ in catalogue.operators] or [frozenset[str]()]
    for models in [*alone, *combinations(catalogue.models, 2)]:
        for operator in operators:
            yield Profile(frozenset(models), operator)


def everyone(catalogue: Catalogue, *models: str) -> Profile:
    """The models named, or all, whatever the operator."""
    return Profile(frozenset(models or catalogue.models), frozenset(catalogue.operators))


def somebody(catalogue: Catalogue, model: str, operator: str | None) -> Profile:
    """A unit of the model, run by the operator; by any of them if none is named."""
    operators = catalogue.operators if operator is None else (operator,)
    return Profile(frozenset({model}), frozenset(operators))


def must_have(catalogue: Catalogue, profile: Profile) -> list[str]:
    """Ids of the services that any model of the profile must have, in written order."""
    models = profile.models
    musts: dict[int, bool] = {}  # by what stands in memory: most services share theirs
    found: list[str] = []
    for id_, service in catalogue.services.items():
        obligation = service.obligation
        must = musts.get(id(obligation))
        if must is None:
            told = (each.level in MUST for model, each in obligation.items() if model in models)
            musts[id(obligation)] = must = any(told)
        if must:
            found.append(id_)
    return found
