# ruff: noqa: E501 - a line of YAML is a line here

"""Catalogues that are well written and wrong: what services need, who must have them, and days."""

from collections.abc import Iterator
from typing import Final

from tests.mutations.mutant import Make, Mutant, reported
from tests.mutations.world import World

_SERVICE: Final = "name: Ny, summary: Den är ny., source: SOURCE"


def _one(world: World, section: str) -> str:
    return str(next(iter(getattr(world.loaded.catalogue, section))))


def _new(name: str, rule: str, row: int, text: str) -> None:
    """A kind that adds a file; its words in capitals stand for what the world has."""

    def make(world: World) -> Iterator[Mutant]:
        catalogue = world.loaded.catalogue
        must = ", ".join(f"{model}: mandatory" for model in catalogue.models)
        may = must.replace("mandatory", "optional")
        for target in catalogue.services:
            filled = text.replace("MUST", f"{_SERVICE}, obligation: {{{must}}}")
            filled = filled.replace("MAY", f"{_SERVICE}, obligation: {{{may}}}")
            filled = filled.replace("SOURCE", _one(world, "sources")).replace("TARGET", target)
            filled = filled.replace("ORGANISATION", _one(world, "organisations"))
            filled = filled.replace("MODEL", _one(world, "models"))
            yield Mutant({**world.files, "zz.yaml": filled}, ("zz.yaml", row), target)

    make.__name__ = name
    reported(rule)(make)


_new("need of itself", "unobtainable-service", 2, "services:\n  ny: {MUST, prerequisites: [ny]}\n")
_new("need of what nobody is offered", "prerequisite-not-offered", 3,
     "services:\n  en: {name: En, summary: En., source: SOURCE, obligation: {}}\n"
     "  ny: {MUST, prerequisites: [en]}\n")  # fmt: skip
_new("must rests on may", "mandatory-rests-on-optional", 3,
     "services:\n  en: {MAY}\n  ny: {MUST, prerequisites: [en]}\n".replace("{MAY}", "{MAY, also_called: [x1]}"))  # fmt: skip
_new(
    "one option", "single-option", 2, "services:\n  ny: {MUST, prerequisites: [{any: [TARGET]}]}\n"
)
_new("alternative that nobody gets", "idle-alternative", 2,
     "services:\n  ny: {MUST, prerequisites: [{any: [TARGET, ny]}]}\n")  # fmt: skip
_new("need said twice", "redundant-prerequisite", 6,
     "services:\n  en: {name: En, summary: En., source: SOURCE, obligation: {MODEL: mandatory},\n"
     "       prerequisites: [TARGET]}\n  ny: {name: Ny, summary: Ny., source: SOURCE,\n"
     "       obligation: {MODEL: mandatory}, prerequisites: [\n         TARGET,\n         en]}\n")  # fmt: skip
_new("silenced error", "weakened-rule", 2,
     "overrides:\n  a: {rule: unknown-reference, severity: off, because: Så., until: 2027-06-30}\n")  # fmt: skip
_new("override past its day", "expired-override", 2,
     "overrides:\n  a: {rule: long-sentence, severity: off, because: Så., until: 2026-06-30}\n")  # fmt: skip
_new("override of no rule", "unknown-reference", 2,
     "overrides:\n  a: {rule: finns-inte, severity: off, because: Så., until: 2027-06-30}\n")  # fmt: skip
_new("override of no entry", "unknown-reference", 2,
     "overrides:\n  a: {rule: long-sentence, places: [forms/finns-inte], severity: off, "
     "because: Så., until: 2027-06-30}\n")  # fmt: skip
_new("contact that nobody names", "unused-contact", 2,
     "contacts:\n  ny: {role: Ny, organisation: ORGANISATION, source: SOURCE}\n")  # fmt: skip
_new("person whom nobody asked", "unverified-person", 2,
     "contacts:\n  ny: {role: Ny, person: Bo Ek, organisation: ORGANISATION, source: SOURCE}\n")  # fmt: skip
_new("fact that nobody asks for", "unused-fact", 2, "facts:\n  ny: {name: Ny, source: SOURCE}\n")
_FORM: Final = "forms:\n  ny: {title: Ny, explanation: Ny., source: SOURCE}\n"
_new("form that nobody fills in", "unused-form", 2, _FORM)
_new("form for nobody", "form-without-recipient", 2, _FORM)
_new("form at no address", "link-without-address", 2, _FORM)
_new(
    "replaced by nothing",
    "replaced-without-successor",
    2,
    "services:\n  ny: {MUST, status: replaced}\n",
)
_new("name that is taken", "ambiguous-name", 3,
     "services:\n  en: {name: Ett namn, summary: En., source: SOURCE, obligation: {}}\n"
     "  ny: {name: Ny, also_called: [Ett namn], summary: Ny., source: SOURCE, obligation: {}}\n")  # fmt: skip
_new("checked long ago", "stale-fact", 2,
     "services:\n  ny: {MUST, verified: {date: 2020-01-01, by: B, how: H, source: S}}\n")  # fmt: skip
_new("checked tomorrow", "verified-in-advance", 2,
     "services:\n  ny: {MUST, verified: {date: 2027-12-01, by: B, how: H, source: S}}\n")  # fmt: skip
_new("until before from", "invalid-period", 2,
     "services:\n  ny: {MUST, from: 2027-06-01, until: 2027-05-01}\n")  # fmt: skip
_new("occasion in another month", "deadline-in-the-wrong-month", 3,
     "recurring:\n  ny: {title: Ny, text: Ny., rule: {kind: mid-month}, source: SOURCE,\n"
     "       timetable: [{month: 2027-03, closes: 2027-04-03, source: SOURCE}]}\n")  # fmt: skip
_new("month twice", "invalid-period", 4,
     "recurring:\n  ny: {title: Ny, text: Ny., rule: {kind: mid-month}, source: SOURCE,\n"
     "       timetable: [{month: 2027-03, closes: 2027-03-03, source: SOURCE},\n"
     "                   {month: 2027-03, closes: 2027-03-04, source: SOURCE}]}\n")  # fmt: skip
_new("needed without a reason", "wrong-type", 2,
     "services:\n  ny: {name: Ny, summary: Ny., source: SOURCE, obligation: {MODEL: needed}}\n")  # fmt: skip
_new("condition without words", "wrong-type", 2,
     "services:\n  ny: {name: Ny, summary: Ny., source: SOURCE, obligation: {MODEL: conditional}}\n")  # fmt: skip
_new("two times at once", "wrong-type", 2,
     "services:\n  ny: {MUST, steps: [{id: a, title: A, lead_time: {time: 1d, assume: 2d}}]}\n")  # fmt: skip
_new("external without a source", "wrong-type", 2,
     "services:\n  ny: {MUST, steps: [{id: a, title: A, basis: external}]}\n")  # fmt: skip
_new("rests on what no source settles", "mandatory-rests-on-unspecified", 3,
     "services:\n  en: {name: En, summary: En., source: SOURCE, obligation: {MODEL: unspecified}}\n"
     "  ny: {name: Ny, summary: Ny., source: SOURCE, obligation: {MODEL: mandatory}, prerequisites: [en]}\n")  # fmt: skip
_new("dominated option", "dominated-option", 4,
     "services:\n  ny: {MUST, steps: [{choose: val, title: Välj, options: [\n"
     "    {id: a, title: A, steps: [{id: s, title: S, lead_time: 1d}]},\n"
     "    {id: b, title: B, prerequisites: [TARGET], steps: [{id: s, title: S, lead_time: 9d}]}]}]}\n")  # fmt: skip


def _turned(world: World) -> Iterator[Mutant]:
    """An edge that runs the other way too: what is needed needs what needs it.

    Where there is another way, through another option, it is not the service that goes.
    """
    for spot in world.spots:
        target = spot.value.partition("/")[0]
        own = str(spot.path[1])
        is_need = spot.key in {"need", "prerequisites"} and spot.path[0] == "services"
        if is_need and target != own and not {"any", "options"} & {*spot.path}:
            yield Mutant(world.with_value(spot, own), (spot.file, spot.line), own)


_turn: Make = _turned
_turn.__name__ = "edge turned to itself"
reported("unobtainable-service")(_turn)


_new("unknown time that all wait for", "unknown-lead-time", 2,
     "services:\n  ny: {MUST, steps: [{id: a, title: A, actor: ORGANISATION}]}\n")  # fmt: skip
