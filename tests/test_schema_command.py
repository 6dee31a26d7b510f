"""`startklar schema`: where it writes, and when it leaves with what."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import main

CATALOGUE = """
guide: {title: Guide, publisher: Regionen}
models: {rehab: {name: Vårdval Rehab, short_name: Rehab}}
operators: {private: {name: Privat, short_name: Privat}}
sources: {seed: {title: Källa, publisher: Regionen}}
services:
  sjunet: {name: Sjunet, summary: Nät., obligation: {rehab: mandatory}, source: seed}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text(CATALOGUE, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["schema", *arguments], prog_name="startklar")


def test_writes_where_editors_look(folder: Path) -> None:
    assert run().exit_code == 0
    written = (folder / "schema" / "catalogue.schema.json").read_text(encoding="utf-8")
    assert json.loads(written)["definitions"]["ids-services"]["enum"] == ["sjunet"]
    assert [each.name for each in (folder / "schema").iterdir()] == ["catalogue.schema.json"]
    assert run("-").stdout == written


def test_writes_the_same_bytes_again(folder: Path) -> None:
    run("ett.json")
    run("ett.json")
    run("två.json")
    assert (folder / "ett.json").read_bytes() == (folder / "två.json").read_bytes()


def test_tells_whether_it_is_stale(folder: Path) -> None:
    missing = run("--check")
    run()
    fresh = run("--check")
    data = folder / "data" / "a.yaml"
    data.write_text(CATALOGUE.replace("sjunet:", "natet:"), encoding="utf-8")
    stale = run("--check")
    assert [each.exit_code for each in (missing, fresh, stale)] == [1, 0, 1]
    assert fresh.output == ""
    assert stale.stderr == (
        "`schema/catalogue.schema.json` är gammal; kör `startklar schema` och spara filen\n"
    )


def test_leaves_the_file_alone_when_the_catalogue_has_faults(folder: Path) -> None:
    (folder / "data" / "a.yaml").write_text("services: [", encoding="utf-8")
    result = run("ny.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "fel[syntax-error]" in result.stderr
    assert not (folder / "ny.json").exists()


@pytest.mark.parametrize("arguments", [["data"], ["data/a.yaml/x.json"], ["--check", "data"]])
def test_says_why_it_cannot_be_written_or_read(folder: Path, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("startklar: `data")
    assert "datorn svarar" in result.stderr
    assert [each.name for each in folder.iterdir()] == ["data"]


def test_no_day_makes_it_stale(folder: Path) -> None:
    dated = """
  forr: {name: Förr, summary: F., until: 1999-12-31, obligation: {rehab: optional}, source: seed}
  sen: {name: Sen, summary: S., from: 2140-01-01, obligation: {rehab: optional}, source: seed}
"""
    (folder / "data" / "a.yaml").write_text(f"{CATALOGUE}{dated}", encoding="utf-8")
    definitions = json.loads(run("-").stdout)["definitions"]
    assert definitions["ids-services"]["enum"] == ["sjunet", "forr", "sen"]
