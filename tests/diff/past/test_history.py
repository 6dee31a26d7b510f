"""What readers are told of the past, commit by commit."""

from datetime import UTC
from pathlib import Path

import pytest

from generator.diff.past.changelog import changelog
from generator.views.changelog import Changelog, Edition
from tests.diff.repositories import LONGER, git, write
from tests.diff.worlds import WORLD


def told(folder: Path, most: int = 10) -> Changelog | str:
    return changelog(folder / "data", folder / "kept", most)


def past(folder: Path, most: int = 10) -> tuple[Edition, ...]:
    found = told(folder, most)
    assert isinstance(found, Changelog), found
    return found.editions


def said(edition: Edition) -> list[str]:
    return [f"{item.heading}: {line.text}" for item in edition.items for line in item.lines]


def commit(folder: Path, text: str) -> None:
    write(folder / "data", text)
    git(folder, "commit", "-q", "-a", "-m", "Mer")


def test_each_commit_is_told_but_the_first(repository: Path) -> None:
    (edition,) = past(repository)
    expected = "steget «Få nätet levererat»: leveranstid: «14 dagar» → «28 dagar»"
    assert said(edition) == [f"Tjänsten «Nätet»: {expected}"]
    assert edition.items[0].models == ("pv", "rehab")
    assert edition.made.tzinfo is UTC


def test_what_it_does_to_who_starts_is_told_of_the_day_it_was_made(repository: Path) -> None:
    (edition,) = past(repository)
    assert edition.effects is not None
    first = edition.effects[0]
    assert "«Få nätet levererat» med två steg dessförinnan måste börjas 14 dagar" in first.text
    assert f"start 1 februari {edition.made.year + 1}" in first.details[0]


def test_the_latest_comes_first_and_no_more_than_asked_for_are_looked_at(repository: Path) -> None:
    commit(repository, LONGER.replace("name: Nätet", "name: Stamnätet"))
    assert [len(each.items) for each in past(repository)] == [1, 1]
    (edition,) = past(repository, most=1)
    assert said(edition)[0].startswith("Tjänsten «Stamnätet»: namn")
    found = told(repository, most=1)
    assert isinstance(found, Changelog)
    assert not found.whole


def test_what_is_for_one_model_concerns_that_model(repository: Path) -> None:
    commit(repository, LONGER.replace(", rehab: optional", ""))
    commit(repository, LONGER.replace(", rehab: optional", "").replace("luckan@", "ny@"))
    latest, before, _ = past(repository)
    assert latest.items[0].models == ("pv",)
    assert {item.models for item in before.items} <= {("pv",), ("pv", "rehab")}


def test_a_commit_that_cannot_be_read_is_told_of_with_the_next(repository: Path) -> None:
    commit(repository, "services: [")
    commit(repository, LONGER.replace("name: Nätet", "name: Stamnätet"))
    assert [len(each.items) for each in past(repository)] == [1, 1]


def test_an_entry_that_is_no_longer_read_is_counted_and_not_guessed_at(repository: Path) -> None:
    commit(repository, LONGER.replace("    name: Nätet\n", "    namn: Nätet\n"))
    commit(repository, LONGER.replace("name: Nätet", "name: Stamnätet"))
    mended, broken, _ = past(repository)
    assert [(each.items, each.effects, each.unread) for each in (mended, broken)] == [
        ((), None, 1),
        ((), None, 1),
    ]


def test_a_catalogue_with_errors_is_told_without_what_it_does(repository: Path) -> None:
    commit(repository, LONGER.replace("lead_time: 28d", "lead_time: 35d, contacts: [ingen]"))
    edition = past(repository)[0]
    assert edition.effects is None
    assert any("«28 dagar» → «35 dagar»" in line for line in said(edition))


def test_words_for_the_editors_alone_are_no_edition(repository: Path) -> None:
    commit(repository, f"# en kommentar\n{LONGER}")
    weighed = "{rule: unused-form, severity: off, because: B, until: 2030-01-01}"
    commit(repository, f"{LONGER}overrides:\n  a: {weighed}\n")
    assert len(past(repository)) == 1


def test_what_was_merged_is_one_edition(repository: Path) -> None:
    git(repository, "checkout", "-q", "--force", "-b", "gren")
    commit(repository, LONGER.replace("lead_time: 28d", "lead_time: 35d"))
    commit(repository, LONGER.replace("lead_time: 28d", "lead_time: 42d"))
    git(repository, "checkout", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "gren", "-m", "Samman")
    latest, first = past(repository)
    assert "«28 dagar» → «42 dagar»" in said(latest)[0]
    assert "«14 dagar» → «28 dagar»" in said(first)[0]


class TestKept:
    def test_is_the_same_the_second_time(self, repository: Path) -> None:
        first = told(repository)
        assert len(list((repository / "kept").iterdir())) == 2
        assert told(repository) == first

    def test_is_made_anew_when_damaged(self, repository: Path) -> None:
        first = told(repository)
        for file in (repository / "kept").iterdir():
            file.write_bytes(file.read_bytes()[:-1])
        assert told(repository) == first

    def test_is_not_needed(self, repository: Path) -> None:
        (repository / "kept").write_text("en fil där mappen skulle vara")
        assert len(past(repository)) == 1

    def test_gives_place_to_what_is_asked_for_now(self, repository: Path) -> None:
        told(repository)
        stranger = repository / "kept" / "någon annans"
        stranger.touch()
        told(repository, most=1)
        assert len(list((repository / "kept").iterdir())) == 2


class TestWithoutHistory:
    def test_it_says_so(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path / "data", LONGER)
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
        assert str(told(tmp_path)).endswith("ligger inte i ett gitförråd")

    def test_of_data_that_is_not_followed(self, repository: Path) -> None:
        write(repository / "annat", WORLD)
        found = changelog(repository / "annat", repository / "kept", 10)
        assert "har ingen historik i git" in str(found)

    def test_of_a_shallow_clone(self, repository: Path, tmp_path: Path) -> None:
        git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "grund")
        assert "fetch-depth: 0" in str(told(tmp_path / "grund"))

    def test_of_a_repository_without_a_commit(self, tmp_path: Path) -> None:
        write(tmp_path / "data", WORLD)
        git(tmp_path, "init", "-q")
        assert isinstance(told(tmp_path), str)
