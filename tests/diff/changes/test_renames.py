"""An id that was changed is a rename while most of the content is the same."""

from tests.diff.worlds import SERVICE, WORLD, compared, edited, effects, told


def test_a_renamed_service_is_not_a_new_one_and_what_refers_to_it_is_not_changed() -> None:
    found = edited(("  natet:\n", "  stamnatet:\n"), ("services: [natet]", "services: [stamnatet]"))
    assert told(found) == ["Tjänsten «Nätet»: har fått ett nytt id: `natet` → `stamnatet`"]
    assert effects(found) == []


def test_a_renamed_form_may_be_changed_too() -> None:
    found = edited(
        ("  blankett:\n", "  natblankett:\n"),
        ("form: blankett", "form: natblankett"),
        ("title: Blankett för nätet", "title: Blankett för ert nät"),
    )
    assert told(found) == [
        "Blanketten «Blankett för ert nät»: har fått ett nytt id: `blankett` → `natblankett`",
        "Blanketten «Blankett för ert nät»: rubrik: «Blankett för nätet» → «Blankett för ert nät»",
    ]


def test_a_renamed_step_is_needed_under_its_new_id() -> None:
    world = WORLD.replace("[avtalet]", "[avtalet/klart]")
    found = edited(
        ("avtalet/klart", "avtalet/signerat"), ("id: klart", "id: signerat"), world=world
    )
    said = "har fått ett nytt id: `avtalet/klart` → `avtalet/signerat`"
    assert told(found) == [f"Tjänsten «Avtalet»: steget «Skriv på»: {said}"]
    assert effects(found) == []


def test_what_lies_in_a_renamed_option_follows_it() -> None:
    choice = (
        "{choose: val, title: Välj, options: [{id: a, title: Det ena sättet, steps: "
        "[{id: s, title: Sök}]}, {id: b, title: Det andra}]}, {id: klart,"
    )
    world = WORLD.replace("{id: klart,", choice).replace("[avtalet]", "[avtalet/a/s]")
    found = edited(("avtalet/a/s", "avtalet/ena/s"), ("{id: a,", "{id: ena,"), world=world)
    said = "har fått ett nytt id: `avtalet/a` → `avtalet/ena`"
    assert told(found) == [f"Tjänsten «Avtalet»: alternativet «Det ena sättet»: {said}"]


def test_a_thing_that_names_its_former_id_is_the_same_whatever_it_says() -> None:
    found = edited(
        (
            "  nat: {word: nät, explanation: Det som förbinder.",
            "  lan: {former_ids: [nat], word: lokalt nät, explanation: Kablar i väggen.",
        )
    )
    assert told(found)[0] == "Ordet «lokalt nät»: har fått ett nytt id: `nat` → `lan`"


def test_something_else_under_a_new_id_is_new() -> None:
    other = SERVICE[SERVICE.index("  avtalet:") :]
    new = (
        "  samtycke:\n    name: Samtycke från patienten\n    summary: Fråga alltid först.\n"
        "    source: seed\n    obligation: {pv: optional}\n"
    )
    world = WORLD.replace("[avtalet]", "[]")
    found = compared(world, world.replace(other, new))
    assert told(found) == [
        "Tjänsten «Avtalet» finns inte längre",
        "Ny tjänst: Samtycke från patienten: Valfri för Primärvården; Fråga alltid först.",
    ]


def test_a_fault_that_names_the_old_id_is_neither_new_nor_resolved() -> None:
    world = WORLD.replace("    recipients: [luckan]\n", "")
    found = edited(
        ("  blankett:\n", "  papper:\n"), ("form: blankett", "form: papper"), world=world
    )
    assert any("`papper`" in each.message for each in found.new.report.diagnostics)
    assert found.findings.new == ()
    assert found.findings.resolved == ()
