"""What the workflows may do, and with whose code."""

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.views.site import FORM, FORM_PAGE
from tests.conftest import ROOT
from tests.pages.rendered import BASE, BOTH, kept_at, real, slot, small

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")


def read(file: Path) -> Any:
    return YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))


def name(file: Path) -> str:
    return file.stem


@pytest.mark.parametrize("file", WORKFLOWS, ids=name)
def test_a_workflow_has_no_more_than_it_needs(file: Path) -> None:
    workflow = read(file)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert set(job["permissions"]) >= {"contents"}
        for step in job["steps"]:
            assert PINNED.fullmatch(step.get("uses", f"a/b@{'0' * 40}"))
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("file", WORKFLOWS, ids=name)
def test_a_pinned_action_says_its_version(file: Path) -> None:
    uses = [line for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert uses
    assert all(re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in uses)


@pytest.mark.parametrize("file", WORKFLOWS, ids=name)
def test_no_shell_is_given_what_a_stranger_wrote(file: Path) -> None:
    for job in read(file)["jobs"].values():
        assert all("${{" not in step.get("run", "") for step in job["steps"])


def test_who_may_write_runs_nothing_of_the_proposal() -> None:
    for file in WORKFLOWS:
        workflow = read(file)
        may_write = "write" in str([job["permissions"] for job in workflow["jobs"].values()])
        assert may_write == (set(workflow["on"]) == {"workflow_run"})
        if may_write:
            [job] = workflow["jobs"].values()
            checkout, run = job["steps"]
            assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
            assert run["run"] == "python3 .github/review_comment.py"


def test_each_page_leads_to_the_form_with_its_address_filled_in() -> None:
    form = read(GITHUB / "ISSUE_TEMPLATE" / FORM)
    assert FORM_PAGE in [field.get("id") for field in form["body"]]
    site = kept_at(real(), "https://github.com/r/g")
    assert site.fault_url("tjanster/sjunet") == (
        f"https://github.com/r/g/issues/new?template={FORM}&{FORM_PAGE}=%2Ftjanster%2Fsjunet%2F"
    )
    assert 'sida=%2F"' in slot(site, "fault")


def test_the_address_is_whole_where_the_guide_is_published() -> None:
    base = BASE.replace("title: Startklar,", "title: Startklar, site: https://guide.se/x/,")
    world = f"services: {{a: {{name: A, {BOTH}}}}}"
    site = kept_at(small(world, base), "https://github.com/r/g")
    assert (site.fault_url("om") or "").endswith("sida=https%3A%2F%2Fguide.se%2Fx%2Fom%2F")


def test_elsewhere_than_on_github_the_link_leads_to_the_catalogue() -> None:
    assert kept_at(real(), "https://example.se/r").fault_url("om") == "https://example.se/r"


def test_without_an_address_there_is_no_link() -> None:
    assert real().fault_url("om") is None
    assert slot(real(), "fault").strip() == ""
