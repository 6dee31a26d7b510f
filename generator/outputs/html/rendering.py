"""A page becomes finished HTML: the body of a document, to be put into the site's shell."""

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.outputs import text
from generator.outputs.html.blanks import blanks
from generator.outputs.html.contents import Heading
from generator.outputs.html.filters import series
from generator.outputs.html.glossed import Glossed
from generator.outputs.html.part_examples import Parts
from generator.outputs.html.templates import Templates
from generator.outputs.html.ways import ways
from generator.outputs.paper.prints import Print
from generator.outputs.site.assets import Assets
from generator.outputs.template_fault import TemplateFaultError
from generator.pages.page import Page
from generator.pages.slots import SLOTS
from generator.views.former import former_anchors
from generator.views.site import Site

_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>([^<]*(?:<(?!/h\1>)[^<]*)*)</h\1>')
_MANY = 200
"""Headings that nobody finds their way among any more."""
_TAG = re.compile(r"<[^>]+>")
_NONE = Markup("")
_SLOT = re.compile(r"<!-- startklar:([a-z-]+) -->")


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A rendered page."""

    page: Page
    body: str
    headings: tuple[Heading, ...] = ()
    edit_url: str | None = None
    """Where a change of the page's facts is proposed."""
    json_ld: str | None = None
    """What the page says to machines, ready for a script element."""


def _headings(body: str) -> tuple[Heading, ...]:
    """Those that have a place on the page; of very many, the main ones alone."""
    found = _HEADING.findall(body)
    if len(found) > _MANY:
        found = [each for each in found if each[0] == "2"]
    return tuple(
        Heading(int(level), anchor, _TAG.sub("", title).strip()) for level, anchor, title in found
    )


def was(former: Mapping[str, Iterable[str]], address: str) -> Markup:
    """The anchors that the place at the address had before it was renamed."""
    if address not in former:
        return _NONE
    spans = [Markup('<span id="{}"></span>').format(anchor) for anchor in former[address]]
    return Markup("").join(spans)


class Html:
    """Renders pages and parts with the templates of one theme folder."""

    def __init__(
        self,
        theme: Path,
        site: Site,
        prints: Mapping[str, tuple[Print, ...]] | None = None,
        look: Assets | None = None,
        templates: Templates | None = None,
    ) -> None:
        self.site, self.prints, self.look = site, prints or {}, look
        self.glossed = Glossed(site.catalogue)
        self.environment = templates or Templates(theme)
        self.environment.forget()
        self.environment.globals["was"] = partial(was, former_anchors(site))
        self.environment.globals["parts"] = Parts(theme, self.environment)

    def render(self, page: Page) -> Document:
        """The page's document. Raises TemplateFaultError, which names the template and line."""
        own = {"page": page, "section": partial(self._section, page)}
        body = self.part(f"{page.template}.html", page.address, **own, **page.facts)
        if page.glossed:
            body = self.glossed.gloss(body, page.title, ways(page.address))
        headings = _headings(body)
        edit_url = self.site.edit_url(page.source) if page.source else None
        return Document(page=page, body=body, headings=headings, edit_url=edit_url)

    def _section(self, page: Page, name: str) -> Markup:
        """As the last build made it, while it would be the same.

        At 2,500 services a build after a changed summary, which the page of a model shows, takes
        3.3 s of processor for 3.9. Packed, a section of 1 MB takes a tenth of that.
        """

        def made() -> bytes:
            facts = page.sections[name]() if page.sections else page.facts
            whole = self.part(f"{name}.html", page.address, **facts)
            return zlib.compress(whole.encode(), 1)

        packed = self.site.recall(f"section/{page.address}/{name}", made)
        return Markup(zlib.decompress(packed).decode())  # noqa: S704 - autoescaped

    def fill(self, body: str, here: str) -> str:
        """A hand-written page with its slots, `<!-- startklar:part -->`, filled by parts.

        Raises TemplateFaultError for a slot that does not exist and for what nobody has filled in.
        """
        if left := blanks(body):
            told = series(f"`{blank}`" for blank in left)
            raise TemplateFaultError(
                f"sidan `{here}` har något som ingen har fyllt i: {told}; skriv uppgiften, eller "
                "ta bort raden om den inte behövs"
            )

        def slot(found: re.Match[str]) -> str:
            name = found[1]
            if name not in SLOTS:
                raise TemplateFaultError(f"sidan `{here}` har en okänd plats: `{name}`")
            return self.part(f"{name}/{name}.html", here.strip("/"), **SLOTS[name](self.site))

        return text.reachable(_SLOT.sub(slot, body))

    def part(self, template: str, here: str, **data: Any) -> str:  # noqa: ANN401 - a template's facts
        """A template rendered as part of the page at an address."""
        own = {
            "url": ways(here),
            "prints": self.prints.get(here, ()),
            "here": here,
            "look": self.look,
        }
        names = {"site": self.site, "guide": self.site.guide, **own, **data}
        try:
            return self.environment.render(template, names)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateFaultError(f"{error.filename}:{error.lineno}: {error.message}") from error
        except jinja2.TemplateNotFound as error:
            raise TemplateFaultError(f"mallen `{error.name}` finns inte") from error
        except TemplateFaultError:  # a section's, which names its own template
            raise
        except Exception as error:
            place = _place(error, template)
            raise TemplateFaultError(f"{place}: {type(error).__name__}: {error}") from error


def _place(error: Exception, template: str) -> str:
    """The innermost line of a template that the error passed on its way."""
    place, trace = template, error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if filename.endswith(".html"):
            place = f"{filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
