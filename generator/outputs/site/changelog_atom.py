"""`/andringar.xml`: the page of changes as an Atom feed (RFC 4287), and one for each care model."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from generator.outputs.html.ways import url
from generator.outputs.text import inline, plain
from generator.pages.changelog import EditionView, Said
from generator.pages.page import Page
from generator.views.site import Site

_ATOM: Final = "http://www.w3.org/2005/Atom"
_UNHEARD_OF: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold."""


def changes_feeds(site: Site, pages: Iterable[Page]) -> dict[str, str | bytes]:
    """Where each page of changes has its feed, and what it holds."""
    return {page.data["feed"]: _feed(site, page) for page in pages if page.template == "changelog"}


def _feed(site: Site, page: Page) -> bytes:
    """The same for the same history, on whatever day it is made."""
    editions: tuple[EditionView, ...] = page.data["editions"]
    changed = editions[0].made if editions else page.data["since_moment"]
    ET.register_namespace("", _ATOM)
    feed = ET.Element(_name("feed"), {"xml:lang": "sv"})
    _add(feed, "id", _id(site, page.address))
    _add(feed, "title", f"{site.guide.title}: {page.title}")
    _add(feed, "updated", _moment(changed))
    _add(ET.SubElement(feed, _name("author")), "name", site.guide.publisher)
    _link(feed, "alternate", _address(site, page, page.address), "text/html")
    _link(feed, "self", _address(site, page, page.data["feed"]), "application/atom+xml")
    for edition in editions:
        _entry(ET.SubElement(feed, _name("entry")), site, page, edition)
    ET.indent(feed)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(entry: ET.Element, site: Site, page: Page, edition: EditionView) -> None:
    _add(entry, "id", _id(site, f"{page.address}/{edition.commit}"))
    _add(entry, "title", plain(f"{edition.title[:1].upper()}{edition.title[1:]}"))
    _add(entry, "updated", _moment(edition.made))
    _add(entry, "published", _moment(edition.made))
    here = _address(site, page, f"{page.address}#{edition.anchor}")
    _link(entry, "alternate", here, "text/html")
    content = _add(entry, "content", "".join(_content(site, page, edition)))
    content.set("type", "html")


def _content(site: Site, page: Page, edition: EditionView) -> Iterator[str]:
    if edition.effects:
        yield "<p>Vad det gör för er som ska starta:</p>"
        yield from _list(edition.effects)
    for item in edition.items:
        heading = inline(item.heading)
        at = _address(site, page, item.page) if item.page else None
        named = Markup('<a href="{}">{}</a>').format(at, heading) if at else heading
        yield f"<p>{named}{_for(item.applies)}</p>"
        yield from _list(item.lines)


def _list(lines: Iterable[Said]) -> Iterator[str]:
    lines = tuple(lines)
    if lines:
        yield "<ul>"
        for line in lines:
            details = "".join(f"<li>{inline(each)}</li>" for each in line.details)
            inner = f"<ul>{details}</ul>" if details else ""
            yield f"<li>{inline(line.text)}{_for(line.applies)}{inner}</li>"
        yield "</ul>"


def _for(applies: str | None) -> str:
    return f" ({escape(applies)})" if applies else ""


def _address(site: Site, page: Page, address: str) -> str:
    """Whole where the guide says where it is published, else counted from the feed's own folder."""
    home = site.guide.site
    if home is not None:
        return f"{home.rstrip('/')}/{url('', address).removeprefix('./')}"
    return url(page.address.rpartition("/")[0], address)


def _id(site: Site, what: str) -> str:
    """The same wherever the guide is published: a name made of the commit's, and no address."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'startklar:{site.guide.publisher}:{what}')}"


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _link(parent: ET.Element, relation: str, address: str, kind: str) -> None:
    ET.SubElement(parent, _name("link"), {"rel": relation, "type": kind, "href": address})


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, _name(name))
    element.text = _UNHEARD_OF.sub("\ufffd", text)
    return element


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"
