"""`startklar diff` as it is called: folders and revisions, three forms, all that can go wrong."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import main
from tests.diff.repositories import LONGER, begin, git, write
from tests.diff.worlds import WORLD

DAY = ("--today", "2026-11-23")


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *DAY, *arguments], prog_name="startklar")


Between = Callable[..., Result]


@pytest.fixture
def between(tmp_path: Path) -> Between:
    """What is told of two folders, each with one of the texts."""

    def run(old: str, new: str, *arguments: str) -> Result:
        return diff(write(tmp_path / "a", old), write(tmp_path / "b", new), *arguments)

    return run


def test_two_folders(between: Between) -> None:
    result = between(WORLD, LONGER)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[1] == "Ändrat: tjänsten «Nätet»."
    assert "    - steget «Få nätet levererat»: leveranstid: «14 dagar» → «28 dagar»" in lines
    assert "    start 15 augusti 2027: 17 maj → 3 maj" in lines
    assert "  ändrad: tjanster/natet/" in lines


def test_the_same_twice(tmp_path: Path) -> None:
    one = write(tmp_path / "a", WORLD)
    assert diff(one, one).stdout == f"Jämförelse: {one} → {one}\nInget ändras för läsarna.\n"


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("asked", "days"),
    [
        (["main"], "28 dagar» → «42"),
        (["HEAD~1"], "14 dagar» → «42"),
        (["first", "main"], "14 dagar» → «28"),
        (["main", "refs/tags/first"], "28 dagar» → «14"),
        (["first", "./data"], "14 dagar» → «42"),
    ],
)
def test_revisions(asked: list[str], days: str) -> None:
    result = diff(*asked)
    assert (result.exit_code, result.stderr) == (0, "")
    assert days in result.stdout


def test_the_data_need_not_be_there_any_more(repository: Path) -> None:
    shutil.rmtree(repository / "data")
    assert "«14 dagar» → «28 dagar»" in diff("first", "main").stdout


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["mian"], "`mian` är varken en mapp eller en revision i git; menar ni `main`?"),
        (["finns/inte"], "`finns/inte` är varken en mapp eller en revision i git; hämta den med"),
        (["../borta"], "`../borta` är varken en mapp eller en revision"),
        (["first..main"], "`first..main` är varken en mapp eller en revision i git; skriv de två"),
        (["main:data"], "`main:data` är varken en mapp eller en revision"),
        (["main\nfirst"], "`main first` är varken en mapp eller en revision"),
        (["--", "--output=x"], "`--output=x` är varken en mapp eller en revision"),
        (["--output=x"], "flaggan `--output` finns inte"),
        (["main", "borta"], "`borta` är varken en mapp eller en revision"),
        (["main", "--data", "andra"], "mappen `andra` finns inte"),
        (
            ["main", "first", "--data", "andra"],
            "i revisionen `first` finns ingen YAML-fil i mappen",
        ),
        ([], "`OLD` saknas"),
        (["main", "--format", "html"], "`--format` ska vara `text`, `markdown` eller `json`"),
        (["main", "--today", "i dag"], "`--today` går inte att använda: `i dag` är inte ett datum"),
    ],
)
def test_what_cannot_be_compared_is_told_with_what_to_do(asked: list[str], message: str) -> None:
    result = diff(*asked)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"startklar: {message}")
    assert len(result.stderr.splitlines()) == 1


def test_data_that_is_a_whole_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, WORLD)
    begin(tmp_path)
    write(tmp_path, LONGER)
    monkeypatch.chdir(tmp_path)
    assert "«14 dagar» → «28 dagar»" in diff("main", "--data", ".").stdout


def test_a_name_that_is_both_is_asked_about(repository: Path) -> None:
    git(repository, "branch", "data")
    result = diff("data")
    assert result.exit_code == 2
    assert "`data` är både en mapp och en revision i git; skriv `./data`" in result.stderr
    assert diff("heads/data", "./data").exit_code == 0


def test_a_shallow_clone_says_how_to_get_the_rest(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "grund")
    monkeypatch.chdir(tmp_path / "grund")
    result = diff("HEAD~1")
    assert result.exit_code == 2
    assert "`git fetch --unshallow`, eller i GitHub Actions `fetch-depth: 0`" in result.stderr


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "data", WORLD)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = diff("main")
    assert result.exit_code == 2
    assert "ligger inte i ett gitförråd; ange två mappar med data" in result.stderr


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    result = diff("main")
    assert result.exit_code == 2
    assert "programmet git finns inte på datorn" in result.stderr


def test_old_with_a_fault_is_compared_as_far_as_it_was_read(between: Between) -> None:
    broken = WORLD.replace("to: 07-31", "to: 07-32")
    result = between(broken, LONGER)
    assert result.exit_code == 0
    assert "Det gamla har fel (" in result.stdout
    assert "Inte jämfört, för det går inte att läsa: `stops/sommar`." in result.stdout
    assert "nytt stopp" not in result.stdout.lower()
    assert "«14 dagar» → «28 dagar»" in result.stdout
    assert "LÖST I GRANSKNINGEN" in result.stdout


def test_old_that_cannot_be_read_to_its_end_is_refused(between: Between) -> None:
    result = between("services: [\n", WORLD)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "går inte att jämföra med, för " in result.stderr
    assert "ange en revision där den går att läsa" in result.stderr


def test_new_with_an_error_is_told_and_fails(between: Between) -> None:
    broken = WORLD.replace("contacts: [luckan]", "contacts: [lukkan]")
    result = between(WORLD, broken)
    assert result.exit_code == 1
    assert "Stopp: det nya har 1 fel och kan inte publiceras." in result.stdout
    assert "NYTT I GRANSKNINGEN" in result.stdout
    assert "fel[unknown-reference] kontakten `lukkan` finns inte" in result.stdout


def test_a_file_in_the_middle_of_a_merge_is_told_and_fails(repository: Path) -> None:
    mine = "<<<<<<< HEAD\n    name: Nätet\n=======\n    name: Stamnätet\n>>>>>>> gren\n"
    text = WORLD.replace("    name: Nätet\n", mine)
    write(repository / "data", text)
    result = diff("main")
    assert result.exit_code == 1
    assert "Det nya går inte att läsa." in result.stdout
    assert "fel[syntax-error]" in result.stdout
    assert "VAD SOM ÄNDRAS" not in result.stdout


def test_a_bare_date_fails_with_its_place(between: Between) -> None:
    bumped = WORLD.replace("date: 2026-01-10", "date: 2026-11-20")
    result = between(WORLD, bumped)
    assert result.exit_code == 1
    assert "fel[date-without-evidence] `blankett` är kontrollerad på nytt" in result.stdout
    assert "= gör så: skriv hur det kontrollerades" in result.stdout


def test_json_is_typed(between: Between) -> None:
    found = json.loads(between(WORLD, LONGER, "--format", "json").stdout)
    assert found["fails"] is False
    (change,) = found["changes"]
    assert (change["kind"], change["field"]) == ("changed", "lead_time")
    assert (change["entry"]["id"], change["part"]["id"]) == ("natet", "natet/vanta")
    shift = next(s for s in found["effects"]["shifts"] if s["who"][0]["model"] == "pv")
    assert shift["causes"] == ["natet/vanta"]
    assert shift["moves"][2] == {
        "start": "2027-08-15",
        "before": "2027-05-17",
        "after": "2027-05-03",
        "days": -14,
    }
    assert "tjanster/natet/" in found["pages"]["changed"]


def test_markdown_shows_an_authors_words_as_words(between: Between) -> None:
    hostile = WORLD.replace("name: Nätet", 'name: "<b>@alla</b> [x](y) #1 *"')
    result = between(WORLD, hostile, "--format", "markdown")
    assert result.stdout.startswith("## Vad ändringen betyder för läsarna\n")
    assert "&lt;b&gt;@<!-- -->alla&lt;/b&gt; \\[x\\](y) #<!-- -->1 \\*" in result.stdout
    assert "<b>@" not in result.stdout
    assert result.stdout.count("<details>") == result.stdout.count("</details>") > 0


def test_a_terminal_obeys_nothing_in_the_data(between: Between) -> None:
    hostile = WORLD.replace("name: Nätet", "name: N\u202eätet")
    result = between(WORLD, hostile)
    assert "\u202e" not in result.stdout
