"""A kept answer is the very answer that would be found, and where it might not be there is none."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.commands import main
from generator.kept import program, review
from generator.kept.answer import Question
from generator.plan.today import seconds_of

WARNED = """
guide: {title: Guide, publisher: Regionen}
models: {rehab: {name: Vårdval Rehab, short_name: Rehab}}
operators: {privat: {name: Privat, short_name: Privat}}
sources: {seed: {title: Källa, publisher: Regionen}}
links: {a: {title: En länk utan adress, source: seed}}
services:
  sjunet: {name: Sjunet, summary: Nät., obligation: {rehab: mandatory}, source: seed}
"""
FAULTY = WARNED.replace("name: Sjunet", "nmae: Sjunet")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "startklar" / "answers"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text(WARNED, "utf-8")
    return tmp_path / "data"


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Each time that an answer was worked out."""
    real, times = review.review, list[Path]()

    def counted(question: Question, *rest: Any) -> object:
        times.append(question.data)
        return real(question, *rest)

    monkeypatch.setattr(review, "review", counted)
    return times


def run(*arguments: str) -> Result:
    program.makings.cache_clear()  # as in a process of its own
    return CliRunner().invoke(main, arguments)


def say(result: Result) -> tuple[str, str, int]:
    return result.stdout, result.stderr, result.exit_code


@pytest.mark.parametrize("text", [WARNED, FAULTY], ids=["warned", "faulty"])
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
@pytest.mark.parametrize("more", [(), ("--strict",), ("--as-of", "2026-11-20")], ids=" ".join)
def test_the_second_answer_is_the_first(
    data: Path, found: list[Path], text: str, form: str, more: tuple[str, ...]
) -> None:
    (data / "a.yaml").write_text(text, "utf-8")
    first = say(run("check", "--format", form, *more))
    assert say(run("check", "--format", form, *more)) == first
    assert len(found) == 1


@pytest.mark.usefixtures("data")
def test_strictness_and_colour_have_answers_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [run("check", *more).exit_code for more in ((), ("--strict",), ())] == [0, 1, 0]
    plain = run("check").stdout
    monkeypatch.setattr("generator.commands.check._in_color", lambda: True)
    assert "\x1b[33m" in CliRunner().invoke(main, ["check"], color=True).stdout
    assert "\x1b" not in plain


def more_of_it(data: Path) -> None:
    (data / "a.yaml").write_text(WARNED + "# mer\n", "utf-8")


def as_long(data: Path) -> None:
    """The same size and the same time, and other bytes."""
    file = data / "a.yaml"
    before = file.stat()
    file.write_text(WARNED.replace("Sjunet", "Sjonet"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def one_more_file(data: Path) -> None:
    (data / "b.yml").write_text("links: {}\n", "utf-8")


def another_name(data: Path) -> None:
    (data / "a.yaml").rename(data / "b.yaml")


@pytest.mark.parametrize("change", [more_of_it, as_long, one_more_file, another_name])
def test_another_catalogue_is_another_question(
    data: Path, found: list[Path], change: Callable[[Path], None]
) -> None:
    run("check")
    change(data)
    run("check")
    assert len(found) == 2


def test_another_way_to_the_folder_is_another_question(data: Path, found: list[Path]) -> None:
    assert "data/a.yaml" in run("check").stdout
    assert f"{data}/a.yaml" in run("check", "--data", str(data)).stdout
    assert len(found) == 2


@pytest.mark.usefixtures("data")
def test_another_program_is_asked_anew(
    found: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = tmp_path / "program"
    (sources / "rules").mkdir(parents=True)
    rule = sources / "rules" / "a_rule.md"
    monkeypatch.setattr(program, "_PROGRAM", sources)
    for text in ("a", "b", "b"):
        if not rule.exists() or rule.read_text() != text:
            rule.write_text(text)
            os.utime(rule, ns=(0, ord(text)))
        run("check")
    assert len(found) == 2
    packages = tmp_path / "packages"
    monkeypatch.syspath_prepend(str(packages))
    for version in ("1", "2"):
        (packages / f"pydantic-{version}.dist-info").mkdir(parents=True)
        run("check")
    assert len(found) == 4


@pytest.mark.usefixtures("data")
def test_an_answer_about_today_holds_until_midnight(
    found: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check")
    run("check", "--as-of", "2026-11-20")
    tomorrow = time.time() + 24 * 60 * 60
    monkeypatch.setattr(time, "time", lambda: tomorrow)
    run("check", "--as-of", "2026-11-20")
    assert len(found) == 2
    run("check")
    assert len(found) == 3


@pytest.mark.parametrize(
    "zone", ["Europe/Stockholm", "America/Havana", "Asia/Beirut", "Etc/GMT+12"]
)
def test_a_day_s_seconds_are_of_that_day(zone: str) -> None:
    """Havana and Beirut set their clocks at midnight."""
    from datetime import date, datetime, timedelta  # noqa: PLC0415
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    from generator.model.guide import Guide  # noqa: PLC0415

    guide = Guide.model_validate({"title": "G", "publisher": "P", "timezone": zone})
    for number in range(366):
        day = date(2024, 1, 1) + timedelta(days=number)
        begins, ends = seconds_of(day, guide)
        assert begins < ends
        for second in (begins, ends - 1):
            assert datetime.fromtimestamp(second, ZoneInfo(zone)).date() == day


def a_link(data: Path) -> None:
    (data / "b.yaml").symlink_to("a.yaml")


def a_link_out(data: Path) -> None:
    (data.parent / "x.yaml").write_text(WARNED, "utf-8")
    (data / "b.yaml").symlink_to("../x.yaml")


def a_folder(data: Path) -> None:
    (data / "b.yaml").mkdir()


def a_pipe(data: Path) -> None:
    os.mkfifo(data / "b.yaml")


def no_file(data: Path) -> None:
    (data / "a.yaml").unlink()


def no_folder(data: Path) -> None:
    no_file(data)
    data.rmdir()


@pytest.mark.parametrize("odd", [a_link, a_link_out, a_folder, a_pipe, no_file, no_folder])
def test_what_is_no_plain_file_is_left_to_the_reader(
    data: Path, found: list[Path], cache: Path, odd: Callable[[Path], None]
) -> None:
    odd(data)
    first = say(run("check"))
    assert say(run("check")) == first
    assert len(found) == 2
    assert not [*cache.iterdir()]


@pytest.mark.parametrize("name", [".yaml", ".#a.yaml", "a.yaml~", "a.json"])
def test_what_the_reader_passes_by_is_passed_by(data: Path, name: str) -> None:
    before = say(run("check"))
    (data / name).write_text("x: [", "utf-8")
    assert say(run("check")) == before
    assert run("check", "--format", "json").exit_code == 0


def test_nothing_is_kept_in_the_project(data: Path) -> None:
    run("check")
    names = {each.name for each in data.parent.iterdir()}
    assert names == {"cache", "data"}
    assert {each.name for each in data.iterdir()} == {"a.yaml"}


@pytest.mark.usefixtures("data")
def test_a_damaged_answer_is_none(found: list[Path], cache: Path) -> None:
    first = say(run("check"))
    (answer,) = cache.iterdir()
    answer.write_bytes(answer.read_bytes().replace(b"Granskning", b"Granskming"))
    assert say(run("check")) == first
    assert len(found) == 2


def test_a_file_s_name_may_be_no_text(data: Path, found: list[Path]) -> None:
    (data / "a.yaml").rename(os.fsdecode(os.fsencode(data) + b"/\xff.yaml"))
    first = say(run("check"))
    assert say(run("check")) == first
    assert len(found) == 1
