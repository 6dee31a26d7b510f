from collections.abc import Iterator
from typing import Final

from generator.checks.case import Case
from generator.checks.nearest import nearest
from generator.checks.rule import Finding, Reads, rule
from generator.checks.unread import is_section_empty, is_section_unread, may_be_unread
from generator.checks.wording import listing, quote
from generator.diagnostics import Severity
from generator.model.catalogue import SECTIONS
from generator.model.override import Override
from generator.model.paths import DataPath, Leaf
from generator.model.references import REFERS_TO
from generator.model.service import Service
from generator.model.step import UNIT, Option
from generator.model.walk import Placed

_CALLED: Final = {
    "contacts": "kontakten",
    "facts": "uppgiften",
    "forms": "blanketten",
    "links": "länken",
    "models": "vårdvalsmodellen",
    "operators": "driftsformen",
    "organisations": "organisationen",
    "recurring": "det återkommande datumet",
    "services": "tjänsten",
    "sources": "källan",
    "stops": "stoppet",
}


_FEW: Final = 5
"""So many that they can all be named."""


@rule(Severity.ERROR, Reads.CATALOGUE)
def unknown_reference(case: Case) -> Iterator[Finding]:
    astray: dict[str, list[Leaf]] = {}
    for leaf in case.leaves_of(_astray(case)):
        section = REFERS_TO[leaf.field]
        if _is_unknown(case, leaf.field, leaf.value):
            astray.setdefault(section, []).append(leaf)
        elif leaf.field == "need" and _is_step_unknown(case, leaf.value):
            yield _step(case, leaf)
    for section, leaves in astray.items():
        if not is_section_empty(case.loaded, section):
            yield from (_entry(case, leaf, section) for leaf in leaves)
        elif not is_section_unread(case.loaded, section):
            yield _whole_section(section, leaves)
    for placed in case.parts_of(Service, Option):
        yield from _siblings(placed)
    yield from _overrides(case)


def _astray(case: Case) -> frozenset[str]:
    """The fields in which something that is not there is referred to: mostly none."""
    return frozenset(
        field
        for field in REFERS_TO
        if any(_is_unknown(case, field, each) for each in case.texts[field])
        or (field == "need" and any(_is_step_unknown(case, each) for each in case.texts[field]))
    )


def _entry_id(reference: str) -> str:
    """A prerequisite may name a step after its service."""
    return reference.partition("/")[0]


def _is_unknown(case: Case, field: str, reference: str) -> bool:
    section, id_ = REFERS_TO[field], _entry_id(reference)
    is_unit = field == "actor" and id_ == UNIT
    is_known = case.loaded.knows(section, id_) or may_be_unread(case.loaded, section, id_)
    return not is_unit and not is_known


def _entry(case: Case, leaf: Leaf, section: str) -> Finding:
    id_ = _entry_id(leaf.value)
    known = [*getattr(case.catalogue, section), *([UNIT] if leaf.field == "actor" else [])]
    otherwise = f"lägg till {quote(id_)} i avsnittet `{section}`"
    return Finding(
        place=leaf.path,
        on_key=leaf.on_key,
        message=f"{_CALLED[section]} {quote(id_)} finns inte",
        help=_help(id_, known, otherwise),
    )


def _whole_section(section: str, leaves: list[Leaf]) -> Finding:
    first, *others = leaves
    count = f"{len(leaves)} hänvisningar" if others else "1 hänvisning"
    wanted = listing(dict.fromkeys(_entry_id(leaf.value) for leaf in leaves), " och ")
    return Finding(
        place=first.path,
        on_key=first.on_key,
        message=f"avsnittet `{section}` saknas helt; {count} går dit",
        help=f"lägg tillbaka filen där avsnittet stod, eller skriv det på nytt med {wanted}",
    )


def _is_step_unknown(case: Case, reference: str) -> bool:
    service, _, step = reference.partition("/")
    spots = case.outlines.get(service)
    return bool(step) and spots is not None and all(spot.id != reference for spot in spots)


def _step(case: Case, leaf: Leaf) -> Finding:
    service, _, step = leaf.value.partition("/")
    known = [spot.id.partition("/")[2] for spot in case.outlines[service]]
    return Finding(
        place=leaf.path,
        message=f"steget {quote(step)} finns inte i tjänsten {quote(service)}",
        help=_step_help(service, step, known),
    )


def _step_help(service: str, step: str, known: list[str]) -> str:
    last = step.rpartition("/")[2]
    elsewhere = next((id_ for id_ in known if id_.rpartition("/")[2] == last), None)
    meant = nearest(step, known) or elsewhere
    if meant:
        return f"skriv {quote(f'{service}/{meant}')}, om det är det ni menar"
    if known:
        return f"välj ett steg som finns i {quote(service)}: {listing(known)}"
    return f"skriv {quote(service)} för hela tjänsten, som inte har några steg"


def _siblings(placed: Placed) -> Iterator[Finding]:
    if not isinstance(placed.part, Service | Option):
        return
    items = placed.part.steps
    known = [item.id for item in items]
    for position, item in enumerate(items):
        for index, id_ in enumerate(item.after or ()):
            if id_ not in known:
                yield Finding(
                    place=(*placed.path, "steps", position, "after", index),
                    message=f"steget {quote(id_)} finns inte i samma lista",
                    help=_help(id_, known, "skriv steg i andra listor under `prerequisites`"),
                )


def _overrides(case: Case) -> Iterator[Finding]:
    for id_, override in case.catalogue.overrides.items():
        yield from _override(case, override, ("overrides", id_))


def _override(case: Case, override: Override, here: DataPath) -> Iterator[Finding]:
    known = list(case.severities)
    if override.rule not in known:
        yield Finding(
            place=(*here, "rule"),
            message=f"regeln {quote(override.rule)} finns inte",
            help=_help(override.rule, known, "välj en som `startklar rules` räknar upp"),
        )
    for position, place in enumerate(override.places):
        section, _, id_ = place.partition("/")
        if place != "guide" and not _is_entry(case, section, id_):
            yield Finding(
                place=(*here, "places", position),
                message=f"posten {quote(place)} finns inte",
                help=_help(place, _entries(case), "ta bort den ur `places`"),
            )


def _is_entry(case: Case, section: str, id_: str) -> bool:
    return section in SECTIONS and case.loaded.knows(section, id_)


def _entries(case: Case) -> list[str]:
    return [f"{name}/{id_}" for name in SECTIONS for id_ in getattr(case.catalogue, name)]


def _help(written: str, known: list[str], otherwise: str) -> str:
    meant = nearest(written, known)
    if meant:
        return f"skriv {quote(meant)}, om det är det ni menar; annars {otherwise}"
    if 0 < len(known) <= _FEW:
        return f"välj {listing(known)}; annars {otherwise}"
    return otherwise
