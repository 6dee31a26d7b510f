"""An author's text as a small tree, for outputs that are not HTML.

A node is text, or a mapping with what it `is` and what is `in` it. Paragraphs (`p`) and lists
(`ul`, `ol`, of `li`) stand outermost; within are `strong`, `em`, `code`, `br`, and `a` with where
it leads `to`.
"""

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any, Final

from generator.outputs import text

Node = str | dict[str, Any]

_BLOCKS: Final = {"p", "ul", "ol", "li"}
_SPACE: Final = re.compile(r"\s+")


@lru_cache(maxsize=4_096)
def tree(markdown: str) -> list[Node]:
    """The text's blocks. Read-only: the same list is given to everybody who asks."""
    builder = _Builder()
    builder.feed(text.block(markdown))
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    """Fed with what `text.block` has cleaned: whole, well nested, of known elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Node] = []
        self.open: list[list[Node]] = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node: dict[str, Any] = {"is": tag, "in": []}
        if tag == "a":
            node["to"] = dict(attrs).get("href") or ""
        self.open[-1].append(node)
        if tag != "br":
            self.open.append(node["in"])

    def handle_endtag(self, tag: str) -> None:
        if tag != "br":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        words = _SPACE.sub(" ", data)
        if words != " " or self._is_running():
            self.open[-1].append(words)

    def _is_running(self) -> bool:
        """Whether a lone space stands between words, not between blocks."""
        last = self.open[-1][-1] if self.open[-1] else None
        return last is not None and (isinstance(last, str) or last["is"] not in _BLOCKS)
