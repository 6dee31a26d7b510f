"""Other generators are given the pages that Startklar built: all of them, with the same text."""

import json
from pathlib import Path

import pytest

from bench.peers import hugo, mkdocs, sphinx_needs
from bench.peers.blocks import blocks
from bench.peers.site_page import shell, site_pages

PAGE = """<!doctype html><html><head><title>{title} – Startklar</title>
<meta name="description" content="Om {title}">
<link rel="stylesheet" href="../../assets/a.css">
<script type="application/ld+json">{{"name": "{title}"}}</script></head><body>
<header><a href="../..">Hem</a></header>
<nav class="sk-menu" aria-label="Meny"><ul><li><a href="../..">Start</a></li>
<li><a href="../">Tjänster &amp; mer</a></li></ul></nav>
<nav class="sk-contents"><a href="#steg">Steg</a></nav>
<main><article class="md-typeset">{body}</article></main><footer>Sidfot</footer></body></html>
"""
PAGES = {
    "": ("Start", "<h1>Start</h1><p>Välkommen.</p>"),
    "tjanster": ("Tjänster", "<h1>Tjänster</h1><ul><li><a href='ett/'>Ett</a></li></ul>"),
    "tjanster/ett": (
        "Ett",
        "<h1>Ett</h1><p>Kräver <a href='../tva/#steg'>Två</a> &lt;snart&gt;.</p><svg>x</svg>",
    ),
    "tjanster/tva": ("Två", "<h1>Två</h1><h2 id='steg'>Steg</h2><p>Fråga *alla*.</p>"),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for address, (title, body) in PAGES.items():
        (site / address).mkdir(parents=True, exist_ok=True)
        (site / address / "index.html").write_text(PAGE.format(title=title, body=body), "utf-8")
    (site / "gammal").mkdir()
    (site / "gammal" / "index.html").write_text("<title>Flyttad</title>", "utf-8")
    (site / "assets").mkdir()
    (site / "assets" / "a.css").write_text("p {}", "utf-8")
    return site


def test_pages_are_taken_apart_and_redirects_left_out(site: Path) -> None:
    pages = {page.address: page for page in site_pages(site)}
    assert {address: (page.title, page.body) for address, page in pages.items()} == PAGES
    assert pages["tjanster/ett"].description == "Om Ett"
    assert pages["tjanster/ett"].linked.startswith("<script type=")
    assert pages["tjanster/ett"].contents.endswith("</nav>")


def test_the_shell_is_everything_else_with_addresses_from_the_root(site: Path) -> None:
    around = shell(site)
    assert around.menu == (("/", "Start"), ("/tjanster/", "Tjänster & mer"))
    assert 'href="/assets/a.css"' in around.html
    assert "Sidfot" in around.html
    assert "Kräver" not in around.html
    marks = ("@TITLE@", "@DESCRIPTION@", "@LINKED@", "@MENU@", "@CONTENTS@", "@BODY@")
    assert all(around.html.count(mark) == 1 for mark in marks)


def test_hugo_has_a_file_for_each_page_with_the_finished_body(site: Path, tmp_path: Path) -> None:
    hugo.make(site, tmp_path / "hugo")
    content = tmp_path / "hugo" / "content"
    names = {file.relative_to(content).as_posix() for file in content.rglob("*.html")}
    assert names == {
        *("_index.html", "tjanster/_index.html", "tjanster/ett.html", "tjanster/tva.html")
    }
    front, _, body = (content / "tjanster/ett.html").read_text("utf-8").partition("\n\n")
    assert json.loads(front)["title"] == "Ett"
    assert body == PAGES["tjanster/ett"][1]
    assert (tmp_path / "hugo/static/assets/a.css").is_file()
    assert "@" not in (tmp_path / "hugo/layouts/_default/single.html").read_text("utf-8")


def test_markdown_has_the_text_and_links_to_the_files(site: Path, tmp_path: Path) -> None:
    mkdocs.make(site, tmp_path / "mkdocs")
    docs = tmp_path / "mkdocs" / "docs"
    ett = (docs / "tjanster" / "ett.md").read_text("utf-8")
    assert ett.endswith("# Ett\n\nKräver [Två](tva.md) \\<snart\\>.\n")
    assert "- [Ett](tjanster/ett.md)" in (docs / "tjanster.md").read_text("utf-8")
    settings = (tmp_path / "mkdocs" / "mkdocs.yml").read_text("utf-8")
    assert settings.endswith('  - "Start": index.md\n  - "Tjänster & mer": tjanster.md\n')


def test_a_service_is_a_need_that_links_to_what_it_needs(site: Path, tmp_path: Path) -> None:
    sphinx_needs.make(site, tmp_path / "needs")
    ett = (tmp_path / "needs/source/tjanster/ett.rst").read_text("utf-8")
    assert ".. service:: Ett\n   :id: ETT\n   :links: TVA\n" in ett
    assert "Fråga \\*alla\\*." in (tmp_path / "needs/source/tjanster/tva.rst").read_text("utf-8")


def test_what_is_no_text_is_no_block() -> None:
    found = [(block.kind, block.text) for block in blocks("<h2>A</h2><svg>b</svg><p> </p>c")]
    assert found == [("##", "A"), ("text", "c")]
