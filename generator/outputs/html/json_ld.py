"""What pages say to machines, in schema.org's words: only what the catalogue states.

A service is a `Service`: not all are a public body's, so not a `GovernmentService`. Where it may be
had is not in the catalogue, so no area is named. Addresses are whole where the guide says where it
is published, else relative, which JSON-LD reads from the page's own.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from generator.model.service import Kind, Service
from generator.outputs import text
from generator.outputs.absolute import absolute
from generator.outputs.html.ways import url
from generator.pages.page import Page
from generator.views import addresses
from generator.views.site import Site

_CONTEXT: Final = "https://schema.org"
_UNSAFE: Final = re.compile("[<>&\u2028\u2029]")
"""What could end a script element or a line of it: inside JSON these are the same characters."""
_GLOSSARY: Final = "ordlista"

_Thing = dict[str, Any]


class JsonLd:
    """Of the pages of one guide."""

    def __init__(self, site: Site, pages: Iterable[Page]) -> None:
        self.site = site
        self.titles = {page.address: page.title for page in pages}
        self.services: Mapping[str, Service] = {
            addresses.service(service.id): service
            for service in site.catalogue.services.values()
            if service.kind is Kind.SERVICE
        }

    def of(self, page: Page) -> str:
        """The page, the way to it, and the thing that it is about."""
        return _script([*self._things(page), *self._trail(page)])

    def start(self) -> str:
        """The guide itself."""
        return _script([{**self._guide(""), "inLanguage": "sv", "publisher": self._publisher()}])

    def _things(self, page: Page) -> Iterator[_Thing]:
        here = page.address
        whole: _Thing = {
            "@type": "WebPage",
            "@id": self._url(here, here),
            "url": self._url(here, here),
            "name": page.title,
            "description": page.description,
            "inLanguage": "sv",
            "isPartOf": self._guide(here),
        }
        if here in self.services:
            service = self._service(here, self.services[here])
            yield {**whole, "mainEntity": {"@id": service["@id"]}}
            yield service
        elif here == _GLOSSARY:
            terms = self._terms(here)
            yield {**whole, "mainEntity": {"@id": terms["@id"]}}
            yield terms
        else:
            yield whole

    def _service(self, here: str, service: Service) -> _Thing:
        catalogue = self.site.catalogue
        names = [*service.also_called, *service.formerly]
        found: _Thing = {
            "@type": "Service",
            "@id": self._url(here, f"{here}#tjansten"),
            "url": self._url(here, here),
            "name": service.name,
            "description": text.plain(service.summary),
            "audience": [
                {"@type": "Audience", "audienceType": catalogue.models[model].name}
                for model in service.obligation
            ],
        }
        if names:
            found["alternateName"] = names
        if service.provider is not None:
            name = catalogue.organisations[service.provider].name
            found["provider"] = {"@type": "Organization", "name": name}
        return found

    def _terms(self, here: str) -> _Thing:
        return {
            "@type": "DefinedTermSet",
            "@id": self._url(here, f"{here}#ord"),
            "url": self._url(here, here),
            "name": self.titles[here],
            "hasDefinedTerm": [
                {
                    "@type": "DefinedTerm",
                    "url": self._url(here, addresses.term(term.id)),
                    "name": term.word,
                    "description": text.plain(term.explanation),
                    **({"alternateName": list(term.also_called)} if term.also_called else {}),
                }
                for term in self.site.catalogue.terms.values()
            ],
        }

    def _trail(self, page: Page) -> Iterator[_Thing]:
        """From the start to the page, by the folders that are pages themselves."""
        parts = page.address.split("/")
        above = ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]
        steps = [("", self.site.guide.title)]
        steps += [(address, self.titles[address]) for address in above if address in self.titles]
        yield {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": name,
                    "item": self._url(page.address, address),
                }
                for position, (address, name) in enumerate(steps, start=1)
            ],
        }

    def _guide(self, here: str) -> _Thing:
        address = self._url(here, "")
        return {"@type": "WebSite", "@id": address, "url": address, "name": self.site.guide.title}

    def _publisher(self) -> _Thing:
        return {"@type": "Organization", "name": self.site.guide.publisher}

    def _url(self, here: str, address: str) -> str:
        return absolute(self.site.guide, address) or url(here, address)


def _script(things: Iterable[_Thing]) -> str:
    """Ready to stand in a script element, whatever the texts are."""
    whole = {"@context": _CONTEXT, "@graph": list(things)}
    written = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)
