"""Whether a unit must have a service, as a label in words."""

from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.guide import CareModel
from generator.model.service import Service
from generator.views import addresses, words

NOT_OFFERED = "Nämns inte"


@dataclass(frozen=True, kw_only=True, slots=True)
class ObligationView:
    model: str
    page: str
    """The care model's page."""
    label: str
    kind: str
    """The level's own name: what the label's shape follows."""
    condition: str | None = None
    because: str | None = None


def obligations(catalogue: Catalogue, service: Service) -> tuple[ObligationView, ...]:
    """One for each care model, also where the service is not offered."""
    return tuple(obligation(service, model) for model in catalogue.models.values())


def obligation(service: Service, model: CareModel) -> ObligationView:
    page, found = addresses.model(model.id), service.obligation.get(model.id)
    if found is None:
        return ObligationView(model=model.name, page=page, label=NOT_OFFERED, kind="none")
    return ObligationView(
        model=model.name,
        page=page,
        label=words.OBLIGATION[found.level],
        kind=found.level.value,
        condition=words.condition(found),
        because=found.because,
    )
