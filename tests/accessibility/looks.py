"""The looks at a page, each in the states that it asks for; `looks.js` does the looking."""

from collections.abc import Callable, Mapping
from itertools import product
from pathlib import Path
from typing import Final, Literal

import axe_playwright_python  # type: ignore[import-untyped]
from playwright.sync_api import Page

WIDTHS: Final = (360, 768, 1440)
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
HEIGHT: Final = 900

_HERE = Path(__file__).parent
_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_LOOKS = (_HERE / "looks.js").read_text(encoding="utf-8")
_RULES = [f"wcag{level}" for level in ("2a", "2aa", "21a", "21aa", "22a", "22aa")]

_RUN_AXE = """([tags, contrast]) => axe.run(document, {
  runOnly: [...tags, "best-practice"],
  rules: {"color-contrast": {enabled: contrast}},
  resultTypes: ["violations"],
}).then(({violations}) => violations.flatMap(({id, nodes}) =>
  nodes.map(({target, failureSummary}) =>
    `${id} ${target.join(" ")}: ${failureSummary.replace(/\\s+/g, " ")}`)))"""

_SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
"""WCAG 1.4.12, as much as a reader may ask for."""


def ready(page: Page) -> None:
    """Puts the looks into an open page."""
    page.evaluate(_AXE)
    page.evaluate(_LOOKS)


def _look(page: Page, name: str) -> list[str]:
    found: list[str] = page.evaluate("name => looks[name]()", name)
    return found


def _scheme(page: Page, scheme: Literal["light", "dark"]) -> None:
    """As the reader's system has it; the page follows within a frame."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")


def _size(page: Page, width: int, height: int = HEIGHT) -> None:
    page.set_viewport_size({"width": width, "height": height})


def axe(page: Page, *, contrast: bool = True) -> list[str]:
    """All that axe-core knows of WCAG 2.0 to 2.2, A and AA, and of good practice."""
    found: list[str] = page.evaluate(_RUN_AXE, [_RULES, contrast])
    return found


def axe_everywhere(page: Page) -> list[str]:
    """Axe's own measure of contrast takes three fourths of its time: it is taken at one width."""
    found = []
    for scheme, width in product(SCHEMES, WIDTHS):
        _scheme(page, scheme)
        _size(page, width)
        faults = axe(page, contrast=width == WIDTHS[-1])
        found += [f"{scheme} {width}: {fault}" for fault in faults]
    return found


def contrast(page: Page) -> list[str]:
    found = []
    for scheme, width in product(SCHEMES, WIDTHS):
        _scheme(page, scheme)
        _size(page, width)
        found += [f"{scheme} {width}: {fault}" for fault in _look(page, "contrast")]
    return found


def reflow(page: Page) -> list[str]:
    """WCAG 1.4.10: 320 px are 1280 px at 400 %."""
    _size(page, 320, 256)
    return _look(page, "reflow")


def spacing(page: Page) -> list[str]:
    found = []
    # A sheet of the document's own: the guide's policy lets no style element in.
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
        " document.adoptedStyleSheets.push(sheet); }",
        _SPACED,
    )
    for width in (320, 1280):
        _size(page, width)
        found += [f"{width}: {fault}" for fault in _look(page, "reflow") + _look(page, "lost")]
    page.evaluate("() => { document.adoptedStyleSheets.pop(); }")
    return found


def whole(page: Page) -> list[str]:
    found = []
    for width in (320, *WIDTHS):
        _size(page, width)
        found += [f"{width}: {fault}" for fault in _look(page, "lost")]
    return found


def focus(page: Page) -> list[str]:
    found = []
    for scheme, width in zip(SCHEMES, WIDTHS[::2], strict=True):
        _scheme(page, scheme)
        _size(page, width)
        found += [f"{scheme} {width}: {fault}" for fault in _look(page, "focus")]
    return found


def stillness(page: Page) -> list[str]:
    return _look(page, "motion")


def forced_colours(page: Page) -> list[str]:
    found = []
    for scheme in SCHEMES:
        page.emulate_media(forced_colors="active")
        _scheme(page, scheme)
        found += [f"{scheme}: {fault}" for fault in _look(page, "shapes")]
    page.emulate_media(forced_colors="none")
    return found


def structure(page: Page) -> list[str]:
    return _look(page, "structure")


def pictures(page: Page) -> list[str]:
    return _look(page, "pictures")


Look = Callable[[Page], list[str]]

LOOKS: Final[Mapping[str, Look]] = {
    "axe": axe_everywhere,
    "contrast": contrast,
    "reflow": reflow,
    "spacing": spacing,
    "whole": whole,
    "focus": focus,
    "stillness": stillness,
    "forced colours": forced_colours,
    "structure": structure,
    "pictures": pictures,
}


def look(page: Page, name: str) -> list[str]:
    """Takes one look, from a desk, in the light, by a reader who has asked for stillness."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    _size(page, WIDTHS[-1])
    return LOOKS[name](page)
