"""The command line: what it prints where, and what it leaves with."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.checks import RULES
from generator.checks.compared import COMPARED
from generator.commands import COMMANDS, main

ROOT = Path(__file__).parent.parent
CLEAN = """
guide: {title: Guide, publisher: Regionen}
models: {rehab: {name: Vårdval Rehab, short_name: Rehab}}
operators: {private: {name: Privat, short_name: Privat}}
sources: {seed: {title: Källa, publisher: Regionen}}
services:
  sjunet:
    name: Sjunet
    summary: Nät.
    obligation: {rehab: mandatory}
    source: seed
"""
WARNED = CLEAN + "links: {a: {title: En länk utan adress, source: seed}}\n"
FAULTY = CLEAN.replace("name: Sjunet", "nmae: Sjunet")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "katalog"


def write(data: Path, text: str) -> str:
    data.mkdir()
    (data / "a.yaml").write_text(text, encoding="utf-8")
    return str(data)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def really_run(
    *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        check=False,
    )


VERIFIED = """
organisations: {vgr: {name: Regionen}}
contacts:
  a:
    role: Support
    organisation: vgr
    source: seed
    verified: {date: 2027-01-31, by: IT, how: ringde, source: ärende 1}
"""


class TestCheck:
    @pytest.mark.parametrize(
        ("day", "said"),
        [
            ("2027-01-30", "verified-in-advance"),
            ("2028-01-31", ""),
            ("2028-02-01", "stale-fact"),
        ],
    )
    def test_tells_what_will_be_overdue(self, data: Path, day: str, said: str) -> None:
        arguments = ("--as-of", day, "--format", "json", "--data", write(data, CLEAN + VERIFIED))
        found = json.loads(run("check", *arguments).stdout)["diagnostics"]
        rules = [each["rule"] for each in found if each["rule"] != "unused-contact"]
        assert rules == [said] * bool(said)

    def test_takes_no_day_that_is_none(self, data: Path) -> None:
        result = run("check", "--as-of", "2027-02-30", "--data", write(data, CLEAN))
        assert (result.exit_code, result.stdout) == (2, "")
        assert "2027-02-30" in result.stderr

    @pytest.mark.parametrize(
        ("text", "arguments", "code"),
        [
            (CLEAN, [], 0),
            (CLEAN, ["--strict"], 0),
            (WARNED, [], 0),
            (WARNED, ["--strict"], 1),
            (FAULTY, [], 1),
            (FAULTY, ["--strict"], 1),
            ("services: [", [], 1),
        ],
    )
    def test_leaves_with_what_it_found(
        self, data: Path, text: str, arguments: Sequence[str], code: int
    ) -> None:
        result = run("check", "--data", write(data, text), *arguments)
        assert (result.exit_code, result.stderr) == (code, "")
        assert result.stdout.splitlines()[-1].startswith("Granskning: ")

    def test_takes_the_folder_before_or_after_its_name(self, data: Path) -> None:
        folder = write(data, CLEAN)
        assert run("--data", folder, "check").exit_code == 0
        assert run("--data", "finns-inte", "check", "--data", folder).exit_code == 0

    @pytest.mark.parametrize("form", ["json", "sarif"])
    def test_prints_what_programs_read(self, data: Path, form: str) -> None:
        result = run("check", "--format", form, "--data", write(data, FAULTY))
        assert result.exit_code == 1
        assert json.loads(result.stdout)

    def test_prints_what_github_reads(self, data: Path) -> None:
        result = run("check", "--format", "github", "--data", write(data, FAULTY))
        assert result.stdout.startswith("::error file=")

    def test_is_plain_where_nobody_looks(self, data: Path) -> None:
        assert "\x1b" not in run("check", "--data", write(data, FAULTY)).stdout


class TestExplain:
    def test_shows_the_page(self) -> None:
        result = run("explain", "duplicate-key")
        assert (result.exit_code, result.stdout) == (0, rule("duplicate-key"))

    def test_suggests_another_name(self) -> None:
        result = run("explain", "duplikate_key")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == (
            "startklar: regeln `duplikate_key` finns inte; menar ni `duplicate-key`?\n"
        )


def rule(name: str) -> str:
    return next(rule.text for rule in RULES if rule.name == name)


def test_a_rule_of_changes_is_explained_too() -> None:
    assert run("explain", "date-without-evidence").stdout.startswith("# date-without-evidence\n")


def test_rules_lists_them_all_with_a_sentence_each() -> None:
    lines = run("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in (*RULES, *COMPARED)]
    assert all(line.endswith(".") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "kommandot `chek` finns inte; se `startklar --help`"),
        (["check", "--strikt"], "flaggan `--strikt` finns inte; se `startklar check --help`"),
        (["check", "x"], "kommandoraden går inte att tolka"),
        (["check", "--format", "xml"], "`--format` ska vara `text`, `json`, `github` eller"),
        (["check", "--data"], "kommandoraden går inte att tolka"),
        (["explain"], "`RULE` saknas"),
        (["check", "--data", "finns-inte"], "mappen `finns-inte` finns inte"),
        (["check", "--data", "LICENSE"], "mappen `LICENSE` kan inte läsas"),
    ],
)
def test_what_cannot_be_run_is_told_in_swedish(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(main, arguments, prog_name="startklar")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"startklar: {message}")
    assert "Traceback" not in result.stderr


def test_help_names_every_command() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(f"  {name} " in result.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_name_and_its_help(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f" {name} " in result.stdout


class TestProcess:
    @pytest.mark.parametrize(("text", "code"), [(CLEAN, 0), (FAULTY, 1)])
    def test_leaves_with_what_it_found(self, data: Path, text: str, code: int) -> None:
        done = really_run("check", "--data", write(data, text))
        assert (done.returncode, done.stderr) == (code, b"")

    def test_leaves_with_two_when_it_could_not_run(self) -> None:
        done = really_run("check", "--data", "finns-inte")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == "startklar: mappen `finns-inte` finns inte\n"

    def test_survives_a_terminal_without_swedish(self, data: Path) -> None:
        folder = write(data, FAULTY.replace("nmae: Sjunet", "nmae: Š och …"))
        for encoding, expected in (("latin-1", b"nmae: ? och ?"), ("ascii", b"nmae: ")):
            environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
            done = really_run("check", "--data", folder, environment=environment)
            assert (done.returncode, done.stderr) == (1, b"")
            assert expected in done.stdout
            assert really_run("chäck", environment=environment).returncode == 2

    def test_survives_a_reader_that_has_gone(self, data: Path) -> None:
        links = "".join(f"  l{n}: {{title: L, source: seed}}\n" for n in range(2000))
        folder = write(data, f"{CLEAN}links:\n{links}")
        read, written = os.pipe()
        os.close(read)
        with os.fdopen(written, "wb") as gone:
            command = [sys.executable, "-m", "generator", "check", "--data", folder]
            done = subprocess.run(  # noqa: S603 - our own program
                command, cwd=ROOT, stdout=gone, stderr=subprocess.PIPE, check=False
            )
        assert done.stderr == b""

    def test_says_that_the_answer_found_no_room(self, data: Path) -> None:
        command = [sys.executable, "-m", "generator", "check", "--data", write(data, CLEAN)]
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(  # noqa: S603 - our own program
                command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == 2
        assert done.stderr.decode() == "startklar: svaret kan inte skrivas: disken är full\n"

    def test_checks_without_loading_mkdocs_or_looking_back(self, data: Path) -> None:
        program = (
            "import sys; from generator.commands import main; "
            "main(['check', '--data', sys.argv[1]], standalone_mode=False); "
            "sys.exit(bool({'mkdocs', 'material', 'generator.diff'} & set(sys.modules)))"
        )
        command = [sys.executable, "-c", program, write(data, CLEAN)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["build", "serve"])
def test_help_imports_nothing_that_a_build_needs(name: str) -> None:
    done = really_run(name, "--help", environment={"PYTHONPROFILEIMPORTTIME": "1"})
    assert done.returncode == 0
    imported = set(re.findall(r"\| +(\w+)$", done.stderr.decode(), re.MULTILINE))
    assert "click" in imported
    assert not imported & {"mkdocs", "typst", "icalendar", "pydantic", "jinja2", "holidays"}
