"""A plan on paper, from the command line, read back."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import main
from generator.outputs.paper.pdf import Pdf
from generator.outputs.paper.pdf import read as from_bytes
from tests.pages.rendered import ROOT, THEME
from tests.sheets.paper import boxes, outside, read, root, tags

REHAB = ("--model", "rehab", "--operator", "privat", "--today", "2026-11-23", "--format", "pdf")
BASE = """
guide: {title: G, publisher: P}
models: {rehab: {name: Rehab, short_name: R}}
operators: {privat: {name: Privat, short_name: P}}
sources: {s: {title: S, publisher: P}}
services: {a: {name: A, summary: B, obligation: {rehab: mandatory}, source: s, steps: [STEPS]}}
"""


def plan(*arguments: str, data: Path = ROOT / "data") -> Result:
    command = ["plan", "--data", str(data), "--theme", str(THEME), *REHAB, *arguments]
    return CliRunner().invoke(main, command, prog_name="startklar")


def paper(*arguments: str, data: Path = ROOT / "data") -> Pdf:
    found = from_bytes(plan(*arguments, data=data).stdout_bytes)
    assert found is not None
    return found


def of(folder: Path, steps: str) -> Path:
    (folder / "a.yaml").write_text(BASE.replace("STEPS", steps), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("start", "answer"),
    [("2026-12-10", "NEJ."), ("2025-12-01", "NEJ."), ("2027-12-01", "DET GÅR INTE ATT SÄGA.")],
)
def test_it_answers_says_why_and_stays_on_the_paper(start: str, answer: str) -> None:
    pdf = paper("--start", start)
    words = read(pdf)
    assert answer in words
    assert "Det som tar längst tid" in words
    assert "Avgör när ni kan starta" in words
    assert "Sommarstopp hos VGR IT: 1 juni–31 juli" in words
    assert ("Det här skulle hjälpa" in words) == (answer == "NEJ.")
    assert outside(pdf) == []
    assert root(pdf)["/Lang"] == "sv"
    assert "/TH" in [tag["/S"] for tag in tags(pdf)]


def test_two_hundred_steps_have_a_box_each_and_a_day(tmp_path: Path) -> None:
    steps = ",".join(f"{{id: s{n}, title: Gör sak {n}, lead_time: 1d}}" for n in range(200))
    pdf = paper("--start", "2027-12-01", data=of(tmp_path, steps))
    words = read(pdf) + " "
    assert boxes(pdf) == 200
    assert "JA." in words
    assert "30 november 2027" in words
    assert outside(pdf) == []


def test_a_plan_with_nothing_to_do_is_printed(tmp_path: Path) -> None:
    data = of(tmp_path, "{id: s, title: Gör}")
    pdf = paper("--start", "2027-12-01", "--done", "a/s", data=data)
    assert "Ingenting är kvar att göra." in read(pdf)
    assert pdf.pages == 1


@pytest.mark.parametrize(
    "title", ["x" * 300, "Vårdadministratörs" * 20, r"#panic() $x$ @ref ]] \\ //"]
)
def test_long_and_hostile_words_stay_on_the_paper_as_words(title: str, tmp_path: Path) -> None:
    steps = f"{{id: s, title: '{title}', lead_time: unknown}}"
    pdf = paper("--start", "2027-12-01", data=of(tmp_path, steps))
    assert title.replace(" ", "") in read(pdf).replace(" ", "").replace("\u00ad", "")
    assert outside(pdf) == []


def test_a_step_is_explained_if_asked_for(tmp_path: Path) -> None:
    data = of(tmp_path, "{id: s, title: Gör, text: Så här.}")
    assert "Så här." not in read(paper("--start", "2027-12-01", data=data))
    assert "Så här." in read(paper("--start", "2027-12-01", "--detail", "how-to", data=data))


def test_it_is_written_to_a_file_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    result = plan("--start", "2027-12-01", "-o", str(file))
    assert (result.exit_code, result.stdout_bytes) == (0, b"")
    assert from_bytes(file.read_bytes())
    assert [each.name for each in tmp_path.iterdir()] == ["plan.pdf"]
    nowhere = plan("--start", "2027-12-01", "-o", str(file / "plan.pdf"))
    assert (nowhere.exit_code, "kan inte skrivas" in nowhere.stderr) == (2, True)


def test_a_theme_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = plan("--start", "2027-12-01", "--theme", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr.startswith("startklar: mallarnas mapp ")
