"""The pages of a built site, as files and as what their HTML says."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

_ASKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}


@dataclass
class Seen(HTMLParser):
    """What a page says about itself, and what it asks for."""

    attributes: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    """Of every element, by its name."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    """The words right inside title, h1 and script."""

    def __post_init__(self) -> None:
        super().__init__()
        self.inside: str | None = None
        self.menu: list[str] = []
        """Where its menu leads."""
        self._in_menu = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.setdefault(tag, []).append({name: value or "" for name, value in attrs})
        here = self.attributes[tag][-1]
        self._in_menu = self._in_menu or here.get("aria-label") == "Meny"
        if self._in_menu and tag == "a":
            self.menu.append(here["href"])
        if tag in {"title", "h1", "script"}:
            self.inside = tag
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "nav":
            self._in_menu = False
        if tag == self.inside:
            self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[self.inside][-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return self.attributes.get(tag, [])

    def meta(self, name: str) -> list[str]:
        """What the page's meta elements of a name, or of a property, say."""
        metas = self.all("meta")
        return [m["content"] for m in metas if name in {m.get("name"), m.get("property")}]

    @property
    def anchors(self) -> set[str]:
        found = (each.get("id") for many in self.attributes.values() for each in many)
        return {anchor for anchor in found if anchor}

    @property
    def asks(self) -> Iterator[str]:
        for tag, name in _ASKS.items():
            yield from (each[name] for each in self.all(tag) if name in each)

    @property
    def linked_data(self) -> list[Any]:
        scripts = zip(self.all("script"), self.texts.get("script", []), strict=True)
        return [json.loads(text) for a, text in scripts if a.get("type") == "application/ld+json"]


class Published:
    """A built site. Addresses are counted from its root: `/tjanster/sjunet/`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = sorted(folder.rglob("*.html"))
        self.pages = {self._address(file): read(file) for file in files}

    def _address(self, file: Path) -> str:
        return "/" + file.relative_to(self.folder).as_posix().removesuffix("index.html")

    @property
    def own(self) -> dict[str, Seen]:
        """Without those that only lead on, and the one for what is not found."""
        return {
            address: page
            for address, page in self.pages.items()
            if address != "/404.html" and "noindex" not in page.meta("robots")
        }

    def dead(self, here: str, asked: str) -> bool:
        """Whether a link of a page leads to nothing, of what is inside the site."""
        parts = urlsplit(urljoin(f"http://here{here}", asked))
        if parts.netloc != "here" or parts.scheme != "http":
            return False
        path, anchor = unquote(parts.path), unquote(parts.fragment)
        if path in self.pages:
            is_plan = path == "/planera/" and "=" in anchor
            return bool(anchor) and not is_plan and anchor not in self.pages[path].anchors
        return not (self.folder / path.strip("/")).is_file()


def read(file: Path) -> Seen:
    seen = Seen()
    seen.feed(file.read_text(encoding="utf-8"))
    return seen
