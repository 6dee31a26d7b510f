"""A page's body as headings, paragraphs and list items: what an author would have written."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

_BLOCKS = {"p": "text", "li": "item", "dt": "text", "dd": "item", "th": "text", "td": "item"} | {
    f"h{level}": "#" * level for level in range(1, 7)
}
_SILENT = frozenset({"script", "style", "svg", "template", "button"})


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    """`#` to `######`, `text` or `item`."""
    parts: tuple[tuple[str, str], ...]
    """Runs of text, each with the address that it leads to, or nothing."""

    @property
    def text(self) -> str:
        return " ".join("".join(text for text, _ in self.parts).split())


def blocks(html: str) -> Iterator[Block]:
    """In the page's order; what has no text is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.end_block()
    return (each for each in reader.found if each.text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self._kind = "text"
        self._parts: list[tuple[str, str]] = []
        self._address = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.end_block()
            self._kind = _BLOCKS[tag]
        elif tag == "span":
            self._parts.append((" ", ""))
        elif tag == "a":
            self._address = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        elif tag in _BLOCKS:
            self.end_block()
        elif tag == "a":
            self._address = ""

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append((data, self._address))

    def end_block(self) -> None:
        self.found.append(Block(self._kind, tuple(self._parts)))
        self._parts, self._kind = [], "text"
