"""Prints are kept from one build to the next, and never wrong for it."""

from pathlib import Path

import pytest

from generator.outputs.paper.pdf import Press
from generator.outputs.paper.prints import Print, prints
from generator.sheets.registry import all_sheets
from generator.views.site import Site
from tests.pages.rendered import BOTH, THEME, small

TWO = (
    f"services:\n  a: {{name: A, {BOTH}, steps: [{{id: s, title: Beställ, text: Så här.}}]}}\n"
    f"  b: {{name: B, {BOTH}, steps: [{{id: s, title: Hämta}}]}}\n"
)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The data of everything that was set."""
    calls: list[str] = []
    before = Press.print

    def counted(self: Press, kind: str, data: str):  # type: ignore[no-untyped-def]
        calls.append(data)
        return before(self, kind, data)

    monkeypatch.setattr(Press, "print", counted)
    return calls


def cards(site: Site, folder: Path) -> dict[str, tuple[Print, ...]]:
    sheets = [s for s in all_sheets(site) if s.kind == "service"]
    return dict(prints(site, sheets, THEME, folder))


def test_every_sheet_is_printed_in_each_detail(tmp_path: Path, made: list[str]) -> None:
    found = cards(small(TWO), tmp_path)
    assert [each.address for many in found.values() for each in many] == [
        "checklistor/tjanst/a/checklista-a.pdf",
        "checklistor/tjanst/a/checklista-a-med-forklaringar.pdf",
        "checklistor/tjanst/b/checklista-b.pdf",
        "checklistor/tjanst/b/checklista-b-med-forklaringar.pdf",
    ]
    assert len(made) == 4


def test_what_has_not_changed_is_not_made_again(tmp_path: Path, made: list[str]) -> None:
    first = cards(small(TWO), tmp_path)
    made.clear()
    assert cards(small(TWO), tmp_path) == first
    assert made == []
    cards(small(TWO.replace("Hämta", "Hämta ut")), tmp_path)
    assert len(made) == 2
    assert all("Hämta ut" in data for data in made)


def test_a_changed_template_makes_all_again(tmp_path: Path, made: list[str]) -> None:
    theme = tmp_path / "theme" / "print"
    theme.mkdir(parents=True)
    for file in (THEME / "print").glob("*.typ"):
        (theme / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    sheets = [s for s in all_sheets(small(TWO)) if s.kind == "service"]
    dict(prints(small(TWO), sheets, theme.parent, tmp_path / "kept"))
    with (theme / "sheet.typ").open("a", encoding="utf-8") as template:
        template.write("// en rad till\n")
    made.clear()
    dict(prints(small(TWO), sheets, theme.parent, tmp_path / "kept"))
    assert len(made) == 4


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7 half", b"\0" * 40_000])
def test_a_damaged_print_is_made_anew(tmp_path: Path, made: list[str], damage: bytes) -> None:
    first = cards(small(TWO), tmp_path)
    for kept in tmp_path.iterdir():
        kept.write_bytes(damage)
    made.clear()
    assert cards(small(TWO), tmp_path) == first
    assert len(made) == 4


def test_a_print_under_another_name_is_not_believed(tmp_path: Path) -> None:
    first = cards(small(TWO), tmp_path)
    one, two, *_ = sorted(tmp_path.iterdir())
    one.write_bytes(two.read_bytes())
    assert cards(small(TWO), tmp_path) == first


def test_what_is_no_longer_asked_for_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    cards(small(TWO), tmp_path)
    (tmp_path / "anteckning.txt").write_text("min egen")
    cards(small(TWO.replace("Hämta", "Hämta ut")), tmp_path)
    assert len(list(tmp_path.iterdir())) == 5
    assert (tmp_path / "anteckning.txt").exists()


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert cards(small(TWO), blocked / "pdf") == cards(small(TWO), tmp_path / "pdf")
    assert cards(small(TWO), blocked) == cards(small(TWO), tmp_path / "pdf")
