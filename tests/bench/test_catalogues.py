"""Made catalogues hold against every rule, are the same each time and grow as they are asked to."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bench import catalogues
from bench.made_services import AREA
from bench.wording import NAMES, identifier, name
from generator.checks import check
from generator.checks.checking import CheckedCatalogue
from generator.load.reading import load_bytes

SIZES = (0, 25, 130)


@pytest.mark.parametrize("size", SIZES)
def test_every_size_holds_against_every_rule(size: int) -> None:
    loaded = load_bytes(catalogues.files(size))
    proven = check(loaded, as_of=date.fromisoformat(catalogues.AS_OF))
    assert isinstance(proven, CheckedCatalogue), str(proven)


def test_there_are_as_many_services_as_asked_for_and_never_fewer_than_the_real_ones() -> None:
    real = len(catalogues.catalogue(0).services)
    assert [len(catalogues.catalogue(size).services) for size in SIZES] == [real, 25, 130]


def test_an_area_has_a_file_of_its_own() -> None:
    made = [file for file in catalogues.files(130) if file.startswith("omrade-")]
    real = len(catalogues.catalogue(0).services)
    assert len(made) == -(-(130 - real) // AREA)


def test_the_same_size_is_the_same_to_the_byte_and_in_another_process() -> None:
    code = (
        "import hashlib; from bench.catalogues import files;"
        "print(hashlib.sha256(b''.join(files(40).values())).hexdigest())"
    )
    runs = {
        subprocess.check_output([sys.executable, "-c", code], text=True)  # noqa: S603
        for _ in range(2)
    }
    assert len(runs) == 1


def test_made_services_are_as_mixed_as_real_ones() -> None:
    made = catalogues.catalogue(130)
    services = list(made.services.values())[18:]
    levels = {o.level for service in services for o in service.obligation.values()}
    steps = [step for service in services for step in service.steps]
    assert len(levels) == 5
    assert {model for service in services for model in service.obligation} == set(made.models)
    assert any(getattr(step, "options", ()) for step in steps)
    assert any(getattr(step, "form", None) for step in steps)
    assert any(hasattr(need, "any") for service in services for need in service.prerequisites)
    assert len({service.text for service in services if service.text}) > len(services) / 3


def test_no_two_numbers_share_a_name_or_an_id() -> None:
    assert len({identifier(name(number)) for number in range(NAMES)}) == NAMES
    assert NAMES > 25_000


def test_a_folder_is_settings_that_lead_back_to_the_project(tmp_path: Path) -> None:
    catalogues.write(25, tmp_path / "made")
    settings = (tmp_path / "made" / "mkdocs.yml").read_text("utf-8")
    for line, leaf in (("docs_dir: ", "content"), ("custom_dir: ", "theme")):
        folder = settings.partition(line)[2].split()[0]
        assert (tmp_path / "made" / folder).resolve() == catalogues.PROJECT / leaf
    assert "pdf: false" in settings
    assert len(list((tmp_path / "made" / "data").iterdir())) == len(catalogues.files(25))
