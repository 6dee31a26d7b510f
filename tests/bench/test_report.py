"""The page says what was measured, what was promised, and what is not known."""

from pathlib import Path
from typing import Any

import pytest

from bench.report import PAGES, render, seconds
from bench.targets import targets


def built(*wall: float) -> dict[str, Any]:
    return {"wall": list(wall), "processor": list(wall), "pages": 3, "files": 4, "bytes": 5_000_000}


@pytest.fixture
def results() -> dict[str, Any]:
    generators = {"startklar": built(2.0, 1.0, 3.0), "hugo": built(4.0), "mkdocs": built(10.0)}
    return {
        "builds": {"2500": {"generators": generators, "failed": {"zensical": "1: saknas\nhär"}}},
        "changed": {
            "2500": {
                "wall": [0.25],
                "cold": [2.0, 1.5],
                "files": 4,
                "differing": [],
                "moved": {"files": 2, "pages": 1, "sent": 1_500_000},
            }
        },
        "failed": {"serve": "was not shown"},
    }


def met(results: dict[str, Any]) -> dict[str, tuple[float | None, str]]:
    return {each.what: (each.measured, each.verdict) for each in targets(results)}


def test_a_target_is_held_against_the_median(results: dict[str, Any]) -> None:
    found = met(results)
    assert found["Cold build at 2,500 beside Hugo, the same menu made on every page"] == (
        0.5,
        "yes",
    )
    assert found["— beside MkDocs with Material"] == (0.2, "**no**")
    assert found["Build after one changed line at 2,500 beside cold, same bytes"] == (1 / 7, "yes")


def test_what_was_not_measured_is_neither_met_nor_missed(results: dict[str, Any]) -> None:
    assert met(results)["`plan` at 2,500"] == (None, "not measured")
    assert {verdict for _, verdict in met({}).values()} == {"not measured"}


def test_a_quick_build_with_wrong_files_is_no_build(results: dict[str, Any]) -> None:
    results["changed"]["2500"]["differing"] = ["index.html"]
    what = "Build after one changed line at 2,500 beside cold, same bytes"
    assert met(results)[what][1] == "**no**"


def test_the_page_has_medians_spread_and_what_is_missing(
    results: dict[str, Any], tmp_path: Path
) -> None:
    tried = tmp_path / "tried.md"
    tried.write_text("| what | gained |\n", "utf-8")
    page = render(results, tried=tried)
    assert "| Startklar | 2.00 (1.00–3.00) |" in page
    assert "Zensical could not be measured: 1: saknas här" in page
    assert "- serve: was not shown" in page
    assert page.endswith("| what | gained |\n")


def test_a_busy_machine_is_told(results: dict[str, Any], tmp_path: Path) -> None:
    results["machine"] = {
        "cores": 2,
        "processor": "P",
        "memory": 8_000_000_000,
        "system": "Linux 6",
        "disk": "ext4",
        "python": "3.11",
        "busy": 0.1,
    }
    assert "Provisional" not in render(results, tried=tmp_path / "none.md")
    results["machine"]["busy"] = 5
    assert "Provisional" in render(results, tried=tmp_path / "none.md")


def test_the_page_of_scale_says_what_21_regions_are(results: dict[str, Any]) -> None:
    sizes = {"files": 10, "bytes": 2_000_000, "sent": 1_000_000}
    results["scale"] = {
        "sites": {"2500": {"pages": sizes, "search": sizes, "other": sizes}},
        "largest": {"2500": {"karta/index.html": {"bytes": 500_000, "sent": 90_000}}},
        "papers": {"services": 25, "wall": 4.0, "files": 7, "bytes": 100_000},
    }
    page = render(results, "scale.md")
    assert "| together | 30 | 6 MB | 3 MB | 630 files, 126 MB |" in page
    assert "`karta/index.html`, 90 kB" in page
    assert "fromJSON(needs.changed.outputs.regions)" in page


@pytest.mark.parametrize("page", PAGES)
def test_a_page_can_be_written_of_nothing_at_all(page: str, tmp_path: Path) -> None:
    assert "## " in render({"failed": {}}, page, tmp_path / "none.md")


def test_seconds_have_three_figures() -> None:
    assert seconds([]) == "–"
    assert seconds([0.1234]) == "0.12"
    assert seconds([20.0, 10.0, 30.0]) == "20.0 (10.0–30.0)"
