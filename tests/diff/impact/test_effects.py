"""What a change does to who plans a start, on the sample days of the year after."""

from pathlib import Path

from generator.diff.comparison import compare
from generator.diff.sides.side import side as read_side
from tests.diff.worlds import TODAY, WORLD, edited, effects
from tests.pages.rendered import ROOT

BOTH = "Primärvården och Rehab (den som vill ha Nätet)"
CHAIN = "Nätet «Få nätet levererat» med två steg dessförinnan"
LONGER = ("lead_time: 14d", "lead_time: 28d")


def test_a_longer_lead_time_moves_the_whole_chain_before_it() -> None:
    said = effects(edited(LONGER))
    assert said[:5] == [
        f"{BOTH}: {CHAIN} måste börjas 14 dagar tidigare",
        "start 1 februari 2027: 18 januari → 4 januari",
        "start 1 maj 2027: 16 april → 2 april",
        "start 15 augusti 2027: 17 maj → 3 maj",
        "start 1 oktober 2027: 17 september → 3 september",
    ]


def test_who_need_not_have_the_service_meets_it_only_if_they_want_it() -> None:
    said = effects(edited(LONGER, world=WORLD.replace("pv: mandatory, rehab", "rehab", 1)))
    assert said[0].startswith("Rehab (den som vill ha Nätet): Nätet «Få nätet levererat»")
    assert not any(line.startswith(("Alla", "Rehab:", "Primärvården")) for line in said)


def test_one_effect_of_all_is_one_line() -> None:
    said = effects(edited(LONGER, world=WORLD.replace("rehab: optional", "rehab: mandatory")))
    assert [line for line in said if "måste börjas" in line] == [
        "Alla: Nätet «Få nätet levererat» med två steg dessförinnan måste börjas 14 dagar tidigare"
    ]


def test_a_stop_that_now_holds_a_step_up() -> None:
    world = WORLD.replace("stop: sommar}", "stop: []}")
    said = effects(edited(("stop: []}", "stop: sommar}"), world=world))
    assert "start 15 augusti 2027: 30 juli → 17 maj" in said


def test_a_stop_of_its_own_touches_the_services_that_wait_for_it() -> None:
    said = effects(edited(("from: 06-01", "from: 05-15")))
    assert said[0].startswith(BOTH)
    assert "start 15 augusti 2027: 17 maj → 30 april" in said


def test_another_time_gives_another_answer() -> None:
    said = effects(edited(("lead_time: 14d", "lead_time: 90d")))
    turned = "start 1 februari 2027: svaret blir «hinner inte» i stället för «hinner»"
    assert f"{BOTH}, {turned}" in said
    moved = "tidigaste möjliga start flyttas: 7 december 2026 → 22 februari 2027"
    assert f"{BOTH}: {moved}" in said


def test_an_unknown_time_cannot_be_told() -> None:
    said = effects(edited(("lead_time: 14d, ", "")))
    assert any("svaret blir «går inte att säga» i stället för «hinner»" in line for line in said)


def test_an_obligation_brings_its_steps_onto_the_list() -> None:
    said = effects(edited(("rehab: optional", "rehab: mandatory")))
    assert said[said.index("Rehab: tre steg kommer till på listan") + 1 :][:3] == [
        "Nätet «Beställ nätet av regionen»",
        "Nätet «Få nätet levererat»",
        "Nätet «Prova nätet hemma»",
    ]


def test_words_move_no_day() -> None:
    assert effects(edited(("title: Prova nätet hemma", "title: Prova nätet"))) == []


def real(folder: Path, file: str, before: str, after: str) -> list[str]:
    """The effects of one edit of the real catalogue."""
    for path in (ROOT / "data").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name == file:
            assert text.count(before) == 1
            text = text.replace(before, after)
        (folder / path.name).write_text(text, encoding="utf-8")
    data = ROOT / "data"
    return effects(
        compare(read_side(None, data, TODAY), read_side(str(folder), data, TODAY), TODAY)
    )


def test_the_real_guide_with_a_longer_delivery(tmp_path: Path) -> None:
    said = real(tmp_path, "services.yaml", "          time: 14d\n", "          time: 28d\n")
    assert said[0].startswith("Vårdval Rehab: Tillgång till system hos VGR «Få systemen öppnade")
    assert said[3] == "start 15 augusti 2027: 17 maj → 3 maj"


def test_the_real_guide_with_an_earlier_stop(tmp_path: Path) -> None:
    said = real(tmp_path, "calendar.yaml", "    from: 06-01\n", "    from: 05-15\n")
    assert "start 15 augusti 2027: 17 maj → 30 april" in said
