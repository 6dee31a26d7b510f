"""What a preview shows while the catalogue cannot be published."""

from markupsafe import Markup

from generator.outputs.html.rendering import Document
from generator.pages.page import Page

_TITLE = "Förhandsvisningen väntar på en rättelse"
_BODY = Markup(
    "<h1>{title}</h1><p>Rätta det som står nedan och spara. Sidan laddas då om av sig själv.</p>"
    '<pre tabindex="0" role="group" aria-label="Kod"><code>{text}</code></pre>'
)


def refusal_page(text: str, address: str) -> Document:
    """The report, at an address that a reader may have open."""
    page = Page(address=address, title=_TITLE, description=_TITLE, template="refusal")
    return Document(page=page, body=str(_BODY.format(title=_TITLE, text=text)))
