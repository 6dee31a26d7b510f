"""What the forms and orders of a unit ask for, with room to write each fact once."""

from collections.abc import Iterator

from generator.model.guide import CareModel, Operator
from generator.model.record import record
from generator.sheets.sheet import Detail, Line, Link, Prose, Sheet
from generator.views import addresses, words
from generator.views.gather import Asker, Gathered, GatheredFact, Use, gathered
from generator.views.site import Site


@record(frozen=True, kw_only=True, slots=True)
class Row:
    """A fact, with room for what it is at the unit."""

    name: str
    tags: tuple[str, ...]
    text: tuple[Prose, ...]
    uses: tuple[Line, ...]


@record(frozen=True, kw_only=True, slots=True)
class Part:
    heading: str
    rows: tuple[Row, ...]


@record(frozen=True, kw_only=True, slots=True)
class Body:
    note: str
    parts: tuple[Part, ...]
    silent: tuple[Line, ...]
    """What no source says outright what it asks for."""


_NOTE = (
    "Skriv inget om patienter. Bladet kan innehålla uppgifter om er personal. Förvara det så att "
    "bara den som behöver det kommer åt det."
)


def gather_sheets(site: Site) -> Iterator[Sheet]:
    for model in site.catalogue.models.values():
        for operator in site.catalogue.operators.values():
            yield gather_sheet(site, model, operator)


def title(model: CareModel, operator: Operator) -> str:
    return f"Samla en gång: {model.name}, {words.within(operator.name)}"


def description(model: CareModel, operator: Operator) -> str:
    return (
        "Det här behöver ni ha till hands när ni fyller i blanketter och beställer, så "
        "långt källorna säger. De kan fråga efter mer. "
        f"Bladet gäller {model.name}, {words.within(operator.name)}."
    )


def gather_sheet(site: Site, model: CareModel, operator: Operator) -> Sheet:
    found = gathered(site, model.id, operator.id)
    return Sheet(
        kind="gather",
        address=addresses.gather(model.id, operator.id),
        name=f"samla-{model.id}-{operator.id}",
        title=title(model, operator),
        description=description(model, operator),
        blanks=("Enhet",),
        body=Body(
            note=_NOTE,
            parts=tuple(_parts(found)),
            silent=tuple(_asker(asker) for asker in found.silent),
        ),
        details=(Detail.LIST,),
    )


def _parts(found: Gathered) -> Iterator[Part]:
    for heading, is_certain in (("Det här behöver ni", True), ("Bara ibland", False)):
        rows = tuple(_row(fact) for fact in found.facts if fact.is_certain is is_certain)
        if rows:
            yield Part(heading=heading, rows=rows)


def _row(fact: GatheredFact) -> Row:
    return Row(
        name=fact.name,
        tags=("Personuppgift",) if fact.personal else (),
        text=tuple(Prose(text) for text in (fact.explanation, fact.where) if text),
        uses=tuple(_use(use) for use in fact.uses),
    )


def _use(use: Use) -> Line:
    basis = use.ground.basis
    return (*_asker(use.asker), f" ({basis.capitalize()}.)") if basis else _asker(use.asker)


def _asker(asker: Asker) -> Line:
    noun, where = ("Blanketten", "") if asker.is_form else ("Steget", f" i {asker.service}")
    conditions = "".join(f" {condition}." for condition in asker.conditions)
    return (f"{noun} «", Link(asker.title, asker.page), f"»{where}.{conditions}")
