"""`new` and `rename` as an editor runs them."""

import shutil
from pathlib import Path

import pytest

from tests.test_commands import ROOT, run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "data", tmp_path / "data")


def held(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in data.iterdir()}


@pytest.mark.parametrize("kind", ["service", "form", "contact"])
def test_new_tells_where_it_stands_and_stops_the_build(data: Path, kind: str) -> None:
    before = held(data)
    done = run("new", kind, "ny-sak", "--name", "Ny sak", "--data", str(data))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "`ny-sak` står nu i avsnittet" in done.stdout
    (touched,) = [name for name, content in held(data).items() if content != before[name]]
    assert touched in done.stdout
    checked = run("check", "--data", str(data))
    assert checked.exit_code == 1
    assert "fel[missing-field]" in checked.stdout


def test_rename_tells_what_it_touched_and_what_it_left(data: Path) -> None:
    before = held(data)
    done = run("rename", "services:sjunet", "natet", "--data", str(data))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("`sjunet` i avsnittet `services` heter nu `natet`.\n")
    for name, content in held(data).items():
        assert (content != before[name]) == (f"{name}: " in done.stdout.partition("Nämns")[0])
    assert run("check", "--data", str(data)).exit_code == 0
    assert run("plan", "--data", str(data), "--with", "sjunet").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["new", "service", "sjunet"], "`sjunet` finns redan i avsnittet `services`"),
        (["new", "service", "Å ä/ö"], "till exempel `a-a-o`"),
        (["new", "form", "ny", "--name", " "], "namnet är tomt"),
        (["new", "form", "ny", "--name", "a\nb"], "skriv det på en rad"),
        (["new", "form", "ny", "--source", "sede"], "källan `sede` finns inte; menar ni `seed`?"),
        (["new", "tjanst", "ny"], "ska vara `service`, `form` eller `contact`"),
        (["new", "form"], "`ID` saknas"),
        (["rename", "sjunet", "ny"], "finns i flera avsnitt; skriv `links:sjunet`"),
        (["rename", "services:kiv", "sjunet"], "`sjunet` finns redan"),
        (["rename", "services:kiv", "KIV"], "till exempel `kiv`"),
        (["rename", "kiv"], "`NEW` saknas"),
    ],
)
def test_what_cannot_be_done_touches_nothing(
    data: Path, arguments: list[str], message: str
) -> None:
    before = held(data)
    done = run(*arguments, "--data", str(data))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("startklar: ")
    assert message in done.stderr
    assert held(data) == before
