"""Every link inside the guide leads somewhere."""

import re
from functools import cache
from itertools import pairwise
from posixpath import dirname, join, normpath

import markdown

from generator.outputs.html.rendering import Html
from generator.pages.navigation import menu
from generator.pages.parts import part_pages
from generator.pages.registry import all_pages
from tests.pages.rendered import ROOT, THEME, made_up, real

_EXTENSIONS = ["attr_list", "fenced_code", "md_in_html", "tables", "toc"]
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@cache
def pages() -> dict[str, str]:
    """Every page's finished HTML, by its address."""
    html, every = Html(THEME, real()), [*all_pages(real()), *part_pages(made_up())]
    found = {page.address: html.render(page).body for page in every}
    for file in (ROOT / "content").glob("*.md"):
        address = "" if file.stem == "index" else file.stem
        text = _FRONT.sub("", file.read_text(encoding="utf-8"))
        body = markdown.markdown(text, extensions=_EXTENSIONS)
        found[address] = html.fill(body, address)
    return found


def target(here: str, href: str) -> tuple[str, str]:
    """The address and the anchor that a relative link means; the planner's `#m=rehab` is none."""
    path, _, anchor = href.partition("#")
    anchor = "" if "=" in anchor else anchor
    if path.endswith(".md"):
        return join(dirname(here), path.removesuffix(".md")), anchor
    address = normpath(join(here or ".", path)).removeprefix("./")
    return "" if address == "." else address, anchor


def anchors(body: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', body)


def test_every_link_leads_to_a_page_and_a_place_on_it() -> None:
    dead = set()
    for here, body in pages().items():
        for href in re.findall(r'<a [^>]*?href="([^"]*)"', body):
            if ":" in href.partition("#")[0] or "/files/" in href:
                continue
            address, anchor = target(here, href)
            known = address in pages() or "." in address.rpartition("/")[2]
            if not known or (anchor and anchor not in anchors(pages().get(address, ""))):
                dead.add((here, href))
    assert not dead


def test_no_place_has_two_things() -> None:
    for address, body in pages().items():
        found = anchors(body)
        assert len(found) == len(set(found)), address


def test_the_menu_leads_to_pages() -> None:
    def sources(items: list[object]) -> list[str]:
        found = []
        for item in items:
            for value in item.values() if isinstance(item, dict) else [item]:
                found += sources(value) if isinstance(value, list) else [str(value)]
        return found

    addresses = [name.removesuffix(".md") for name in sources(menu(real()))]
    assert {"" if a == "index" else a for a in addresses} <= pages().keys()


def test_headings_are_one_and_then_in_steps() -> None:
    for address, body in pages().items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", body)]
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_the_page_for_what_is_not_found_leads_on() -> None:
    text = (THEME / "404.html").read_text(encoding="utf-8")
    addresses = re.findall(r"\{\{ '([^']+)'\|url \}\}", text)
    assert "tjanster/" in addresses
    assert {a.strip("./") for a in addresses} <= pages().keys()
