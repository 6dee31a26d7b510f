from collections.abc import Iterator

from generator.chains.graph import offered
from generator.checks.asked import asked
from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import joined
from generator.diagnostics import Severity
from generator.model.need import Reference
from generator.model.outline import DataPath


@rule(Severity.ERROR, Reads.CATALOGUE, on_graphs=True)
def prerequisite_not_offered(case: Case) -> Iterator[Finding]:
    missing: dict[tuple[DataPath, str, str], list[str]] = {}
    for model, graph in case.graphs_of_one_model:
        for edge in graph.dropped:
            service = edge.need.service if isinstance(edge.need, Reference) else ""
            wanted = case.catalogue.services.get(service)
            if not case.uncertain.isdisjoint({service, graph.services[edge.node]}):
                continue
            if wanted is not None and not offered(wanted, graph.profile):
                models = missing.setdefault((asked(edge), graph.services[edge.node], service), [])
                models += [model] if model not in models else []
    for (path, service, wanted_id), models in missing.items():
        names = joined([case.catalogue.models[model].name for model in models], " och ")
        them = "modellen" if len(models) == 1 else "modellerna"
        yield Finding(
            place=path,
            message=f"`{service}` kräver `{wanted_id}`, som inte erbjuds {names}",
            help=f"lägg till {them} under `obligation` i `{wanted_id}`, ge en annan väg med "
            "`any:`, eller begränsa kravet med `models:`",
        )
