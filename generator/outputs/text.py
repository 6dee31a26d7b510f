"""Free text: Markdown from an author becomes HTML that can do nothing but be read.

The project's own manuals are trusted, and may hold headings and code beside.
"""

import re
from functools import lru_cache
from html import unescape
from typing import Final

import markdown
import nh3
from markupsafe import Markup

_TAGS: Final = {"a", "br", "code", "em", "li", "ol", "p", "strong", "ul"}
_ATTRIBUTES: Final = {"a": {"href"}}
_SCHEMES: Final = {"https", "mailto", "tel"}
_CLEANER: Final = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    url_relative="deny",  # `//example.se` is one, and a text stands on pages in many folders
    link_rel="noopener",
)
_RENDERER: Final = markdown.Markdown(extensions=["sane_lists"], output_format="html")
_MANUALS: Final = markdown.Markdown(
    extensions=["fenced_code", "sane_lists", "tables", "toc"], output_format="html"
)


_PLAIN: Final = re.compile(
    r"(?=[^\W\d_]|`)"
    r"(?:[a-zåäöA-ZÅÄÖ0-9 .,:;()?!«»–/%@-]++|[^\W_]++|(?<!`)`[\w.:/-]++`(?!`))*+(?<! )"
)
"""A line in which nothing can be Markdown, nor HTML, but names of keys and files in backticks.

What most texts are written with comes first: one class of signs takes a sixth of what two do.
"""
_CODE: Final = re.compile("`([^`]+)`")
_KEPT: Final = 8_192
"""Texts that are remembered: each is shown on a few pages, one after the other."""


def block(text: str) -> Markup:
    """The text as paragraphs and lists; whatever else it holds is taken away."""
    if _PLAIN.fullmatch(text):  # nine texts of ten, at a fiftieth of what Markdown takes
        return Markup(f"<p>{_coded(text)}</p>")  # noqa: S704 - of such signs alone
    return marked(text)


def _coded(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", text) if "`" in text else text


@lru_cache(_KEPT)
def marked(text: str) -> Markup:
    """As `block`, for a text that may be more than a line of plain words."""
    html = _RENDERER.reset().convert(text)
    clean = _CLEANER.clean(html)
    return Markup(clean)  # noqa: S704 - cleaned on the line above


def inline(text: str) -> Markup:
    """As `block`, for one running text without paragraphs of its own."""
    if _PLAIN.fullmatch(text):
        return Markup(_coded(text))  # noqa: S704 - as above
    html = str(block(text)).strip().removeprefix("<p>").removesuffix("</p>")
    return Markup(html) if "<p>" not in html else block(text)  # noqa: S704 - cleaned by `block`


def plain(text: str) -> str:
    """The words alone, for what shows no HTML; paragraphs stay apart."""
    if _PLAIN.fullmatch(text):
        return text.replace("`", "")
    return unescape(nh3.clean(str(block(text)), tags=set())).strip()


def reachable(html: str) -> str:
    """Boxes of code, which may be wider than a page, get a name and can be scrolled by keyboard."""
    return html.replace("<pre>", '<pre tabindex="0" role="group" aria-label="Kod">')


@lru_cache(maxsize=512)
def manual(text: str) -> Markup:
    """A text of this project's own, not an author's: headings get an id, code can be scrolled."""
    html = reachable(_MANUALS.reset().convert(text))
    return Markup(html)  # noqa: S704 - the text is part of the program
