"""A guide that says where it is published tells its whole addresses, below a folder too."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import copy_project
from tests.site.published import Published

SITE = "https://guide.example/start"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = copy_project(tmp_path_factory.mktemp("published"))
    for file in (folder / "data").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^guide:\n", f"guide:\n  site: {SITE}\n", text, flags=re.MULTILINE))
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("{data: data,", "{pdf: false, data: data,"), encoding="utf-8")
    command = [sys.executable, "-m", "generator", "build", "--config", str(settings)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return Published(folder / "site")


def listed(folder: Path) -> list[str]:
    tree = ET.parse(folder / "sitemap.xml")  # noqa: S314 - our own
    return [element.text or "" for element in tree.iter() if element.tag.endswith("}loc")]


def test_the_sitemap_lists_every_page_once_and_nothing_else(published: Published) -> None:
    addresses = listed(published.folder)
    assert sorted(addresses) == sorted(f"{SITE}{address}" for address in published.own)


def test_every_page_says_its_address(published: Published) -> None:
    for address, page in published.own.items():
        canonical = [a["href"] for a in page.all("link") if a["rel"] == "canonical"]
        assert canonical == page.meta("og:url") == [f"{SITE}{address}"]
        assert "" not in {*page.meta("og:title"), *page.meta("og:description")}


def test_the_page_for_what_is_not_found_counts_from_the_folder(published: Published) -> None:
    page = published.pages["/404.html"]
    assert not [a for a in page.all("link") if a["rel"] == "canonical"]
    asked = [asked for asked in page.asks if not asked.startswith("#")]
    assert all(each.startswith("/start/") for each in asked), asked
