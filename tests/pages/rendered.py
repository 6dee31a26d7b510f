"""Pages of small catalogues, and of the real one, as a reader meets them."""

import html
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from generator.checks.checking import CheckedCatalogue, check, report
from generator.load import Loaded, load, load_texts
from generator.outputs.html.rendering import Html
from generator.pages import parts
from generator.pages.registry import all_pages
from generator.source import SourceText
from generator.views.site import Site

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
AS_OF = date(2026, 11, 23)

BASE = """
guide: {title: Startklar, publisher: Regionen}
models:
  pv: {name: Primärvården, short_name: PV, now_called: Vårdcentralen}
  rehab: {name: Rehab, short_name: Rehab}
operators:
  private: {name: Privat, short_name: Privat}
  public: {name: Offentlig, short_name: Offentlig}
sources:
  seed: {title: Huvudkällan, publisher: Regionen, as_of: omkring 2017}
  other: {title: En annan källa, publisher: Inera}
organisations:
  vgr: {name: Regionen}
"""

FREE = "summary: Den behövs., source: seed, provider: vgr"
BOTH = f"obligation: {{pv: mandatory, rehab: mandatory}}, {FREE}"
"""What a service of a test may take for granted, inside its braces."""


def small(text: str, base: str = BASE) -> Site:
    """The site of a small catalogue, written beside what all have in common."""
    loaded = load_texts([SourceText("base.yaml", base), SourceText("test.yaml", text)])
    assert not loaded.faults, loaded.faults
    return _site(loaded)


@cache
def real() -> Site:
    return _site(load(ROOT / "data"))


@cache
def made_up() -> Site:
    """The site of the theme's own catalogue, which the handbook shows its parts with."""
    checked = check(load(THEME / "examples"), as_of=parts.AS_OF)
    assert isinstance(checked, CheckedCatalogue)
    return Site(checked, parts.AS_OF)


def _site(loaded: Loaded) -> Site:
    found = report(loaded, (), as_of=AS_OF)
    checked = CheckedCatalogue(catalogue=loaded.catalogue, places=loaded.places, report=found)
    return Site(checked, AS_OF)


def kept_at(site: Site, repository: str) -> Site:
    """The same, with an address where changes are proposed."""
    guide = site.guide.model_copy(update={"repository": repository})
    catalogue = replace(site.catalogue, guide=guide)
    return Site(replace(site.checked, catalogue=catalogue), site.as_of)


def markup(site: Site, address: str) -> str:
    page = next(page for page in all_pages(site) if page.address == address)
    return Html(THEME, site).render(page).body


def slot(site: Site, name: str) -> str:
    return Html(THEME, site).fill(f"<!-- startklar:{name} -->", "")


def read(body: str) -> str:
    """The words of a page, as running text."""
    text = html.unescape(re.sub(r"<[^>]+>", " ", body))
    return re.sub(r"\s+([.,:)])", r"\1", re.sub(r"\s+", " ", text)).replace("( ", "(")


def section(body: str, anchor: str) -> str:
    """The words under a heading, to the next one of its level."""
    found = re.search(rf'<h2 id="{anchor}">.*?(?=<h2 |$)', body, re.DOTALL)
    return read(found[0]) if found else ""
