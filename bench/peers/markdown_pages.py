"""The same text as Markdown, for generators that read it; links lead to the pages' files."""

import posixpath
import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import urljoin

from bench.peers.blocks import Block, blocks
from bench.peers.peer import fresh
from bench.peers.site_page import SitePage, site_pages

_SEARCHED = 50_000
"""A list of other pages longer than this is left out of the search: Zensical takes none longer."""
_MARKS = re.compile(r"([\\`*_\[\]<>#|{}])")


def write_markdown(site: Path, folder: Path) -> None:
    """One file a page, under the page's own address."""
    fresh(folder)
    pages = list(site_pages(site))
    addresses = {page.address for page in pages}
    for page in pages:
        file = folder / file_name(page.address)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_markdown(page, addresses), "utf-8")


def file_name(address: str) -> str:
    return f"{address or 'index'}.md"


def _markdown(page: SitePage, addresses: Collection[str]) -> str:
    body = "\n\n".join(_block(each, page, addresses) for each in blocks(page.body))
    front = f"title: {_quoted(page.title)}\ndescription: {_quoted(page.description)}"
    if len(body) > _SEARCHED:
        front += "\nsearch:\n  exclude: true"
    return f"---\n{front}\n---\n{body}\n"


def _quoted(text: str) -> str:
    return "'" + " ".join(text.replace("'", "''").split()) + "'"


def _block(block: Block, page: SitePage, addresses: Collection[str]) -> str:
    text = "".join(_run(run, to, page, addresses) for run, to in block.parts)
    text = " ".join(text.split())
    if block.kind == "text":
        return text
    return f"- {text}" if block.kind == "item" else f"{block.kind} {text}"


def _run(text: str, address: str, page: SitePage, addresses: Collection[str]) -> str:
    words = _MARKS.sub(r"\\\1", text)
    if not address or not words.strip():
        return words
    if "://" in address or address.startswith(("mailto:", "tel:")):
        return f"[{words.strip()}]({address})"
    target = urljoin(f"/{page.address}/" if page.address else "/", address)
    target = target.partition("#")[0].strip("/")
    if target not in addresses:
        return words
    way = posixpath.relpath(file_name(target), posixpath.dirname(page.address) or ".")
    return f"[{words.strip()}]({way})"
