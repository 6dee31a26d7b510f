"""Startklar's own built pages, taken apart: what other generators are given to put together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

_FLAGS = re.DOTALL
_TITLE = re.compile(r"<title>(.*?)</title>", _FLAGS)
_DESCRIPTION = re.compile(r'(<meta name="?description"? content=")([^"]*)(")', _FLAGS)
_LINKED = re.compile(r"<script type=\"?application/ld\+json\"?>.*?</script>", _FLAGS)
_MENU = re.compile(r"<nav\b[^>]*sk-menu.*?</nav>", _FLAGS)
_CONTENTS = re.compile(r"<nav\b[^>]*sk-contents.*?</nav>", _FLAGS)
_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", _FLAGS)
_ENTRY = re.compile(r'<a href="?([^" >]+)"?[^>]*>(.*?)</a>', _FLAGS)
_RELATIVE = re.compile(r'(?<==")\.\.?(?:/[^"]*)?(?=")')


@dataclass(frozen=True, slots=True)
class SitePage:
    address: str
    """From the root, without the last slash; the start page's is empty."""
    title: str
    description: str
    contents: str
    """The finished HTML of the page's own contents, or nothing."""
    linked: str
    """The finished element with what machines read, or nothing."""
    body: str


def site_pages(site: Path) -> Iterator[SitePage]:
    """Every page in a folder of its own, in the order of their addresses."""
    for file in sorted(site.rglob("index.html")):
        text = file.read_text("utf-8")
        article = _ARTICLE.search(text)
        if article is None:
            continue
        head = text[: article.start()]
        title, description = _TITLE.search(head), _DESCRIPTION.search(head)
        address = file.parent.relative_to(site).as_posix()
        yield SitePage(
            address="" if address == "." else address,
            title=unescape(title[1]).rpartition(" – ")[0] or "Start" if title else "",
            description=unescape(description[2]) if description else "",
            contents=_all(_CONTENTS, head),
            linked=_all(_LINKED, head),
            body=article[2],
        )


def _all(pattern: re.Pattern[str], text: str) -> str:
    return "".join(found[0] for found in pattern.finditer(text))


@dataclass(frozen=True, slots=True)
class Shell:
    """What surrounds a page, with addresses from the root instead of from the page."""

    html: str
    """With the marks @TITLE@, @DESCRIPTION@, @LINKED@, @MENU@, @CONTENTS@ and @BODY@."""
    menu: tuple[tuple[str, str], ...]
    """Address and text of each entry."""


def shell(site: Path) -> Shell:
    """As it stands around the first service. Raises StopIteration if there is none."""
    file = next(each for each in sorted(site.glob("tjanster/*/index.html")))
    text = file.read_text("utf-8")
    text = _ARTICLE.sub(r"\1@BODY@\3", text)
    text = _CONTENTS.sub("@CONTENTS@", text)
    menu = _all(_MENU, text)
    text = _MENU.sub("@MENU@", text)
    text = _LINKED.sub("@LINKED@", text)
    text = _TITLE.sub("<title>@TITLE@</title>", text)
    text = _DESCRIPTION.sub(r"\1@DESCRIPTION@\3", text)
    entries = _ENTRY.findall(_rooted(menu))
    return Shell(_rooted(text), tuple((address, unescape(name)) for address, name in entries))


def _rooted(html: str) -> str:
    """Addresses from the root, where they stood from a page two levels down."""
    return _RELATIVE.sub(lambda found: urljoin("/tjanster/en/", found[0]), html)
