"""MkDocs with Material, and Zensical, which reads the same settings: plain Markdown pages.

Their navigation is Startklar's own menu. With every service in it MkDocs would print them all on
every page, which is slower by far.
"""

import json
from pathlib import Path

from bench.peers.markdown_pages import file_name, write_markdown
from bench.peers.peer import Peer, fresh
from bench.peers.site_page import shell

_SETTINGS = """\
site_name: Startklar
site_url: https://example.se/
docs_dir: docs
theme: {name: material, language: sv, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables, {toc: {permalink: false}}]
validation: {nav: {omitted_files: ignore}, links: {anchors: ignore, unrecognized_links: ignore}}
nav:
"""


def make(site: Path, folder: Path) -> None:
    """A project for the pages of the built site."""
    fresh(folder)
    write_markdown(site, folder / "docs")
    entries = (
        f"  - {json.dumps(name, ensure_ascii=False)}: {file_name(address.strip('/'))}\n"
        for address, name in shell(site).menu
    )
    (folder / "mkdocs.yml").write_text(_SETTINGS + "".join(entries), "utf-8")


def mkdocs(environment: Path, folder: Path) -> Peer:
    command = (environment / "bin/python", "-m", "mkdocs", "build", "--quiet", "--clean")
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    return Peer("mkdocs", command, folder, folder / "site", quiet)


def zensical(environment: Path, folder: Path) -> Peer:
    command = (environment / "bin/python", "-m", "zensical", "build", "--clean")
    return Peer("zensical", command, folder, folder / "site", kept=(folder / ".cache",))
