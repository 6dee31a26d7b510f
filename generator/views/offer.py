"""What a service is, who must have it, and what it costs."""

from generator.model.catalogue import Catalogue
from generator.model.record import record
from generator.model.service import Kind, Service
from generator.views import addresses, words
from generator.views.grounds import Ground, Grounds
from generator.views.obligations import ObligationView


@record(frozen=True, kw_only=True, slots=True)
class CostView:
    payer: str
    note: str | None
    ground: Ground


@record(frozen=True, kw_only=True, slots=True)
class FunctionView:
    name: str
    text: str
    applies: str | None
    ground: Ground


@record(frozen=True, kw_only=True, slots=True)
class SuccessorView:
    name: str
    note: str | None
    address: str | None
    ground: Ground


@record(frozen=True, kw_only=True, slots=True)
class Offer:
    name: str
    is_service: bool
    summary: str
    text: str | None
    also_called: tuple[str, ...]
    formerly: tuple[str, ...]
    obligations: tuple[ObligationView, ...]
    no_action: str | None
    provider: str | None
    cost: CostView
    functions: tuple[FunctionView, ...]
    replaced_by: SuccessorView | None
    status: str
    checklist: str


def offer(catalogue: Catalogue, service: Service, obligations: tuple[ObligationView, ...]) -> Offer:
    grounds = Grounds(catalogue, service.source.ref)
    cost = service.cost
    return Offer(
        name=service.name,
        is_service=service.kind is Kind.SERVICE,
        summary=service.summary,
        text=service.text,
        also_called=service.also_called,
        formerly=service.formerly,
        obligations=obligations,
        no_action=service.no_action,
        provider=words.organisation(catalogue, service.provider) if service.provider else None,
        cost=CostView(
            payer=words.PAYER[cost.payer],
            note=cost.note,
            ground=grounds.of(None, None, cost.source),
        ),
        functions=tuple(_functions(catalogue, service, grounds)),
        replaced_by=_successor(service, grounds),
        status=words.STATUS[service.status],
        checklist=addresses.service_checklist(service.id),
    )


def _functions(catalogue: Catalogue, service: Service, grounds: Grounds) -> list[FunctionView]:
    return [
        FunctionView(
            name=function.name,
            text=function.text,
            applies=words.applies(catalogue, function),
            ground=grounds.of(None, None, function.source),
        )
        for function in service.functions
    ]


def _successor(service: Service, grounds: Grounds) -> SuccessorView | None:
    found = service.replaced_by
    if found is None:
        return None
    return SuccessorView(
        name=found.name,
        note=found.note,
        address=found.address,
        ground=grounds.of(None, None, found.source),
    )
