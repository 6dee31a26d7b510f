"""Each kind of change, in a reader's words; what the words leave out is the same."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from generator.diff.changes.catalogue import changes
from generator.diff.changes.labels import LABELS
from generator.diff.changes.renames import renames
from generator.model.catalogue import SECTIONS
from generator.model.entry import Part
from tests.diff.worlds import OTHERS, SERVICE, WORLD, compared, edited, side, told

TOLD_OTHERWISE = {
    *("id", "former_ids", "choose", "steps", "options"),  # what has an id is told by itself
    *(
        "need",
        "all",
        "any",
        "ref",
        "date",
        "by",
        "how",
    ),  # prerequisites and evidence are told whole
}

PROVA = "      - {id: prova, title: Prova nätet hemma, text: Gör så som det står i lathunden.}\n"
NET = "Tjänsten «Nätet»"
FORM = "Blanketten «Blankett för nätet»"
WAIT = "steget «Få nätet levererat»"
NEW_CONTACT = (
    "  luckan: {role",
    "  ny: {role: Ny, organisation: vgr, source: seed}\n  luckan: {role",
)

CHANGES = [
    # scalars, of entries and of steps
    (("name: Nätet", "name: Stamnätet"), ["Tjänsten «Stamnätet»: namn: «Nätet» → «Stamnätet»"]),
    (("provider: vgr", ""), [f"{NET}: borttaget – leverantör: Regionen"]),
    (
        ("lead_time: 14d", "lead_time: 4wd"),
        [f"{NET}: {WAIT}: leveranstid: «14 dagar» → «4 arbetsdagar»"],
    ),
    (("lead_time: 14d, ", ""), [f"{NET}: {WAIT}: leveranstid: «14 dagar» → «okänd»"]),
    (("actor: vgr,", "actor: unit,"), [f"{NET}: {WAIT}: vem som gör det: «Regionen» → «ni»"]),
    (
        ("lead_time: 14d", "lead_time: {time: 14d, because: Så står det.}"),
        [f"{NET}: {WAIT}: tillagt – leveranstid, skäl: Så står det."],
    ),
    (
        ("lead_time: 14d", "lead_time: {text: två veckor, time: 14d}"),
        [f"{NET}: {WAIT}: leveranstid: «14 dagar» → «två veckor»"],
    ),
    (
        ("luckan@example.se", "nya@example.se"),
        ["Kontakten «Regionen: Frågor om nätet»: e-post: «luckan@example.se» → «nya@example.se»"],
    ),
    (("to: 07-31", "to: 08-15"), ["Stoppet «Sommarstopp»: sista dag: «31 juli» → «15 augusti»"]),
    (
        ("form: blankett", "optional: true"),
        [
            f"{NET}: steget «Beställ nätet av regionen»: borttaget – blankett: Blankett för nätet",
            f"{NET}: steget «Beställ nätet av regionen»: kan hoppas över: «nej» → «ja»",
        ],
    ),
    # obligations, by care model
    (
        ("rehab: optional", "rehab: mandatory"),
        [f"{NET}: krav för Rehab: «Valfri» → «Obligatorisk»"],
    ),
    ((", rehab: optional", ""), [f"{NET}: krav för Rehab: «Valfri» → «erbjuds inte»"]),
    (
        ("rehab: optional", "rehab: {level: optional, because: Ni väljer.}"),
        [f"{NET}: tillagt – krav för Rehab, skäl: Ni väljer."],
    ),
    # lists
    (
        ("contacts: [luckan]", "contacts: []"),
        [f"{NET}: borttaget – kontakt: Regionen: Frågor om nätet"],
    ),
    (("stop: sommar", "stop: []"), [f"{NET}: {WAIT}: borttaget – stopp: Sommarstopp"]),
    (
        ("services: [natet]", "services: [natet, avtalet]"),
        ["Ordet «nät»: tillagt – tjänst: Avtalet"],
    ),
    # prerequisites
    (("[avtalet]", "[]"), [f"{NET}: borttaget – förutsättning: Avtalet"]),
    (
        ("[avtalet]", "[avtalet/klart]"),
        [
            f"{NET}: borttaget – förutsättning: Avtalet",
            f"{NET}: tillagt – förutsättning: Avtalet: Skriv på",
        ],
    ),
    (
        ("[avtalet]", "[{need: avtalet, because: Annars går det inte.}]"),
        [f"{NET}: tillagt – förutsättning «Avtalet», skäl: Annars går det inte."],
    ),
    (
        ("[avtalet]", "[{any: [avtalet, {all: [avtalet/klart]}]}]"),
        [
            f"{NET}: borttaget – förutsättning: Avtalet",
            f"{NET}: tillagt – förutsättning: antingen Avtalet eller både Avtalet: Skriv på",
        ],
    ),
    # steps
    (
        ("    steps: [{id: klart,", "    steps: [{id: las, title: Läs}, {id: klart,"),
        ["Tjänsten «Avtalet»: nytt steg «Läs», först"],
    ),
    (
        (
            PROVA,
            "",
        ),
        [f"{NET}: steget «Prova nätet hemma» finns inte längre"],
    ),
    (
        ("id: prova, title: Prova nätet hemma", "id: prova, after: [], title: Prova nätet hemma"),
        [f"{NET}: steget «Prova nätet hemma»: görs efter: «steget före» → «inget»"],
    ),
    # entries
    (NEW_CONTACT, ["Ny kontakt: Regionen: Ny"]),
    (
        ("  nat: {word: nät, explanation: Det som förbinder., services: [natet]}", ""),
        ["Ordet «nät» finns inte längre"],
    ),
    # guide
    (
        ("services:\n  natet:", "models:\n  pv2: {name: Ny, short_name: N}\nservices:\n  natet:"),
        ["Ny vårdvalsmodell: Ny"],
    ),
]


@pytest.mark.parametrize(("edit", "expected"), CHANGES, ids=[edit[1] for edit, _ in CHANGES])
def test_a_change_is_told(edit: tuple[str, str], expected: list[str]) -> None:
    assert told(edited(edit)) == expected


def test_a_time_behind_the_sources_own_words_is_told() -> None:
    world = WORLD.replace("lead_time: 14d", "lead_time: {text: en tid, time: 14d}")
    said = "leveranstid: «en tid (räknas som 14 dagar)» → «en tid (räknas som 28 dagar)»"
    assert told(edited(("time: 14d}", "time: 28d}"), world=world)) == [f"{NET}: {WAIT}: {said}"]


def test_nothing_changed_is_nothing_told() -> None:
    found = edited()
    assert (found.changes, found.refused, found.nothing, found.fails) == ((), (), True, False)
    assert not found.findings.new
    assert not found.findings.resolved
    assert found.effects is not None
    assert not found.effects.any
    assert found.published is not None
    assert not found.published.any


@pytest.mark.parametrize("number", range(len(WORLD.splitlines())))
def test_no_line_is_changed_in_silence(number: int) -> None:
    """Each line of the world in turn is taken away, and has a word added."""
    lines = WORLD.splitlines()
    added = [*lines[:number], f"{lines[number]} x", *lines[number + 1 :]]
    for text in ("\n".join(lines[:number] + lines[number + 1 :]), "\n".join(added)):
        old, new = side(WORLD).loaded, side(text).loaded
        if new.whole and not new.broken and new.catalogue != old.catalogue:
            assert list(changes(old, new, renames(old.catalogue, new.catalogue)))


def test_where_things_stand_in_the_files_is_no_change() -> None:
    found = compared(WORLD, f"# en rad till\n\n{OTHERS}{SERVICE}")
    assert found.nothing
    assert not found.findings.new
    assert found.published is not None
    assert not found.published.changed


def test_of_a_long_text_the_words_around_the_edit_are_shown() -> None:
    long = "Nätet behövs. " + "Det här är en mening som ingen har ändrat. " * 4
    new = ("summary: Nätet behövs.", f"summary: {long}Ni beställer det före maj månad.")
    newer = ("summary: Nätet behövs.", f"summary: {long}Ni beställer det före april månad.")
    found = compared(WORLD.replace(*new), WORLD.replace(*newer))
    before, after = ("… beställer det före maj månad.", "… beställer det före april månad.")
    assert told(found) == [f"{NET}: sammanfattning: «{before}» → «{after}»"]


def test_another_order_of_a_list_is_told() -> None:
    world = WORLD.replace("services: [natet]", "services: [natet, avtalet]")
    found = edited(("[natet, avtalet]", "[avtalet, natet]"), world=world)
    assert told(found) == ["Ordet «nät»: tjänst: «Nätet, Avtalet» → «Avtalet, Nätet»"]


def test_a_moved_step_is_moved_alone() -> None:
    lines = SERVICE.splitlines()
    row = next(number for number, line in enumerate(lines) if "id: prova" in line)
    lines.insert(row - 2, lines.pop(row))
    expected = [
        f"{NET}: steget «Prova nätet hemma» står nu först (förut efter «Få nätet levererat»)"
    ]
    assert told(compared(WORLD, "\n".join(lines) + OTHERS)) == expected


def test_what_comes_with_a_choice_is_not_told_apart() -> None:
    options = "[{id: a, title: A, steps: [{id: s, title: S}]}, {id: b, title: B}]"
    klart = "    steps: [{id: klart,"
    choice = (klart, f"    steps: [{{choose: val, title: Välj, options: {options}}}, {klart[12:]}")
    expected = [
        "nytt val «Välj», först",
        "nytt alternativ «A», först",
        "nytt alternativ «B», efter «A»",
    ]
    assert told(edited(choice)) == [f"Tjänsten «Avtalet»: {said}" for said in expected]


def test_a_step_moved_into_an_option_is_moved() -> None:
    world = WORLD.replace(
        "      - {id: prova",
        "      - choose: val\n        title: Välj\n        options:\n"
        "          - {id: a, title: Det ena}\n          - {id: b, title: Det andra}\n"
        "      - {id: prova",
    )
    inside = f"{{id: b, title: Det andra, steps: [{PROVA.strip()[2:]}]}}"
    found = edited((PROVA, ""), ("{id: b, title: Det andra}", inside), world=world)
    place = "står nu först i alternativet «Det andra» (förut efter «Välj»)"
    assert told(found) == [f"{NET}: steget «Prova nätet hemma» {place}"]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_has_a_name_that_readers_understand(section: str) -> None:
    fields = {name for part in parts_of(SECTIONS[section], set()) for name in part.model_fields}
    assert fields - LABELS.keys() <= TOLD_OTHERWISE, "name them in generator/diff/changes/labels.py"


def parts_of(kind: type[Part], seen: set[type[Part]]) -> set[type[Part]]:
    """The kind and every kind of part that can lie inside it."""
    if kind not in seen:
        seen.add(kind)
        for field in kind.model_fields.values():
            for inner in inside(field.annotation):
                parts_of(inner, seen)
    return seen


def inside(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from inside(argument)
