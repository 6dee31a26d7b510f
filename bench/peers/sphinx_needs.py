"""sphinx-needs: each page as reStructuredText, each service as a need with links to what it needs.

Sphinx runs with its lightest theme, without sources, index and search words beside its own, in two
processes.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import urljoin

from bench.peers.blocks import blocks
from bench.peers.peer import Peer, fresh
from bench.peers.site_page import SitePage, site_pages

_SETTINGS = """\
project = "Startklar"
language = "sv"
extensions = ["sphinx_needs"]
html_theme = "basic"
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
suppress_warnings = ["toc", "needs", "image", "config"]
needs_id_regex = "^[A-Z0-9_]+$"
needs_types = [
    {"directive": "service", "title": "Tjänst", "prefix": "", "color": "#fff", "style": "node"}
]
"""
_SERVICE = "tjanster/"
_MARKS = re.compile(r"([\\`*_|:])")
_UNDERLINES = "==-~^\"'"


def make(site: Path, folder: Path) -> None:
    """A project for the pages of the built site."""
    fresh(folder)
    pages = list(site_pages(site))
    needs = {page.address for page in pages if _is_service(page.address)}
    for page in pages:
        file = folder / "source" / f"{page.address or 'start'}.rst"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n\n".join(_page(page, needs)) + "\n", "utf-8")
    index = "Startklar\n=========\n\n.. toctree::\n   :maxdepth: 1\n   :glob:\n\n   *\n"
    (folder / "source" / "index.rst").write_text(index, "utf-8")
    (folder / "source" / "conf.py").write_text(_SETTINGS, "utf-8")


def _is_service(address: str) -> bool:
    return address.startswith(_SERVICE) and address.count("/") == 1


def need_id(address: str) -> str:
    return re.sub(r"[^A-Z0-9]", "_", address.removeprefix(_SERVICE).upper())


def _page(page: SitePage, needs: Collection[str]) -> Iterator[str]:
    yield ":orphan:"
    yield _headline(page.title, "=")
    if _is_service(page.address):
        links = sorted(set(_links(page, needs)))
        yield (
            f".. service:: {_escaped(page.title)}\n   :id: {need_id(page.address)}\n"
            f"   :links: {','.join(links)}\n\n   {_escaped(page.description)}"
        )
    for block in blocks(page.body):
        text = _escaped(block.text)
        if block.kind.startswith("#"):
            if block.kind != "#":
                yield f"**{text}**"
        else:
            yield f"- {text}" if block.kind == "item" else text


def _links(page: SitePage, needs: Collection[str]) -> Iterator[str]:
    for block in blocks(page.body):
        for _, address in block.parts:
            target = urljoin(f"/{page.address}/", address).partition("#")[0].strip("/")
            if target in needs and target != page.address:
                yield need_id(target)


def _headline(text: str, mark: str) -> str:
    return f"{_escaped(text)}\n{mark * (len(_escaped(text)) + 1)}"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def contender(environment: Path, folder: Path) -> Peer:
    out = folder / "build"
    command = (environment / "bin/python", "-m", "sphinx", "-q", "-j", "2", "-b", "html")
    return Peer("sphinx-needs", (*command, folder / "source", out), folder, out)
