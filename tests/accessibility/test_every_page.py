"""Every page of the guide, light and dark, from 320 to 1440 pixels, in a real Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility.looks import LOOKS, look, ready
from tests.accessibility.visits import Fault, addresses, visit
from tests.conftest import serving

SOUND = "<h1>Rubrik</h1><p>Lagom mycket text att läsa.</p>"
DRAWN = """<article><svg role="img" aria-labelledby="a b" width="90" height="40">
<title id="a">Namn</title><desc id="b">Text</desc>
<g><text x="4" y="20" class="sk-drawing__name">Sjunet</text></g></svg>{}</article>"""
FAULTY = {
    "axe": '<form><input type="text" name="namn"></form>',
    "contrast": '<p style="color: #888">Grå text som syns dåligt.</p>',
    "reflow": '<div style="width: 700px">En ruta som är för bred.</div>',
    "spacing": '<p style="height: 18px; overflow: hidden; width: 300px">'
    "En rad som räcker till nu men inte då</p>",
    "whole": '<p style="margin: 0 0 -1em">Först</p><p style="margin: 0">Sedan</p>',
    "focus": '<style>:focus { outline: none }</style><a href="#x">En länk</a>',
    "stillness": '<p style="transition: color 1s">Rör sig</p>',
    "forced colours": '<style>.sk-obligation::before { content: ""; background: red; width: 9px }'
    '</style><p><span class="sk-obligation">Obligatorisk</span></p>',
    "structure": "<h3>Ett steg för långt</h3>",
    "pictures": DRAWN.format(""),
}


def document(body: str) -> str:
    return (
        '<!doctype html><html lang="sv"><meta name="viewport" content="width=device-width">'
        f"<title>Sida</title><main>{SOUND}{body}</main></html>"
    )


@pytest.fixture(scope="module")
def found(built: Path) -> list[Fault]:
    """All that is wrong with all pages."""
    with serving(built) as root:
        return visit(root, addresses(built))


@pytest.mark.parametrize("name", LOOKS)
def test_every_page_is_well(found: list[Fault], name: str) -> None:
    assert [fault for look, fault in found if look == name] == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_sees_what_is_wrong_and_nothing_else(page: Page, name: str) -> None:
    sound = DRAWN.format("<p>Sjunet</p>") if name == "pictures" else ""
    for body, wrong in ((sound, False), (FAULTY[name], True)):
        page.set_content(document(body))
        ready(page)
        assert bool(look(page, name)) == wrong, look(page, name)
