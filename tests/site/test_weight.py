"""What a visit moves, compressed as a static host does it."""

import gzip
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.site.published import Published

FIRST, NEXT = 150_000, 25_000
_FETCHED = {"stylesheet", "icon", "modulepreload", "preload"}


def _moved(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), mtime=0))


def _files(published: Published, address: str) -> set[str]:
    """The page and what it asks for at once."""
    page = published.pages[address]
    asked = [link["href"] for link in page.all("link") if link["rel"] in _FETCHED]
    asked += [script["src"] for script in page.all("script") if "src" in script]
    asked += [image["src"] for image in page.all("img")]
    here = f"{address}index.html"
    return {here, *(urljoin(address, name) for name in asked)}


def _weight(published: Published, files: set[str]) -> int:
    return sum(_moved(published.folder / name.strip("/")) for name in files)


def test_a_first_visit_is_light(published: Published) -> None:
    assert _weight(published, _files(published, "/")) <= FIRST / 2


def test_a_next_page_is_light(published: Published) -> None:
    known = _files(published, "/")
    for address in published.own:
        assert _weight(published, _files(published, address) - known) <= NEXT, address


@pytest.mark.parametrize("kind", ["css", "js"])
def test_what_browsers_keep_is_named_by_what_is_in_it(published: Published, kind: str) -> None:
    names = [name for page in published.own for name in _files(published, page)]
    unnamed = {n for n in names if n.endswith(f".{kind}") and len(n.split(".")) < 3}
    assert not unnamed
