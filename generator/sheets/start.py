"""The start checklist: everything that a unit of a model, run by an operator, does before start."""

from collections.abc import Iterator

from generator.model.guide import CareModel, Operator
from generator.sheets.entries import Entries, advice
from generator.sheets.notes import replaced_note, stop_note
from generator.sheets.sheet import Checklist, Group, Link, Note, NoteKind, Section, Sheet
from generator.views import addresses, words
from generator.views.site import Site
from generator.views.stages import Group as Cut
from generator.views.stages import Stage, stages
from generator.views.steps import every

_READ = Entries(card=False)


def start_sheets(site: Site) -> Iterator[Sheet]:
    for model in site.catalogue.models.values():
        for operator in site.catalogue.operators.values():
            yield start_sheet(site, model, operator)


def title(model: CareModel, operator: Operator) -> str:
    return f"Checklista inför start: {model.name}, {words.within(operator.name)}"


def description(model: CareModel, operator: Operator) -> str:
    return (
        "Allt som ni ska göra före start, i den ordning som det kan göras. "
        f"Listan gäller {model.name}, {words.within(operator.name)}."
    )


def start_sheet(site: Site, model: CareModel, operator: Operator) -> Sheet:
    told: set[str] = set()
    way = stages(site, model.id, operator.id)
    items = [item for stage in way for group in stage.groups for item in group.items]
    return Sheet(
        kind="start",
        address=addresses.start_checklist(model.id, operator.id),
        name=f"checklista-{model.id}-{operator.id}",
        title=title(model, operator),
        description=description(model, operator),
        blanks=("Enhet", "Start"),
        body=Checklist(facts=advice(items), sections=tuple(_section(stage, told) for stage in way)),
    )


def _section(stage: Stage, told: set[str]) -> Section:
    when = "börja genast" if stage.number == 1 else "när ni har fått svar"
    return Section(
        heading=f"Omgång {stage.number}: {when}",
        anchor=f"omgang-{stage.number}",
        groups=tuple(_group(group, told) for group in stage.groups),
    )


def _group(group: Cut, told: set[str]) -> Group:
    return Group(
        heading=Link(group.name, group.address),
        notes=tuple(_notes(group, told)),
        entries=_READ.of(group.items),
    )


def _notes(group: Cut, told: set[str]) -> Iterator[Note]:
    """What must not be missed here; a stop is told in full where it bites first."""
    if group.successor:
        yield replaced_note(group.successor)
    if group.awaits:
        answers = (
            view.step if view.service == group.name else f"{view.service}: {view.step}"
            for view in group.awaits
        )
        yield Note(kind=NoteKind.WAITS, title=f"Väntar på: {', '.join(answers)}")
    for item in every(group.items):
        for stop in item.work.stops if item.work else ():
            if stop.id not in told:
                told.add(stop.id)
                yield stop_note(stop)
